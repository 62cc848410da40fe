#include "figures/grammar.h"

#include <string>

#include "data.h"

namespace manicule {
namespace {

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

/// The rule files in the order in which they win ties.
constexpr std::string_view kMacroFiles[] = {"macros.rules", "date-macros.rules"};
constexpr std::string_view kRuleFiles[] = {"agenda.rules", "none.rules",    "dates.rules",
                                           "times.rules",  "amounts.rules", "modifiers.rules"};

}  // namespace

FigureGrammar load_figure_grammar(std::string_view language, DataErrors& errors) {
  FigureGrammar grammar;
  if (language == "und") return grammar;
  const std::string folders[] = {std::string(language) + "/figures/", "all/figures/"};
  for (const auto path : data_files()) {
    for (const std::string& folder : folders) {
      if (path.substr(0, folder.size()) == folder && ends_with(path, ".tsv")) {
        grammar.lexicon.load(path, errors);
      }
    }
  }
  grammar.tenses = TenseWords::load(folders[0] + "tense.words", errors);
  // The shared macros first, so that a language can put its own in their place.
  for (const auto file : kMacroFiles) {
    for (const std::string& folder : {folders[1], folders[0]}) {
      grammar.rules.load(folder + std::string(file), grammar.lexicon, errors);
    }
  }
  for (const auto file : kRuleFiles) {
    for (const std::string& folder : folders) {
      grammar.rules.load(folder + std::string(file), grammar.lexicon, errors);
    }
  }
  grammar.rules.index(grammar.lexicon);
  return grammar;
}

}  // namespace manicule
