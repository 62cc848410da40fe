#pragma once

#include <vector>

#include "analysis.h"
#include "document/document.h"
#include "entities/tagger.h"

namespace manicule {

/// Gathers mentions, which are in order, into entities: those that name one thing share one.
std::vector<Entity> link_names(const Document& document, const std::vector<NamedSpan>& mentions);

}  // namespace manicule
