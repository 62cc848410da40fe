#include "text/unicode.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace manicule {
namespace {

/// What a code point is in folded words, before composition; 0: nothing.
char32_t folded(char32_t c) {
  switch (c) {
    case 0x60:    // grave accent, as it is mistyped
    case 0xB4:    // acute accent, likewise
    case 0x2018:  // single quotation marks
    case 0x2019:
    case 0x2BC:
      return '\'';
    case 0x2010:  // hyphen, no-break hyphen
    case 0x2011:
      return '-';
    default: {
      const auto code_point = static_cast<UChar32>(c);
      return u_charType(code_point) == U_FORMAT_CHAR ? 0
                                                     : static_cast<char32_t>(u_tolower(code_point));
    }
  }
}

/// Replaces out[start, end) by its canonical composition.
void compose(std::string& out, std::size_t start) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return;
  const auto raw = icu::UnicodeString::fromUTF8(
      icu::StringPiece(out.data() + start, static_cast<std::int32_t>(out.size() - start)));
  const icu::UnicodeString composed = nfc->normalize(raw, status);
  if (U_FAILURE(status)) return;
  out.resize(start);
  composed.toUTF8String(out);
}

}  // namespace

CharClass classify(char32_t code_point) {
  const auto c = static_cast<UChar32>(code_point);
  // Unicode calls these punctuation, but they are read as signs, not as pauses.
  for (const char32_t sign : U"%&#@*\u2030\u00A7\u00B6\u2020\u2021") {
    if (code_point == sign && sign != 0) return CharClass::kSymbol;
  }
  switch (u_charType(c)) {
    case U_UPPERCASE_LETTER:
    case U_TITLECASE_LETTER:
      return CharClass::kUpper;
    case U_LOWERCASE_LETTER:
      return CharClass::kLower;
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
      return CharClass::kLetter;
    case U_DECIMAL_DIGIT_NUMBER:
      return CharClass::kDigit;
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK:
      return CharClass::kMark;
    case U_FORMAT_CHAR:
      return c == 0xFEFF ? CharClass::kSpace : CharClass::kMark;
    case U_SPACE_SEPARATOR:
      return CharClass::kSpace;
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
      return CharClass::kLineEnd;
    case U_CONTROL_CHAR:
      if (c == '\t') return CharClass::kSpace;
      return (c >= 0x0A && c <= 0x0D) || c == 0x85 ? CharClass::kLineEnd : CharClass::kOther;
    case U_CONNECTOR_PUNCTUATION:
    case U_DASH_PUNCTUATION:
    case U_START_PUNCTUATION:
    case U_END_PUNCTUATION:
    case U_INITIAL_PUNCTUATION:
    case U_FINAL_PUNCTUATION:
    case U_OTHER_PUNCTUATION:
      return CharClass::kPunctuation;
    case U_MATH_SYMBOL:
    case U_CURRENCY_SYMBOL:
    case U_MODIFIER_SYMBOL:
    case U_OTHER_SYMBOL:
    case U_LETTER_NUMBER:
    case U_OTHER_NUMBER:
      return CharClass::kSymbol;
    default:
      return CharClass::kOther;
  }
}

// Asking ICU for each character would be most of the tokenizer's time.
const std::array<CharProperties, kCharTableSize> kCharTable = [] {
  std::array<CharProperties, kCharTableSize> table{};
  for (char32_t c = 0; c < kCharTableSize; ++c) {
    table[c] = {classify(c), static_cast<char16_t>(folded(c))};
  }
  return table;
}();

std::uint32_t previous(std::string_view utf8, std::uint32_t at) {
  do --at;
  while ((static_cast<unsigned char>(utf8[at]) & 0xC0) == 0x80);
  return at;
}

void append_utf8(std::string& out, char32_t c) {
  const auto tail = [&](int shift) { out += static_cast<char>(0x80 | ((c >> shift) & 0x3F)); };
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
    tail(0);
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | (c >> 12));
    tail(6);
    tail(0);
  } else {
    out += static_cast<char>(0xF0 | (c >> 18));
    tail(12);
    tail(6);
    tail(0);
  }
}

void fold_append(std::string& out, std::string_view word) {
  constexpr char32_t kLatinEnd = 0x250;  // below it nothing composes with what stands before
  const std::size_t start = out.size();
  bool may_compose = false;
  for (std::size_t i = 0; i < word.size();) {
    const auto [c, size] = decode(word, i);
    i += size;
    const char32_t to = c < kCharTableSize ? kCharTable[c].folded : folded(c);
    if (to == 0) continue;
    may_compose |= to >= kLatinEnd;
    if (to < 0x80) {
      out += static_cast<char>(to);
    } else {
      append_utf8(out, to);
    }
  }
  if (may_compose) compose(out, start);
}

std::string fold(std::string_view word) {
  std::string out;
  fold_append(out, word);
  return out;
}

}  // namespace manicule
