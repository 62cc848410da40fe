#include "alerts/messages.h"

namespace manicule {

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
      out += named == nullptr ? argument : *named;
      i += 2;
    } else {
      out += (*pattern)[i];
    }
  }
  return out;
}

}  // namespace manicule
