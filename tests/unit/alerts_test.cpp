// The alerts, each with articles that must raise it and articles that must not.

#include "alerts/alerts.h"

#include <algorithm>
#include <ctime>
#include <set>

#include "alerts/messages.h"
#include "annotate.h"
#include "cases.h"
#include "catch.h"
#include "data.h"
#include "language/language.h"

namespace manicule::test {
namespace {

/// The alerts as "kind:words|kind:words", "-" when there is none.
std::string to_string(const std::vector<Alert>& alerts, const Text& text) {
  std::string out;
  for (const Alert& alert : alerts) {
    if (!out.empty()) out += '|';
    out += alert.kind + ':' + std::string(text[alert.span]);
  }
  return out.empty() ? "-" : out;
}

/// Calls `use` with each case of a language and the options it is read with.
template <class Use>
void for_each_case(std::string_view code, Use use) {
  for (const Case& row : read_cases(std::string(code) + "/alerts.tsv")) {
    INFO(row.where);
    REQUIRE(row.fields.size() == 3);
    AnnotateOptions options;
    options.read.language = code;
    if (row.fields[0] != "-") options.read.date = row.fields[0];
    use(row, options);
  }
}

constexpr std::string_view kKinds[] = {"quote-mark", "weekday",    "spelling",     "sum",    "age",
                                       "conflict",   "introduced", "unattributed", "undated"};

TEST_CASE("alerts are raised where an article contradicts itself, and nowhere else") {
  for (const auto code : language_codes()) {
    std::set<std::string_view> kinds;
    for_each_case(code, [&](const Case& row, const AnnotateOptions& options) {
      const Text text = Text::from_utf8(row.fields[2]);
      const Analysis found = annotate(text, options);
      CHECK(to_string(found.alerts, text) == row.fields[1]);
      for (const Alert& alert : found.alerts) {
        kinds.insert(*std::find(std::begin(kKinds), std::end(kKinds), alert.kind));
        CHECK(alert.message.find(' ') != std::string::npos);  // a sentence, not its key
      }
    });
    INFO(code);
    CHECK(kinds.size() == std::size(kKinds));
  }
}

TEST_CASE("each kind of alert is switched off by its name") {
  for_each_case("fr", [](const Case& row, AnnotateOptions options) {
    const Text text = Text::from_utf8(row.fields[2]);
    for (const auto kind : kKinds) {
      if (row.fields[1].find(std::string(kind) + ':') == std::string::npos) continue;
      options.alerts.disabled = {};
      std::vector<Alert> others = annotate(text, options).alerts;
      others.erase(std::remove_if(others.begin(), others.end(),
                                  [&](const Alert& alert) { return alert.kind == kind; }),
                   others.end());
      options.alerts.disabled = {std::string(kind)};
      CHECK(to_string(annotate(text, options).alerts, text) == to_string(others, text));
    }
  });
}

/// `count` sentences, each with a name much like the others', figures and a quotation.
std::string crowd(std::size_t count) {
  std::string out = "12 000 francs et \u00AB rien ne va plus ici ce soir \u00BB\n\n";
  for (std::size_t i = 0; i < count; ++i) {
    std::string name = "Bellan";
    for (std::size_t rest = i + 1; rest > 0; rest /= 5) name += "aeiou"[rest % 5];
    out += "Claire " + name + ", maire de Lyon, est pass\u00E9e de " + std::to_string(i + 100) +
           " \u00E0 " + std::to_string(i + 200) +
           " francs. \u00AB Rien ne va plus dans cette rue ce matin. \u00BB ";
  }
  return out;
}

TEST_CASE("many names, figures and quotations take the alerts linear time") {
  const auto seconds = [](std::size_t count) {
    const Text text = Text::from_utf8(crowd(count));
    ReadOptions options;
    options.language = "fr";
    const Document document = read_document(text, options);
    AnnotateOptions all;
    all.read = options;
    const Analysis analysis = annotate(text, all);
    const std::clock_t start = std::clock();
    find_alerts(document, analysis, {}, {});
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  };
  const bool linear = seconds(2400) < 24 * seconds(300) + 0.02 ||
                      seconds(2400) < 24 * seconds(300) + 0.02;  // a clock may be unlucky
  CHECK(linear);
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
  CHECK(message_of(finding, find_language("en")->messages) == "24 janvier 2025 falls on a Friday.");
  CHECK(message_of(finding, find_language("fr")->messages) ==
        "Le 24 janvier 2025 tombe un vendredi.");
  const Finding sum{{0, 1}, "sum.parts", {"53600000", "4096.5"}, {}};
  CHECK(message_of(sum, find_language("en")->messages) ==
        "These parts add up to 53,600,000, not 4096.5.");
  CHECK(message_of(sum, find_language("de")->messages) ==
        "Diese Teile ergeben 53.600.000, nicht 4096,5.");
  CHECK(message_of({{0, 1}, "no.such", {}, {}}, find_language("fr")->messages) == "no.such");
}

}  // namespace
}  // namespace manicule::test
