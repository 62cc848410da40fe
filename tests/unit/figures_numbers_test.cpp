// Numbers in words against ICU's spell-out formatter: what it writes must be read back, cardinals
// and ranks in every variant it has for a language.

#include <unicode/rbnf.h>

#include <random>
#include <string>
#include <vector>

#include "catch.h"
#include "document/tokenize.h"
#include "figures/atoms.h"
#include "figures/grammar.h"
#include "language/language.h"

namespace manicule {
namespace {

/// Every number up to this, and many random ones up to 10^12.
constexpr std::int64_t kAll = 10'000;
constexpr std::int64_t kLargest = 1'000'000'000'000;
#if defined(MANICULE_RELEASE)
constexpr int kRandom = 100'000;  // for each language, spread over its variants
#else
constexpr int kRandom = 1'000;
#endif

struct Variant {
  std::string name;
  bool ordinal;
};

/// The rule sets of ICU that write numbers as news does.
std::vector<Variant> variants(const icu::RuleBasedNumberFormat& speller) {
  std::vector<Variant> found;
  for (std::int32_t i = 0; i < speller.getNumberOfRuleSetNames(); ++i) {
    std::string name;
    speller.getRuleSetName(i).toUTF8String(name);
    const bool cardinal = name.find("%spellout-cardinal") == 0;
    const bool ordinal = name.find("%spellout-ordinal") == 0;
    if (cardinal || ordinal) found.push_back({name, ordinal});
  }
  return found;
}

/// Reads one number that fills `text`; the atoms found there otherwise, for the message.
class NumberReader {
 public:
  explicit NumberReader(const Language& language) : language_(language) {}

  bool reads(const std::string& words, std::int64_t number, bool ordinal) const {
    const Text text = Text::from_utf8(words);
    Document document;
    document.text = &text;
    document.language = &language_;
    tokenize(text, {0, text.size()}, language_, document.tokens);
    Atomizer atomizer(document, language_.figures->lexicon,
                      language_.figures->lexicon.decimal_mark());
    const auto& atoms = atomizer.read({0, static_cast<std::uint32_t>(document.tokens.size())});
    if (atoms.size() != 1) return false;
    const Reading* reading = atoms[0].reading(ordinal ? kOrdinal : kNumber);
    if (reading == nullptr && number == 1) reading = atoms[0].reading(kArticle);
    return reading != nullptr && reading->value == Decimal::of(number);
  }

 private:
  const Language& language_;
};

void check_locale(const char* locale, std::string_view code) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::RuleBasedNumberFormat speller(icu::URBNF_SPELLOUT, icu::Locale(locale), status);
  REQUIRE(U_SUCCESS(status));
  const NumberReader reader(*find_language(code));
  const auto all = variants(speller);
  std::mt19937_64 random(20250226);
  std::vector<std::string> wrong;
  const auto check = [&](const Variant& variant, std::int64_t number) {
    UErrorCode failed = U_ZERO_ERROR;
    icu::UnicodeString written;
    icu::FieldPosition nowhere;
    speller.format(number, icu::UnicodeString::fromUTF8(variant.name), written, nowhere, failed);
    std::string words;
    written.toUTF8String(words);
    // Beyond some size a variant writes digits.
    if (words.find_first_of("0123456789") != std::string::npos) return;
    if (!reader.reads(words, number, variant.ordinal)) wrong.push_back(variant.name + ": " + words);
  };
  for (const Variant& variant : all) {
    INFO(locale << " " << variant.name);
    wrong.clear();
    for (std::int64_t number = variant.ordinal ? 1 : 0; number <= kAll; ++number) {
      check(variant, number);
    }
    const auto share = kRandom / static_cast<int>(all.size());
    for (int i = 0; i < share; ++i) {
      // Evenly over the lengths of numbers, not over numbers, nearly all of which are long.
      std::int64_t limit = 10;
      for (auto digits = random() % 12; digits > 0; --digits) limit *= 10;
      check(variant, 1 + static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(limit)));
    }
    INFO(wrong.size() << " wrong, the first: " << (wrong.empty() ? "" : wrong.front())
                      << "; the last: " << (wrong.empty() ? "" : wrong.back()));
    CHECK(wrong.empty());
  }
}

}  // namespace

TEST_CASE("Numbers in words are read as ICU writes them") {
  static_assert(kAll < kLargest);
  for (const char* locale : {"fr", "fr_BE", "fr_CH"}) check_locale(locale, "fr");
  check_locale("en", "en");
  check_locale("de", "de");
  check_locale("es", "es");
  check_locale("it", "it");
  for (const char* locale : {"pt", "pt_PT"}) check_locale(locale, "pt");
  check_locale("nl", "nl");
}

}  // namespace manicule
