#pragma once

#include <vector>

#include "analysis.h"
#include "document/document.h"
#include "figures/lexicon.h"

namespace manicule {

/// Gives millions that count nothing ("14.8 million in the first year, 21 million euros in the
/// second") the currency of the amount of money nearest to them, in their sentence or shortly
/// before it, else the only currency of the document. `figures` are sorted and not overlapping.
void inherit_currencies(const Document& document, const FigureLexicon& lexicon,
                        std::vector<Figure>& figures);

}  // namespace manicule
