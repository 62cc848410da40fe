// Quotations: where they begin and end, of what kind they are, who says them and by what word it is
// told. The tables need no model: their speakers are names of two words, roles and pronouns.

#include "quotes/quotes.h"

#include "cases.h"
#include "catch.h"
#include "document/document.h"
#include "language/language.h"
#include "names_of.h"

namespace manicule::test {
namespace {

QuoteFindings find(const Text& text, std::string_view language) {
  ReadOptions options;
  options.language = language;
  return find_quotes(read_document(text, options), {}, {});
}

/// A quotation as "kind: content / speaker / cue", "-" for what it lacks; a stance that is not
/// neutral and the number of its chain follow.
std::string show(const Text& text, const Quote& quote) {
  const auto words = [&](const std::optional<Span>& span) {
    return span ? std::string(text[*span]) : std::string("-");
  };
  std::optional<Span> speaker;
  if (quote.speaker) speaker = quote.speaker->span;
  std::string out = std::string(name_of(quote.kind)) + ": " + std::string(text[quote.content]) +
                    " / " + words(speaker) + " / " + words(quote.cue);
  if (quote.stance != Stance::kNeutral) out += " / " + std::string(name_of(quote.stance));
  if (quote.chain) out += " #" + std::to_string(*quote.chain);
  return out;
}

TEST_CASE("quotations are found with their kind, their speaker and their cue") {
  for (const auto code : language_codes()) {
    for (const Case& row : read_cases(std::string(code) + "/quotes.tsv")) {
      INFO(row.where);
      const Text text = Text::from_utf8(row.fields[0]);
      std::vector<std::string> found;
      for (const Quote& quote : find(text, code).quotes) found.push_back(show(text, quote));
      const std::vector<std::string> expected(row.fields.begin() + 1, row.fields.end());
      CHECK(found == expected);
    }
  }
}

TEST_CASE("quotation marks are paired as a reader pairs them, and slips are told") {
  for (const Case& row : read_cases("quote_marks.tsv")) {
    INFO(row.where);
    REQUIRE(row.fields.size() == 4);
    const Text text = Text::from_utf8(row.fields[1]);
    const QuoteFindings found = find(text, row.fields[0]);
    std::string contents, slips;
    for (const Quote& quote : found.quotes) {
      if (quote.kind == QuoteKind::kReported) continue;
      contents += (contents.empty() ? "" : " | ") + std::string(text[quote.content]);
    }
    for (const Finding& slip : found.marks) {
      const std::string_view key = slip.message.substr(slip.message.find('.') + 1);
      slips += (slips.empty() ? "" : " | ") + std::string(key) + " " + std::string(text[slip.span]);
    }
    CHECK((contents.empty() ? "-" : contents) == row.fields[2]);
    CHECK((slips.empty() ? "-" : slips) == row.fields[3]);
  }
}

TEST_CASE("every language knows hundreds of forms of cue verbs") {
  for (const auto code : language_codes()) {
    INFO(code);
    const QuoteLexicon& lexicon = find_language(code)->quotes;
    CHECK(lexicon.words.size() > 1200);
    CHECK(lexicon.phrases.size() > 3);
  }
}

TEST_CASE("quotation marks without words between them are no quotations") {
  for (const std::string marks :
       {"\"", "\xC2\xAB", "\xC2\xAB\xC2\xBB", "' ", "\xE2\x80\x9C\xE2\x80\x9D"}) {
    std::string many;
    for (int i = 0; i < 20000; ++i) many += marks;
    const Text text = Text::from_utf8(many);
    const QuoteFindings found = find(text, "fr");
    CHECK(found.quotes.empty());
    CHECK(found.marks.empty());
  }
}

}  // namespace
}  // namespace manicule::test
