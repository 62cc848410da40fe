#pragma once

#include <vector>

#include "analysis.h"
#include "text/text.h"

namespace manicule {

/// The blocks of `text` in order, without their outer white space; between them is only white
/// space.
std::vector<Block> find_blocks(const Text& text);

}  // namespace manicule
