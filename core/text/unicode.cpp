#include "text/unicode.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <array>

namespace manicule {
namespace {

CharClass classify(char32_t code_point) {
  const auto c = static_cast<UChar32>(code_point);
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

/// Nearly all text of our languages lies below this; asking ICU for each of its characters would be
/// most of the tokenizer's time.
constexpr char32_t kTableSize = 0x2100;

const std::array<CharClass, kTableSize>& class_table() {
  static const auto table = [] {
    std::array<CharClass, kTableSize> t{};
    for (char32_t c = 0; c < kTableSize; ++c) t[c] = classify(c);
    return t;
  }();
  return table;
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

CharClass char_class(char32_t code_point) {
  static const auto& table = class_table();
  return code_point < kTableSize ? table[code_point] : classify(code_point);
}

Decoded decode(std::string_view utf8, std::size_t at) {
  const auto bits = [&](std::size_t i) { return static_cast<char32_t>(utf8[at + i]) & 0x3F; };
  const char32_t lead = static_cast<unsigned char>(utf8[at]);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xE0) return {((lead & 0x1F) << 6) | bits(1), 2};
  if (lead < 0xF0) return {((lead & 0x0F) << 12) | (bits(1) << 6) | bits(2), 3};
  return {((lead & 0x07) << 18) | (bits(1) << 12) | (bits(2) << 6) | bits(3), 4};
}

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
  constexpr char32_t kSoftHyphen = 0xAD, kCurlyApostrophe = 0x2019, kModifierApostrophe = 0x2BC;
  constexpr char32_t kHyphen = 0x2010, kNoBreakHyphen = 0x2011, kLatinEnd = 0x250;
  const std::size_t start = out.size();
  bool may_compose = false;
  for (std::size_t i = 0; i < word.size();) {
    const auto [c, size] = decode(word, i);
    i += size;
    if (c < 0x80) {
      out += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    } else if (c == kCurlyApostrophe || c == kModifierApostrophe) {
      out += '\'';
    } else if (c == kHyphen || c == kNoBreakHyphen) {
      out += '-';
    } else if (c != kSoftHyphen && u_charType(static_cast<UChar32>(c)) != U_FORMAT_CHAR) {
      may_compose |= c >= kLatinEnd;
      append_utf8(out, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))));
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
