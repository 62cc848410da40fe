#pragma once

#include "document/document.h"

namespace manicule {

/// Appends the sentences of one block, whose tokens are `tokens`, to document.sentences. A sentence
/// ends behind . ! ? or an ellipsis with the quotation marks and brackets that close there, unless
/// what follows shows that it goes on; and behind an abbreviation that may end one. (Of the cases
/// in tests/cases/<lang>/sentences.tsv ICU's sentence breaks get a third right.)
void split_sentences(Document& document, TokenRange tokens, std::uint32_t block);

}  // namespace manicule
