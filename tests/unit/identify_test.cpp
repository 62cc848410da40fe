// Which language a text is in: tests/cases/identify.tsv.

#include "document/identify.h"

#include <string>

#include "cases.h"
#include "catch.h"
#include "data.h"

namespace manicule::test {
namespace {

TEST_CASE("the language of single sentences") {
  for (const Case& c : read_cases("identify.tsv")) {
    INFO(c.where << ' ' << c.fields[1]);
    REQUIRE(c.fields.size() == 2);
    CHECK(identify_language(c.fields[1]) == c.fields[0]);
  }
}

TEST_CASE("a long text is in the language of most of it") {
  std::string text;
  for (int i = 0; i < 500; ++i) text += "The council will vote on the new budget next Tuesday. ";
  CHECK(identify_language("Partager cet article sur les réseaux. " + text) == "en");
  CHECK(identify_language("") == "und");
}

TEST_CASE("the weights of language identification are small and whole") {
  CHECK(data_file("languages.weights").size() < 60'000);
  CHECK(data_file("languages.weights").size() > 10'000);
  CHECK(data_file("languages.weights").size() % 10 == 0);
}

}  // namespace
}  // namespace manicule::test
