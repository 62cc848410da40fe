#include "figures/pieces.h"

namespace manicule {

std::size_t piece_end(std::string_view word) {
  constexpr std::string_view kCurly = "\xE2\x80\x99", kHyphens[] = {"\xE2\x80\x90", "\xE2\x80\x91"};
  for (std::size_t i = 1; i < word.size(); ++i) {
    if (word[i] == '-') return i;
    if (word[i] == '\'') return i + 1;
    if (word[i] != '\xE2') continue;
    const std::string_view mark = word.substr(i, 3);
    if (mark == kCurly) return i + 3;
    if (mark == kHyphens[0] || mark == kHyphens[1]) return i;
  }
  return word.size();
}

std::size_t hyphen_size(std::string_view rest) {
  if (rest.empty()) return 0;
  if (rest[0] == '-') return 1;
  return rest.substr(0, 2) == "\xE2\x80" && rest.size() > 2 &&
                 (rest[2] == '\x90' || rest[2] == '\x91')
             ? 3
             : 0;
}

bool has_pieces(std::string_view word) { return word.size() > 2 && piece_end(word) < word.size(); }

std::size_t digits_end(std::string_view word) {
  std::size_t end = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (is_ascii_digit(word[i])) {
      end = i + 1;
    } else if (word[i] != '.' && word[i] != ',' && word[i] != '\'' &&
               word.substr(i, 3) != "\xE2\x80\x99") {
      if (static_cast<unsigned char>(word[i]) < 0x80 ||
          (i > 0 && word.substr(i - 1, 3) != "\xE2\x80\x99" &&
           word.substr(i < 2 ? 0 : i - 2, 3) != "\xE2\x80\x99")) {
        break;
      }
    }
  }
  return end;
}

}  // namespace manicule
