// What must hold on any text, tried on the texts that break programs.

#include "properties.h"

#include <string>

#include "annotate.h"
#include "catch.h"

namespace manicule::test {
namespace {

std::string repeat(std::string_view piece, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += piece;
  return out;
}

TEST_CASE("properties hold on hostile UTF-8") {
  using namespace std::string_literals;
  const std::string texts[] = {
      "",
      " ",
      "\0"s,
      "a\0b"s,
      "\xEF\xBB\xBFWith a mark in front.",
      "\xFF\xFE broken \xE2\x82 in \xF0\x9F the middle \xC3",
      "one\r\ntwo\r\rthree\n\n\n\nfour",
      "\u00A0\u202F\u200B\u00AD",
      "cafe\u0301 co\u00ADope\u00ADra\u00ADte \U0001F468\u200D\U0001F469\u200D\U0001F467 fin",
      "\u202E\u05E9\u05DC\u05D5\u05DD, \u0645\u0631\u062D\u0628\u0627 \u0662\u0660\u066A",
      "\u65E5\u672C\u8A9E\u306E\u6587\u7AE0\u3002\u300C\u5F15\u7528\u300D",
      repeat("\u00AB ", 500),
      repeat("\u00BB", 500),
      repeat("\"", 501),
      repeat("'a ", 300),
      repeat("(\u201C", 300),
      repeat("1,", 500),
      repeat("1 000 ", 300),
      repeat("M. ", 300),
      repeat("A", 5000),
      repeat("Il a dit : \u00AB Oui \u00BB, a dit M. Martin, 3 % de plus qu'en 2024. ", 30),
  };
  for (const std::string& text : texts) {
    INFO("text: " << text.substr(0, 80));
    CHECK(check_utf8(text) == Broken{});
  }
}

TEST_CASE("properties hold on hostile UTF-16") {
  const std::u16string texts[] = {
      u"",
      u"\xD800",
      u"\xDC00\xD800",
      u"a\xD83D",
      u"\xD83D\xDE00 10 % \xDE00 \xAB oui \xBB",
      std::u16string(1, u'\0'),
      u"\xFEFF\x0041\x0301",
  };
  for (const std::u16string& text : texts) CHECK(check_utf16(text) == Broken{});
}

TEST_CASE("the checker sees what is broken") {
  const Text text = Text::from_utf8("d\u00E9j\u00E0 vu");
  Analysis analysis;
  analysis.language = "fr";
  analysis.blocks = {{{0, text.size()}}};
  CHECK(check_analysis(text, analysis) == Broken{});

  SECTION("a span outside the text") {
    analysis.figures = {{{0, 99}, FigureKind::kNumber, "1", Modifier::kNone, {0, 1}}};
    CHECK(check_analysis(text, analysis) == Broken{"figure [0, 99) is not in the text"});
  }
  SECTION("a span that cuts a character") {
    analysis.blocks[0].span.end = 2;
    CHECK(check_analysis(text, analysis) == Broken{"block [0, 2) cuts a character"});
  }
  SECTION("quotes that cross") {
    analysis.quotes.resize(2);
    analysis.quotes[0].span = analysis.quotes[0].content = {0, 4};
    analysis.quotes[1].span = analysis.quotes[1].content = {3, 6};
    CHECK(check_analysis(text, analysis) == Broken{"quote [3, 6) crosses [0, 4)"});
  }
  SECTION("a mark in furniture") {
    analysis.blocks[0].kind = BlockKind::kFurniture;
    analysis.figures = {{{0, 1}, FigureKind::kNumber, "1", Modifier::kNone, {0, 1}}};
    CHECK(check_analysis(text, analysis) == Broken{"something is marked in furniture [0, 9)"});
  }
}

}  // namespace
}  // namespace manicule::test
