#pragma once

#include <optional>
#include <string>

#include "annotate.h"
#include "text/text.h"

namespace manicule {

/// The answer to one line {"id", "text", "lang"?, "date"?}: the annotation document with the id, or
/// {"id", "error"}; the line's own language and date go before those of `options`.
std::string annotate_line(std::string_view line, const AnnotateOptions& options, OffsetUnit unit);

/// Answers each line of the file `name` (see input.h) on standard output, as it goes.
/// Returns what made it stop, or nothing.
std::optional<std::string> annotate_jsonl(const std::string& name, const AnnotateOptions& options,
                                          OffsetUnit unit);

}  // namespace manicule
