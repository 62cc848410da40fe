#pragma once

#include <vector>

#include "analysis.h"
#include "document/document.h"

namespace manicule {

/// The entities of `document`, sorted by first mention; mentions do not overlap each other. Those
/// that lie inside a figure of `figures` are left out, except where the name is the longer of the
/// two.
std::vector<Entity> find_entities(const Document& document, const std::vector<Figure>& figures);

}  // namespace manicule
