#include "quotes/conjugation.h"

#include "text/unicode.h"

namespace manicule {
namespace {

bool ends_with(std::string_view s, std::string_view tail) {
  return s.size() >= tail.size() && s.substr(s.size() - tail.size()) == tail;
}

}  // namespace

bool read_form(std::string_view name, VerbForm& form) {
  constexpr std::string_view kNames[] = {"finite", "participle", "infinitive", "gerund"};
  for (std::size_t i = 0; i < std::size(kNames); ++i) {
    if (name != kNames[i]) continue;
    form = static_cast<VerbForm>(i);
    return true;
  }
  return false;
}

std::vector<std::string_view> split_words(std::string_view s) {
  std::vector<std::string_view> words;
  while (!s.empty()) {
    const std::size_t end = std::min(s.find(' '), s.size());
    if (end > 0) words.push_back(s.substr(0, end));
    s.remove_prefix(std::min(end + 1, s.size()));
  }
  return words;
}

Conjugation::Conjugation(const std::string& path, DataErrors& errors) {
  for_each_line(path, [&](const DataLine& line) {
    if (line.fields.size() != 5) {
      errors.push_back(line.error(0, "expected class, form, cut, change, endings"));
      return;
    }
    Rule rule;
    if (!read_form(line.fields[1], rule.form)) {
      errors.push_back(line.error(1, "unknown form"));
      return;
    }
    if (line.fields[2] != "-") rule.cut = line.fields[2];
    if (const std::size_t arrow = line.fields[3].find('>'); arrow != std::string_view::npos) {
      rule.from = line.fields[3].substr(0, arrow);
      rule.to = line.fields[3].substr(arrow + 1);
    } else if (line.fields[3] != "-") {
      errors.push_back(line.error(3, "expected a change like e>i, or -"));
    }
    for (const auto ending : split_words(line.fields[4])) rule.endings.emplace_back(ending);
    classes_[std::string(line.fields[0])].push_back(std::move(rule));
  });
}

bool Conjugation::knows(std::string_view verb_class) const {
  return classes_.find(verb_class) != classes_.end();
}

std::vector<Conjugation::Form> Conjugation::inflect(std::string_view lemma,
                                                    std::string_view verb_class) const {
  std::vector<Form> forms;
  const auto found = classes_.find(verb_class);
  if (found == classes_.end()) return forms;
  for (const Rule& rule : found->second) {
    if (!ends_with(lemma, rule.cut)) return {};
    std::string stem(lemma.substr(0, lemma.size() - rule.cut.size()));
    if (!rule.from.empty()) {
      const std::size_t at = stem.rfind(rule.from);
      if (at == std::string::npos) return {};
      stem.replace(at, rule.from.size(), rule.to);
    }
    for (const std::string& ending : rule.endings) {
      const std::size_t around = ending.find('~');
      std::string word;
      if (around != std::string::npos) word = ending.substr(0, around);
      word += stem;
      word += around == std::string::npos ? ending : ending.substr(around + 1);
      if (!word.empty() && word.back() == '_') word.pop_back();  // "_": no ending
      forms.push_back({fold(word), rule.form});
    }
  }
  return forms;
}

}  // namespace manicule
