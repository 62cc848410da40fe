// The alerts, each with articles that must raise it and articles that must not.

#include <set>

#include "alerts/messages.h"
#include "annotate.h"
#include "cases.h"
#include "catch.h"
#include "data.h"
#include "language/language.h"

namespace manicule::test {
namespace {

/// The alerts of an article as "kind:words|kind:words", "-" when there is none.
std::string alerts_of(const std::string& article, const AnnotateOptions& options) {
  const Text text = Text::from_utf8(article);
  std::string out;
  for (const Alert& alert : annotate(text, options).alerts) {
    if (!out.empty()) out += '|';
    out += alert.kind + ':' + std::string(text[alert.span]);
  }
  return out.empty() ? "-" : out;
}

TEST_CASE("alerts are raised where an article contradicts itself, and nowhere else") {
  for (const auto code : language_codes()) {
    for (const Case& row : read_cases(std::string(code) + "/alerts.tsv")) {
      INFO(row.where);
      REQUIRE(row.fields.size() == 3);
      AnnotateOptions options;
      options.read.language = code;
      if (row.fields[0] != "-") options.read.date = row.fields[0];
      CHECK(alerts_of(row.fields[2], options) == row.fields[1]);
    }
  }
}

TEST_CASE("an alert that is switched off is not raised") {
  AnnotateOptions options;
  options.read.language = "fr";
  const std::string article = "Le proc\u00E8s s'ouvrira lundi 24 janvier 2025.";
  CHECK(alerts_of(article, options) == "weekday:lundi");
  options.alerts.disabled = {"weekday"};
  CHECK(alerts_of(article, options) == "-");
}

TEST_CASE("no speaker is missed in a language whose cues are not known") {
  const std::string article =
      "Wczoraj by\u0142o bardzo zimno. \u201ETo bardzo dobra wiadomo\u015B\u0107 dla nas i dla "
      "ca\u0142ego miasta\u201D. Potem wyszed\u0142 bez s\u0142owa.";
  const Text text = Text::from_utf8(article);
  const Analysis found = annotate(text, {});
  CHECK(found.language == "und");
  CHECK(found.quotes.size() == 1);
  CHECK(found.alerts.empty());
}

TEST_CASE("every alert has its sentence in every language, with the same arguments") {
  const auto arguments = [](const std::string& sentence) {
    std::set<char> found;
    for (std::size_t i = 0; i + 2 < sentence.size(); ++i) {
      if (sentence[i] == '{' && sentence[i + 2] == '}') found.insert(sentence[i + 1]);
    }
    return found;
  };
  const Messages& english = find_language("en")->messages;
  REQUIRE(english.size() > 0);
  std::size_t keys = 0;
  for_each_line("en/alerts.tsv", [&](const DataLine& line) {
    ++keys;
    const WordKey key = word_key(line.fields[0]);
    for (const auto code : language_codes()) {
      INFO(code << ' ' << line.fields[0]);
      const std::string* sentence = find_language(code)->messages.find(key);
      REQUIRE(sentence != nullptr);
      for (const char argument : arguments(*sentence)) {
        CHECK(arguments(*english.find(key)).count(argument) == 1);
      }
    }
  });
  for (const auto code : language_codes()) {
    INFO(code);
    CHECK(find_language(code)->messages.size() == keys);
  }
}

TEST_CASE("messages come in the language asked for") {
  const Finding finding{{0, 1}, "weekday.mismatch", {"24 janvier 2025", "day.5"}, {}};
  CHECK(message_of(finding, find_language("en")->messages) == "24 janvier 2025 was a Friday.");
  CHECK(message_of(finding, find_language("fr")->messages) ==
        "Le 24 janvier 2025 \u00E9tait un vendredi.");
  CHECK(message_of({{0, 1}, "no.such", {}, {}}, find_language("fr")->messages) == "no.such");
}

}  // namespace
}  // namespace manicule::test
