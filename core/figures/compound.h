#pragma once

#include <string_view>
#include <vector>

#include "figures/lexicon.h"
#include "span.h"

namespace manicule {

/// Cuts one word into the number words it is made of, and an ending that the lexicon knows:
/// "dreihundertzwoelf", "ventisettesimo". The spans are bytes of `word`, one after the other; none
/// where it cannot be cut. The longest piece first, back to a shorter one where the rest cannot be
/// read.
std::vector<Span> cut_numeral(std::string_view word, const FigureLexicon& lexicon);

}  // namespace manicule
