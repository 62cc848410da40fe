// Blocks and their kinds: tests/cases/articles.tsv, tests/cases/<lang>/blocks.tsv.

#include "document/blocks.h"

#include <string>

#include "cases.h"
#include "catch.h"
#include "document/document.h"
#include "document/furniture.h"
#include "names_of.h"

namespace manicule::test {
namespace {

std::vector<std::string> kinds(const std::string& article, const std::string& language) {
  const Text text = Text::from_utf8(article);
  std::vector<std::string> out;
  for (const Block& block : read_document(text, {.language = language, .date = {}}).blocks) {
    out.emplace_back(name_of(block.kind));
  }
  return out;
}

TEST_CASE("the kinds of the blocks of an article") {
  for (const Case& c : read_cases("articles.tsv")) {
    INFO(c.where);
    REQUIRE(c.fields.size() == 3);
    std::string joined;
    for (const auto& kind : kinds(c.fields[0], c.fields[1])) {
      joined += (joined.empty() ? "" : " ") + kind;
    }
    CHECK(joined == c.fields[2]);
  }
}

TEST_CASE("furniture, headings and paragraphs in seven languages") {
  for (const auto language : language_codes()) {
    for (const Case& c : read_cases(std::string(language) + "/blocks.tsv")) {
      INFO(c.where << ' ' << c.fields[0]);
      REQUIRE(c.fields.size() == 2);
      const std::string article = "A 1.\n\nB 2.\n\n" + c.fields[0] + "\n\nC 3.\n\nD 4.";
      const auto found = kinds(article, std::string(language));
      REQUIRE(found.size() == 5);
      CHECK(found[2] == c.fields[1]);
    }
  }
}

TEST_CASE("line ends of every system part blocks") {
  for (const std::string end : {"\n", "\r\n", "\r", "\u2028"}) {
    CHECK(kinds("One." + end + end + "Two." + end + "Three.", "en").size() == 3);
  }
}

TEST_CASE("furniture has no tokens") {
  const Text text = Text::from_utf8("One.\n\nAdvertisement\n\nTwo.");
  const Document document = read_document(text, {.language = "en", .date = {}});
  CHECK(document.tokens.size() == 4);
  CHECK(document.sentences.size() == 2);
}

TEST_CASE("the plain words of a block") {
  CHECK(plain_words("Lire aussi : 10 photos !") == "lire aussi | # photos");
  CHECK(plain_words("PUBLI\u00C9 le 12.03.2025, 6:30") == "publi\u00E9 le # #");
  CHECK(plain_words("PUBLIE\u0301") == "publi\u00E9");
  CHECK(plain_words("(l\u2019e-mail) \u2013 now") == "( l'e mail | now");
  CHECK(plain_words("...").empty());
}

}  // namespace
}  // namespace manicule::test
