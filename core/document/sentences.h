#pragma once

#include "document/document.h"

namespace manicule {

/// Appends the sentences of one block, whose tokens are `tokens`, to document.sentences.
void split_sentences(Document& document, TokenRange tokens, std::uint32_t block);

}  // namespace manicule
