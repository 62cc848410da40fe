// Offsets of any text, against counting from its beginning.

#include "text/text.h"

#include <random>
#include <string>
#include <vector>

#include "catch.h"
#include "text/unicode.h"

namespace manicule::test {
namespace {

/// Checks every offset of `text` against `expected`, which holds the UTF-16 unit or byte of the
/// given text at which each code point begins, and its size at the end.
void check_offsets(const Text& text, OffsetUnit unit, const std::vector<std::uint32_t>& expected) {
  std::uint32_t byte = 0;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    REQUIRE(byte <= text.size());
    REQUIRE(text.offset(byte, unit) == expected[i]);
    REQUIRE(text.offset(byte, OffsetUnit::kCodePoint) == i);
    if (byte < text.size()) byte += decode(text.utf8(), byte).size;
  }
  CHECK(byte == text.size());
}

void check_utf16(const std::u16string& given) {
  std::vector<std::uint32_t> begins;
  for (std::uint32_t i = 0; i < given.size(); ++i) {
    begins.push_back(i);
    const bool pair = given[i] >= 0xD800 && given[i] < 0xDC00 && i + 1 < given.size() &&
                      given[i + 1] >= 0xDC00 && given[i + 1] < 0xE000;
    i += pair;
  }
  begins.push_back(static_cast<std::uint32_t>(given.size()));
  check_offsets(Text::from_utf16(given), OffsetUnit::kUtf16, begins);
}

TEST_CASE("UTF-16 offsets refer to the text as given") {
  check_utf16(u"");
  check_utf16(u"\xFEFF\u00E9te\x0301 \U0001F600\r\n\u00A0\u202F\u00AD\xD83D x\xDE00\xD800");
  check_utf16(std::u16string(300, u'\xDC00'));
  check_utf16(std::u16string(3, u'\0'));
  std::mt19937 random(7);
  const char16_t units[] = {u'a', u' ', u'\n', u'\0', 0xE9, 0x301, 0x2019, 0xFEFF, 0xD83D, 0xDE00};
  for (int round = 0; round < 200; ++round) {
    std::u16string given;
    for (auto size = random() % 600; size > 0; --size) given += units[random() % std::size(units)];
    check_utf16(given);
  }
}

/// A piece of UTF-8 and how many code points it is read as.
struct Piece {
  std::string bytes;
  std::vector<std::uint32_t> sizes;
};

TEST_CASE("UTF-8 offsets refer to the text as given, broken bytes included") {
  using namespace std::string_literals;
  const Piece pieces[] = {{"a", {1}},
                          {"\0"s, {1}},
                          {"\xC3\xA9", {2}},
                          {"\xE2\x80\x99", {3}},
                          {"\xF0\x9F\x98\x80", {4}},
                          {"\xFF ", {1, 1}},
                          {"\x80 ", {1, 1}},
                          {"\xC3 ", {1, 1}},
                          {"\xE2\x80 ", {2, 1}},             // cut short: one replacement
                          {"\xF0\x9F\x98 ", {3, 1}},         // likewise
                          {"\xC0\xAF ", {1, 1, 1}},          // overlong: one each
                          {"\xED\xA0\x80 ", {1, 1, 1, 1}}};  // a surrogate: likewise
  std::mt19937 random(11);
  for (int round = 0; round < 200; ++round) {
    std::string given;
    std::vector<std::uint32_t> begins;
    auto at = std::uint32_t{0};
    for (auto count = random() % 200; count > 0; --count) {
      const Piece& piece = pieces[random() % std::size(pieces)];
      given += piece.bytes;
      for (const auto size : piece.sizes) {
        begins.push_back(at);
        at += size;
      }
    }
    begins.push_back(at);
    check_offsets(Text::from_utf8(given), OffsetUnit::kUtf8, begins);
  }
}

TEST_CASE("folding makes spellings of one word the same") {
  CHECK(fold("L\u2019\u00C9T\u00C9") == "l'\u00E9t\u00E9");
  CHECK(fold("l'e\u0301te\u0301") == "l'\u00E9t\u00E9");
  CHECK(fold("Co\u00ADope\u200Drate") == "cooperate");
  CHECK(fold("Jean\u2011Luc") == "jean-luc");
  CHECK(fold("l\u00B4eau") == "l'eau");
  CHECK(fold("").empty());
}

}  // namespace
}  // namespace manicule::test
