// What is said of a fault in a data file, word for word.

#include "lexicon/data_lines.h"

#include "catch.h"

namespace manicule::test {
namespace {

DataLine line(std::string_view text, std::vector<std::string_view> fields) {
  return {.path = "en/units.tsv", .number = 12, .text = text, .fields = std::move(fields)};
}

TEST_CASE("an error names the place and shows the line") {
  const std::string_view text = "kilo\tkm\tkilometer";
  const auto km = line(text, {text.substr(0, 4), text.substr(5, 2), text.substr(8)});
  CHECK(km.error(1, "duplicate unit 'km'") ==
        "en/units.tsv:12:6: duplicate unit 'km'\n  kilo\tkm\tkilometer\n      \t^");
  CHECK(km.error(0, "no such unit") ==
        "en/units.tsv:12:1: no such unit\n  kilo\tkm\tkilometer\n  ^");
}

TEST_CASE("the caret stands under the letter, however many bytes stand before it") {
  const std::string_view text = "m\u00E8tre\tm";
  const auto metre = line(text, {text.substr(0, 6), text.substr(7)});
  CHECK(metre.error(1, "bad") == "en/units.tsv:12:8: bad\n  m\u00E8tre\tm\n       \t^");
}

TEST_CASE("a missing file has no lines") {
  CHECK_FALSE(for_each_line("en/none.txt", [](const DataLine&) {}));
  DataErrors errors;
  CHECK(load_words("en/none.txt", errors).size() == 0);
  CHECK(errors.empty());
}

}  // namespace
}  // namespace manicule::test
