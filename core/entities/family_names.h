#pragma once

#include <string_view>
#include <vector>

#include "entities/agree.h"
#include "entities/lattice.h"

namespace manicule {

/// Adds the words that stand alone and are the last word, or its genitive in -s, of a person's name
/// found with two or more words, where a person is at least possible: a rare family name alone at
/// the beginning of a sentence looks like any noun. `scores` and `exp_transitions` are those of the
/// model (lattice.h), for each word.
void find_family_names(std::string_view utf8, const NameWords& words,
                       const std::vector<LabelRow>& scores, const Transitions& exp_transitions,
                       FoundNames& names);

}  // namespace manicule
