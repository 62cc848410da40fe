#pragma once

#include <vector>

#include "analysis.h"
#include "document/document.h"
#include "entities/gazetteer.h"
#include "entities/tagger.h"

namespace manicule {

/// Gathers mentions, which are in order, into entities, sorted by first mention: the mentions of
/// one thing share an entity. Links within a kind: a person's family or given name to the full name
/// (the one mentioned last, where several have it), acronyms, aliases of `lists`, the beginning or
/// end of an organization's name, variants of case, accent, hyphen and ending, slips of one letter.
std::vector<Entity> link_names(const Document& document, const std::vector<NamedSpan>& mentions,
                               const Gazetteer& lists);

}  // namespace manicule
