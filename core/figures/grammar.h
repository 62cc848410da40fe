#pragma once

#include <string_view>

#include "figures/lexicon.h"
#include "figures/rules.h"
#include "figures/tense.h"

namespace manicule {

/// How one language writes figures: words and rules, read from core/data/all/figures (what all
/// languages share) and core/data/<lang>/figures.
struct FigureGrammar {
  FigureLexicon lexicon;
  RuleSet rules;
  TenseWords tenses;
};

/// Reads the grammar of `language`; faults of its files go to `errors`.
FigureGrammar load_figure_grammar(std::string_view language, DataErrors& errors);

}  // namespace manicule
