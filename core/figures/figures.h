#pragma once

#include <vector>

#include "analysis.h"
#include "document/document.h"

namespace manicule {

/// The figures of `document`, sorted, not overlapping. Relative dates are resolved against
/// document.date; without one they are given as far as they can be told.
std::vector<Figure> find_figures(const Document& document);

}  // namespace manicule
