#pragma once

#include <vector>

#include "analysis.h"
#include "text/text.h"

namespace manicule {

/// The blocks of `text` in order, all as paragraphs, without their outer white space; between them
/// is only white space. How paragraphs are set is told from the whole text: an empty line ends one
/// always, a line end does unless the lines are filled to one width (as mail is at 72 columns). In
/// filled lines without empty ones between them it does where the next word would have fitted.
std::vector<Block> find_blocks(const Text& text);

}  // namespace manicule
