#include "language/language.h"

#include <map>
#include <memory>

#include "figures/grammar.h"
#include "text/unicode.h"

namespace manicule {
namespace {

WordMap<Abbreviation> load_abbreviations(std::string_view path, DataErrors& errors) {
  WordMap<Abbreviation> abbreviations;
  for_each_line(path, [&](const DataLine& line) {
    const std::string word = fold(line.fields[0]);
    const std::string_view use = line.fields.size() > 1 ? line.fields[1] : "";
    if (word.back() != '.') errors.push_back(line.error(0, "an abbreviation ends with a dot"));
    if (abbreviations.contains(word_key(word))) {
      errors.push_back(line.error(0, "duplicate abbreviation '" + word + "'"));
    }
    if (use != "" && use != "end" && use != "number") {
      errors.push_back(line.error(1, "expected 'end', 'number' or nothing"));
    }
    abbreviations[word_key(word)] = use == "end"      ? Abbreviation::kMayEnd
                                    : use == "number" ? Abbreviation::kBeforeNumber
                                                      : Abbreviation::kInside;
  });
  return abbreviations;
}

Language load_language(std::string_view code) {
  Language language;
  language.code = code;
  const std::string folder = language.code + '/';
  language.abbreviations = load_abbreviations(folder + "abbreviations.txt", language.errors);
  language.elisions = load_words(folder + "elisions.txt", language.errors);
  language.enclitics = load_words(folder + "enclitics.txt", language.errors);
  language.messages = load_messages(folder + "alerts.tsv", language.errors);
  language.alert_words =
      load_alert_words({"all/alert_words.tsv", folder + "alert_words.tsv"}, language.errors);
  language.fixed_words = load_words(folder + "fixed_words.txt", language.errors);
  language.furniture = load_furniture(folder + "furniture.txt", language.errors);
  language.date_words = load_date_words(folder + "dates.tsv", language.errors);
  language.function_words = load_words(folder + "function_words.txt", language.errors);
  language.quotes = QuoteLexicon::load(folder + "quotes/", language.errors);
  language.figures =
      std::make_shared<const FigureGrammar>(load_figure_grammar(code, language.errors));
  return language;
}

}  // namespace

const std::vector<std::string_view>& language_codes() {
  static const std::vector<std::string_view> codes = {"fr", "en", "de", "es", "it", "pt", "nl"};
  return codes;
}

const Language* find_language(std::string_view code) {
  // A slot for every code stands from the start, so that loading never moves a loaded language.
  static auto slots = [] {
    std::map<std::string_view, std::unique_ptr<const Language>> all;
    all["und"];
    for (const auto known : language_codes()) all[known];
    return all;
  }();
  const auto slot = slots.find(code);
  if (slot == slots.end()) return nullptr;
  if (!slot->second) slot->second = std::make_unique<const Language>(load_language(slot->first));
  return slot->second.get();
}

}  // namespace manicule
