// The annotation document and the options, word for word.

#include "json.h"

#include "catch.h"
#include "options.h"

namespace manicule::test {
namespace {

TEST_CASE("an annotation document in each unit") {
  const Text text = Text::from_utf8("\U0001F600 \u00E9 Ana");
  Analysis analysis;
  analysis.language = "fr";
  analysis.date = "2025-02-26";
  analysis.blocks = {{{0, text.size()}, BlockKind::kTitle}};
  analysis.entities = {{EntityKind::kPerson, "Ana", {{{8, 11}, 0.98765}}}};
  const auto json = [&](OffsetUnit unit) { return to_json(analysis, text, unit, "\"a\""); };
  CHECK(
      json(OffsetUnit::kUtf16) ==
      R"({"id":"a","format":"manicule/1","offsets":"utf-16","language":"fr","date":"2025-02-26",)"
      R"("blocks":[{"start":0,"end":8,"kind":"title"}],)"
      R"("entities":[{"id":"e1","kind":"person","name":"Ana",)"
      R"("mentions":[{"start":5,"end":8,"score":0.988}]}],"figures":[],"quotes":[],"alerts":[]})");
  CHECK(json(OffsetUnit::kUtf8).find(R"("start":8,"end":11)") != std::string::npos);
  CHECK(json(OffsetUnit::kCodePoint).find(R"("start":4,"end":7)") != std::string::npos);
}

std::string wrong_options(std::string_view json) {
  AnnotateOptions options;
  return set_from_json(options, json).value_or("");
}

TEST_CASE("options that cannot be used are named in one sentence") {
  CHECK(wrong_options("{}").empty());
  CHECK(wrong_options(R"({"lang": "fr", "date": "2024-02-29", "other": 1})").empty());
  CHECK(wrong_options(R"({"lang": null})").empty());
  CHECK(wrong_options("[]") == "the options are not a JSON object");
  CHECK(wrong_options("{") == "the options are not a JSON object");
  CHECK(wrong_options(R"({"lang": 1})") == "'lang' is not a string");
  CHECK(wrong_options(R"({"lang": "xx"})") ==
        "unknown language 'xx': one of fr, en, de, es, it, pt, nl");
  CHECK(wrong_options(R"({"date": "2025-02-29"})") ==
        "'2025-02-29' is not a date: write it as 2025-02-26");
  CHECK(wrong_options(R"({"disable": "sum"})") == "'disable' is not a list of alert kinds");
}

}  // namespace
}  // namespace manicule::test
