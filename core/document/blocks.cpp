#include "document/blocks.h"

#include "text/unicode.h"

namespace manicule {

std::vector<Block> find_blocks(const Text& text) {
  std::vector<Block> blocks;
  const std::string_view utf8 = text.utf8();
  Span current;
  std::uint32_t line_ends = 2;  // since the last visible character
  for (std::uint32_t at = 0; at < utf8.size();) {
    const auto [c, size] = decode(utf8, at);
    const CharClass kind = char_class(c);
    if (kind == CharClass::kLineEnd) {
      line_ends += c != '\r';
    } else if (kind != CharClass::kSpace) {
      if (line_ends > 0) {
        if (!current.empty()) blocks.push_back({current, BlockKind::kParagraph});
        current = {at, at};
      }
      line_ends = 0;
      current.end = at + size;
    }
    at += size;
  }
  if (!current.empty()) blocks.push_back({current, BlockKind::kParagraph});
  return blocks;
}

}  // namespace manicule
