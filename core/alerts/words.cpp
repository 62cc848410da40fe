#include "alerts/words.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "text/unicode.h"

namespace manicule {
namespace {

/// In the order of AlertWord.
constexpr std::string_view kAlertWordNames[] = {
    "from",    "to",        "against", "rise",      "fall",    "passing",     "that-is",
    "total",   "of-the",    "of",      "including", "and",     "rest",        "split",
    "born",    "died",      "aged",    "kin",       "founded", "anniversary", "beside-date",
    "article", "one-place", "former",  "known",     "weekday", "month",       "office"};

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    if (end > 0) parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

void number(const std::vector<std::string_view>& words, WordMap<std::uint8_t>& into) {
  std::uint8_t next = 1;
  for (const auto word : words) into[word_key(fold(word))] = next++;
}

void add_group(const std::vector<std::string_view>& offices, std::uint8_t group,
               WordMap<Office>& into) {
  std::uint8_t next = 1;
  for (const auto office : offices) {
    for (const auto word : split(office, ',')) into[word_key(fold(word))] = {group, next};
    ++next;
  }
}

}  // namespace

AlertWords load_alert_words(std::initializer_list<std::string_view> paths, DataErrors& errors) {
  AlertWords out;
  std::uint8_t groups = 0;
  const auto read = [&](const DataLine& line) {
    if (line.fields.size() != 2) {
      errors.push_back(line.error(0, "expected a class and its words"));
      return;
    }
    const std::string_view name = line.fields[0];
    const auto words = split(line.fields[1], ' ');
    const auto* const known =
        std::find(std::begin(kAlertWordNames), std::end(kAlertWordNames), name);
    if (known == std::end(kAlertWordNames)) {
      errors.push_back(line.error(0, "unknown class '" + std::string(name) + "'"));
      return;
    }
    if (name == "weekday") number(words, out.weekdays);
    if (name == "month") number(words, out.months);
    if (name == "office") add_group(words, ++groups, out.offices);
    const std::uint32_t bit = std::uint32_t{1} << (known - std::begin(kAlertWordNames));
    for (const auto forms : words) {
      for (const auto word : split(forms, ',')) out.classes[word_key(fold(word))] |= bit;
    }
  };
  for (const std::string_view path : paths) for_each_line(path, read);
  return out;
}

}  // namespace manicule
