// The examples that stand in the rule files: "+ text with [figures] = kind value modifier; ..." and
// "- text" in which there is no figure at all. In the files that all languages share the language
// comes first: "+fr ...".

#include <string>
#include <vector>

#include "annotate.h"
#include "catch.h"
#include "data.h"
#include "figures/grammar.h"
#include "language/language.h"
#include "lexicon/data_lines.h"
#include "names_of.h"

namespace manicule {
namespace {

struct Example {
  std::string language;
  std::string text;                 ///< without brackets
  std::vector<std::string> wanted;  ///< "[12 %] percent 12"
};

std::string trim(std::string text) {
  while (!text.empty() && text.front() == ' ') text.erase(0, 1);
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

Example parse(const DataLine& line) {
  Example example;
  std::string rest(line.text.substr(1));
  example.language = line.path.substr(0, line.path.find('/'));
  if (rest[0] != ' ') {
    example.language = rest.substr(0, 2);
    rest.erase(0, 2);
  }
  const bool positive = line.text[0] == '+';
  const std::size_t equals = positive ? rest.rfind(" = ") : std::string::npos;
  std::vector<std::string> spans;
  std::size_t open = 0;
  for (const char c : trim(rest.substr(0, equals))) {
    if (c == '[') {
      open = example.text.size();
    } else if (c == ']') {
      spans.push_back(example.text.substr(open));
    } else {
      example.text += c;
    }
  }
  std::string values = equals == std::string::npos ? "" : rest.substr(equals + 3);
  for (const auto& span : spans) {
    const std::size_t end = values.find(';');
    example.wanted.push_back("[" + span + "] " + trim(values.substr(0, end)));
    values.erase(0, end == std::string::npos ? values.size() : end + 1);
  }
  return example;
}

std::vector<std::string> figures_of(const Example& example) {
  AnnotateOptions options;
  options.read.language = example.language;
  options.read.date = "2025-02-26";
  const Text text = Text::from_utf8(example.text);
  std::vector<std::string> found;
  for (const Figure& figure : annotate(text, options).figures) {
    std::string& one = found.emplace_back("[" + std::string(text[figure.span]) + "] ");
    one.append(name_of(figure.kind)).append(" ").append(figure.value);
    if (figure.modifier != Modifier::kNone) one.append(" ").append(name_of(figure.modifier));
  }
  return found;
}

}  // namespace

TEST_CASE("The examples of the rules for figures hold") {
  std::size_t examples = 0;
  for (const auto path : data_files()) {
    if (path.find("/figures/") == std::string_view::npos) continue;
    if (path.size() < 6 || path.substr(path.size() - 6) != ".rules") continue;
    for_each_line(path, [&](const DataLine& line) {
      if (line.text[0] != '+' && line.text[0] != '-') return;
      ++examples;
      const Example example = parse(line);
      INFO(path << ":" << line.number << ": " << line.text);
      CHECK(figures_of(example) == example.wanted);
    });
  }
  CHECK(examples > 0);
}

TEST_CASE("A rule file with a fault says where and what") {
  FigureLexicon lexicon;
  RuleSet rules;
  DataErrors errors;
  rules.load("no/such/file.rules", lexicon, errors);
  CHECK(errors.empty());
  for (const auto code : language_codes()) CHECK(find_language(code)->errors.empty());
}

}  // namespace manicule
