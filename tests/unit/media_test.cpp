// Where a quotation was said, when its sentence tells.

#include "annotate.h"
#include "cases.h"
#include "catch.h"
#include "language/language.h"

namespace manicule::test {
namespace {

TEST_CASE("the medium of a quotation is told from its speaker") {
  for (const auto code : language_codes()) {
    for (const Case& row : read_cases(std::string(code) + "/media.tsv")) {
      INFO(row.where);
      REQUIRE(row.fields.size() == 2);
      AnnotateOptions options;
      options.read.language = code;
      const Text text = Text::from_utf8(row.fields[0]);
      const Analysis found = annotate(text, options);
      REQUIRE_FALSE(found.quotes.empty());
      const auto& medium = found.quotes[0].medium;
      CHECK((medium ? std::string(text[*medium]) : "-") == row.fields[1]);
    }
  }
}

}  // namespace
}  // namespace manicule::test
