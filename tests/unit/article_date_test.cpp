// The date that an article gives itself: tests/cases/article_date.tsv.

#include "document/article_date.h"

#include "cases.h"
#include "catch.h"
#include "document/document.h"

namespace manicule::test {
namespace {

TEST_CASE("the article's own date") {
  for (const Case& c : read_cases("article_date.tsv")) {
    INFO(c.where);
    REQUIRE(c.fields.size() == 3);
    const Text text = Text::from_utf8(c.fields[0]);
    const Document document = read_document(text, {.language = c.fields[1], .date = {}});
    CHECK(document.date.value_or("none") == c.fields[2]);
  }
}

TEST_CASE("a given date goes before the article's own") {
  const Text text = Text::from_utf8("Updated: March 3, 2025\n\nIt shut.\n\nIt did.");
  CHECK(read_document(text, {.language = "en", .date = "2024-01-01"}).date == "2024-01-01");
}

}  // namespace
}  // namespace manicule::test
