#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "annotate.h"

namespace manicule {

/// Each of these sets one option from the words a user gave, and returns what is wrong with them in
/// one sentence, or nothing.
std::optional<std::string> set_language(AnnotateOptions& options, std::string_view value);
std::optional<std::string> set_date(AnnotateOptions& options, std::string_view value);
std::optional<std::string> set_messages(AnnotateOptions& options, std::string_view value);

/// Sets all options from a JSON object {"lang"?, "date"?, "messages"?, "disable"?: [kinds]};
/// members it does not know are left alone. Returns what is wrong, or nothing.
std::optional<std::string> set_from_json(AnnotateOptions& options, std::string_view json);

}  // namespace manicule
