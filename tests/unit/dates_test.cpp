// Dates and times in sentences, a table for each language: the sentence with its dates between
// brackets, and their values. The article is of Wednesday, 26 February 2025.

#include <algorithm>
#include <string>
#include <vector>

#include "annotate.h"
#include "cases.h"
#include "catch.h"
#include "language/language.h"

namespace manicule {
namespace {

struct Marked {
  std::string text;
  std::vector<std::string> spans;
};

Marked without_brackets(const std::string& marked) {
  Marked out;
  std::size_t open = 0;
  for (const char c : marked) {
    if (c == '[') {
      open = out.text.size();
    } else if (c == ']') {
      out.spans.push_back(out.text.substr(open));
    } else {
      out.text += c;
    }
  }
  return out;
}

std::vector<std::string> values(const std::string& list) {
  std::vector<std::string> out;
  std::size_t begin = 0;
  while (begin < list.size()) {
    const std::size_t end = std::min(list.find(' ', begin), list.size());
    if (end > begin) out.push_back(list.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

}  // namespace

TEST_CASE("Dates and times are found with their values, and nothing else is") {
  for (const auto code : language_codes()) {
    for (const auto& test : test::read_cases(std::string(code) + "/dates.tsv")) {
      INFO(test.where << " " << test.fields[0]);
      const Marked marked = without_brackets(test.fields[0]);
      AnnotateOptions options;
      options.read.language = code;
      options.read.date = "2025-02-26";
      const Text text = Text::from_utf8(marked.text);
      const Analysis analysis = annotate(text, options);
      std::vector<std::string> spans, found;
      for (const Figure& figure : analysis.figures) {
        if (figure.kind != FigureKind::kDate && figure.kind != FigureKind::kTime) continue;
        spans.emplace_back(text[figure.span]);
        found.push_back(figure.value);
      }
      CHECK(spans == marked.spans);
      CHECK(found == values(test.fields.size() > 1 ? test.fields[1] : ""));
    }
  }
}

}  // namespace manicule
