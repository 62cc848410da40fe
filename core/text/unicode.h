#pragma once

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

CharClass char_class(char32_t code_point);

inline bool is_letter(CharClass c) {
  return c == CharClass::kUpper || c == CharClass::kLower || c == CharClass::kLetter;
}

/// One code point and the bytes it takes.
struct Decoded {
  char32_t code_point;
  std::uint32_t size;
};

/// The code point at byte `at` of valid UTF-8; `at` is on a boundary and before the end.
Decoded decode(std::string_view utf8, std::size_t at);

/// The byte at which the code point before byte `at` begins; `at` is on a boundary and not 0.
std::uint32_t previous(std::string_view utf8, std::uint32_t at);

void append_utf8(std::string& out, char32_t code_point);

/// The form under which words are looked up: lower case, NFC, straight apostrophes and hyphens, no
/// soft hyphens or joiners. "L’Été" and "l'e\u0301te\u0301" give the same.
std::string fold(std::string_view word);
void fold_append(std::string& out, std::string_view word);

}  // namespace manicule
