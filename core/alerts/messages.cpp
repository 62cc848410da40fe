#include "alerts/messages.h"

#include <algorithm>

namespace manicule {
namespace {

/// A plain decimal number ("12345.6") as the language writes it; what is none is left as it is. The
/// sentence of the key "number" shows how: "12 345,6". Below 10000 nothing is grouped.
std::string local_number(const std::string& number, const Messages& messages) {
  constexpr std::size_t kGroup = 3, kUngrouped = 4;
  const std::string* sample = messages.find(word_key("number"));
  const std::size_t point = std::min(number.find('.'), number.size());
  const bool plain = !number.empty() && point > 0 && point + 1 != number.size() &&
                     number.find_first_not_of("0123456789.") == std::string::npos &&
                     number.find('.', point + 1) == std::string::npos;
  if (sample == nullptr || !plain) return number;
  const std::size_t hundreds = sample->find("345"), group = sample->find("12") + 2;
  const std::size_t decimals = hundreds + kGroup;
  std::string out;
  for (std::size_t i = 0; i < point; ++i) {
    if (i > 0 && point > kUngrouped && (point - i) % kGroup == 0) {
      out.append(*sample, group, hundreds - group);
    }
    out += number[i];
  }
  if (point == number.size()) return out;
  out.append(*sample, decimals, sample->find('6') - decimals);
  return out + number.substr(point + 1);
}

}  // namespace

Messages load_messages(std::string_view path, DataErrors& errors) {
  Messages messages;
  for_each_line(path, [&](const DataLine& line) {
    if (line.fields.size() != 2) {
      errors.push_back(line.error(0, "expected a key and a sentence"));
      return;
    }
    const WordKey key = word_key(line.fields[0]);
    if (messages.contains(key)) {
      errors.push_back(line.error(0, "duplicate key '" + std::string(line.fields[0]) + "'"));
    }
    messages[key] = line.fields[1];
  });
  return messages;
}

std::string message_of(const Finding& finding, const Messages& messages) {
  const std::string* pattern = messages.find(word_key(finding.message));
  if (pattern == nullptr) return std::string(finding.message);
  std::string out;
  for (std::size_t i = 0; i < pattern->size(); ++i) {
    const bool placeholder =
        (*pattern)[i] == '{' && i + 2 < pattern->size() && (*pattern)[i + 2] == '}';
    const auto index = placeholder ? static_cast<std::size_t>((*pattern)[i + 1] - '1') : 0;
    if (placeholder && index < finding.arguments.size()) {
      const std::string& argument = finding.arguments[index];
      const std::string* named = messages.find(word_key(argument));
      out += named == nullptr ? local_number(argument, messages) : *named;
      i += 2;
    } else {
      out += (*pattern)[i];
    }
  }
  return out;
}

}  // namespace manicule
