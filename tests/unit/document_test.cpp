// Tokens and sentences: tests/cases/<lang>/tokens.tsv and sentences.tsv.

#include "document/document.h"

#include <string>

#include "cases.h"
#include "catch.h"

namespace manicule::test {
namespace {

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : "|") + part;
  return out;
}

std::string tokens(const Document& document) {
  std::vector<std::string> parts;
  for (const Token& token : document.tokens) parts.emplace_back((*document.text)[token.span]);
  return joined(parts);
}

std::string sentences(const Document& document) {
  std::vector<std::string> parts;
  for (const Sentence& sentence : document.sentences) {
    parts.emplace_back((*document.text)[document.span(sentence.tokens)]);
  }
  return joined(parts);
}

void check_table(const std::string& table, std::string (*read)(const Document&)) {
  for (const auto language : language_codes()) {
    for (const Case& c : read_cases(std::string(language) + '/' + table)) {
      INFO(c.where);
      REQUIRE(c.fields.size() == 2);
      const Text text = Text::from_utf8(c.fields[0]);
      CHECK(read(read_document(text, {.language = std::string(language), .date = {}})) ==
            c.fields[1]);
    }
  }
}

TEST_CASE("tokens in seven languages") { check_table("tokens.tsv", tokens); }

TEST_CASE("sentences in seven languages") { check_table("sentences.tsv", sentences); }

TEST_CASE("the data files of every language are without faults") {
  for (const auto code : language_codes()) {
    const Language* language = find_language(code);
    REQUIRE(language != nullptr);
    CHECK(language->errors == DataErrors{});
    CHECK(language->abbreviations.size() > 40);
    CHECK(language->function_words.size() > 100);
  }
}

}  // namespace
}  // namespace manicule::test
