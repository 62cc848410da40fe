#pragma once

#include <vector>

#include "analysis.h"
#include "language/language.h"
#include "text/text.h"

namespace manicule {

/// Tells title, cross-headings and page furniture among `blocks` by their shape, their place and
/// the phrases of the language; what is not sure stays a paragraph.
void classify_blocks(const Text& text, const Language& language, std::vector<Block>& blocks);

}  // namespace manicule
