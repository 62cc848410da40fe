#include "alerts/words.h"

#include <algorithm>
#include <optional>

#include "text/unicode.h"

namespace manicule {
namespace {

std::optional<AlertWord> word_class(std::string_view name) {
  constexpr std::pair<std::string_view, AlertWord> kNames[] = {
      {"from", AlertWord::kFrom},     {"to", AlertWord::kTo},
      {"change", AlertWord::kChange}, {"that-is", AlertWord::kThatIs},
      {"of-the", AlertWord::kOfThe},  {"including", AlertWord::kIncluding},
      {"and", AlertWord::kAnd},       {"multiple", AlertWord::kMultiple},
      {"born", AlertWord::kBorn},     {"aged", AlertWord::kAged},
      {"died", AlertWord::kDied}};
  for (const auto& [known, word] : kNames) {
    if (name == known) return word;
  }
  return {};
}

std::vector<std::string> split_words(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) words.push_back(fold(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

}  // namespace

AlertWords load_alert_words(std::string_view path, DataErrors& errors) {
  AlertWords out;
  for_each_line(path, [&](const DataLine& line) {
    if (line.fields.size() != 2) {
      errors.push_back(line.error(0, "expected a class and its words"));
      return;
    }
    const auto words = split_words(line.fields[1]);
    const auto number = [&](WordMap<std::uint8_t>& into) {
      for (std::size_t i = 0; i < words.size(); ++i) {
        into[word_key(words[i])] = static_cast<std::uint8_t>(i + 1);
      }
    };
    if (line.fields[0] == "weekday") {
      number(out.weekdays);
    } else if (line.fields[0] == "month") {
      number(out.months);
    } else if (const auto known = word_class(line.fields[0])) {
      for (const auto& word : words) {
        out.classes[word_key(word)] |= static_cast<std::uint16_t>(*known);
      }
    } else {
      errors.push_back(line.error(0, "unknown class '" + std::string(line.fields[0]) + "'"));
    }
  });
  return out;
}

}  // namespace manicule
