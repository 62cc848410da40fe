#include "lexicon/data_lines.h"

#include "data.h"
#include "text/unicode.h"

namespace manicule {
namespace {

std::string_view trim(std::string_view s) {
  const auto outer = [](char c) { return c == ' ' || c == '\r'; };
  while (!s.empty() && outer(s.front())) s.remove_prefix(1);
  while (!s.empty() && outer(s.back())) s.remove_suffix(1);
  return s;
}

/// Cuts the part before the next `separator` off `rest`, and the separator with it.
std::string_view cut(std::string_view& rest, char separator) {
  const std::size_t at = rest.find(separator);
  const std::string_view part = rest.substr(0, at);
  rest.remove_prefix(at == std::string_view::npos ? rest.size() : at + 1);
  return part;
}

}  // namespace

std::string DataLine::error(std::size_t field, std::string_view message) const {
  const std::size_t column =
      field < fields.size() ? static_cast<std::size_t>(fields[field].data() - text.data()) : 0;
  std::string out(path);
  out += ':' + std::to_string(number) + ':' + std::to_string(column + 1) + ": ";
  out += message;
  out += "\n  ";
  out += text;
  out += "\n  ";
  for (std::size_t i = 0; i < column; ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) out += text[i] == '\t' ? '\t' : ' ';
  }
  return out + '^';
}

bool for_each_line(std::string_view path, const std::function<void(const DataLine&)>& use) {
  const std::string_view text = data_file(path);
  if (text.data() == nullptr) return false;
  for_each_line_of(text, path, use);
  return true;
}

void for_each_line_of(std::string_view text, std::string_view path,
                      const std::function<void(const DataLine&)>& use) {
  std::string_view rest = text;
  DataLine line{.path = path, .number = 0, .text = {}, .fields = {}};
  while (!rest.empty()) {
    line.text = cut(rest, '\n');
    ++line.number;
    if (trim(line.text).empty() || line.text.front() == '#') continue;
    line.fields.clear();
    std::string_view fields = line.text;
    while (!fields.empty()) line.fields.push_back(trim(cut(fields, '\t')));
    use(line);
  }
}

WordSet load_words(std::string_view path, DataErrors& errors) {
  WordSet words;
  for_each_line(path, [&](const DataLine& line) {
    const std::string word = fold(line.fields[0]);
    if (words.contains(word)) {
      errors.push_back(line.error(0, "duplicate word '" + word + "'"));
    }
    words.insert(word);
  });
  return words;
}

}  // namespace manicule
