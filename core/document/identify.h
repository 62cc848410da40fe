#pragma once

#include <string>
#include <string_view>

namespace manicule {

/// The language of `utf8` (valid UTF-8): ISO 639-1 of one of language_codes(), or "und".
std::string identify_language(std::string_view utf8);

}  // namespace manicule
