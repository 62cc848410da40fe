#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace manicule {

/// What the tokenizer needs to know of a code point.
enum class CharClass : std::uint8_t {
  kSpace,    ///< any white space that does not end a line, the no-break ones included
  kLineEnd,  ///< LF, CR, NEL, line and paragraph separators, form feed, vertical tab
  kUpper,    ///< upper- and title-case letters
  kLower,
  kLetter,  ///< letters of scripts without case, modifier letters
  kDigit,   ///< decimal digits
  kMark,  ///< combining marks, and format characters that stand inside words (soft hyphen, joiners)
  kPunctuation,
  kSymbol,
  kOther  ///< controls, unassigned and private code points
};

/// What is known of the code points that nearly all text of our languages is made of.
struct CharProperties {
  CharClass kind = CharClass::kOther;
  char16_t folded = 0;  ///< what fold() makes of it before composition; 0: nothing
};
inline constexpr char32_t kCharTableSize = 0x2100;
extern const std::array<CharProperties, kCharTableSize> kCharTable;

/// The class of a code point outside the table; asks ICU.
CharClass classify(char32_t code_point);

inline CharClass char_class(char32_t code_point) {
  return code_point < kCharTableSize ? kCharTable[code_point].kind : classify(code_point);
}

inline bool is_letter(CharClass c) {
  return c == CharClass::kUpper || c == CharClass::kLower || c == CharClass::kLetter;
}

/// One code point and the bytes it takes.
struct Decoded {
  char32_t code_point;
  std::uint32_t size;
};

/// The code point at byte `at` of valid UTF-8; `at` is on a boundary and before the end.
inline Decoded decode(std::string_view utf8, std::size_t at) {
  const auto bits = [&](std::size_t i) { return static_cast<char32_t>(utf8[at + i]) & 0x3F; };
  const char32_t lead = static_cast<unsigned char>(utf8[at]);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xE0) return {((lead & 0x1F) << 6) | bits(1), 2};
  if (lead < 0xF0) return {((lead & 0x0F) << 12) | (bits(1) << 6) | bits(2), 3};
  return {((lead & 0x07) << 18) | (bits(1) << 12) | (bits(2) << 6) | bits(3), 4};
}

/// The byte at which the code point before byte `at` begins; `at` is on a boundary and not 0.
std::uint32_t previous(std::string_view utf8, std::uint32_t at);

void append_utf8(std::string& out, char32_t code_point);

/// The form under which words are looked up: lower case, NFC, straight apostrophes and hyphens, no
/// soft hyphens or joiners. "L’Été" and "l'e\u0301te\u0301" give the same.
std::string fold(std::string_view word);
void fold_append(std::string& out, std::string_view word);

}  // namespace manicule
