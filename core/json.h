#pragma once

#include <string>
#include <string_view>

#include "analysis.h"
#include "annotate.h"
#include "text/text.h"

namespace manicule {

/// The annotation document "manicule/1" of `analysis`, one line of UTF-8 JSON without a line end.
/// `id`, when not null, is JSON that becomes the first member.
std::string to_json(const Analysis& analysis, const Text& text, OffsetUnit unit,
                    std::string_view id_json = {});

}  // namespace manicule
