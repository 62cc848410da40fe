#pragma once

#include <vector>

#include "document/document.h"

namespace manicule {

/// Appends the tokens of text[block] to `tokens`, in order; they do not overlap, and between them
/// is only white space and control characters.
void tokenize(const Text& text, Span block, const Language& language, std::vector<Token>& tokens);

}  // namespace manicule
