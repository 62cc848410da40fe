#pragma once

#include <string_view>

#include "document/furniture.h"

namespace manicule {

/// Whether `block` begins with a name of two capitalized words or more, behind a phrase for authors
/// ("Par", "By") or none, and is that alone or goes on with other furniture, or with anything
/// behind a comma, a bar or a number: "Par Ana Ruiz et Luc Petit, le 3 mars 2025".
bool is_byline(std::string_view block, const FurniturePhrases& phrases);

}  // namespace manicule
