#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis.h"
#include "document/document.h"
#include "text/text.h"

namespace manicule::test {

/// What holds for any text, however hostile. Each function returns one sentence for every property
/// that is broken: nothing when all is well.
using Broken = std::vector<std::string>;

/// Tokens lie in their blocks, in order, without overlap; each is in exactly one sentence.
Broken check_document(const Document& document);

/// Every span lies in the text and on code point boundaries; every layer is sorted; blocks,
/// mentions and figures do not overlap within their layer, quotes nest or keep apart; nothing is
/// marked in furniture; entities that are referred to exist.
Broken check_analysis(const Text& text, const Analysis& analysis);

/// Reads and annotates `given`, twice: all of the above, the same document both times, valid JSON
/// whose offsets lie in the text as given in every unit.
Broken check_utf8(std::string_view given);
Broken check_utf16(std::u16string_view given);

}  // namespace manicule::test
