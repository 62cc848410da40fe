#include "document/blocks.h"

#include <algorithm>
#include <cstdint>

#include "text/unicode.h"

namespace manicule {
namespace {

/// White space at which lines are broken.
bool is_breaking(char32_t c) { return c != 0xA0 && c != 0x2007 && c != 0x202F; }

struct Line {
  Span span;                     ///< without outer white space
  std::uint32_t width = 0;       ///< code points
  std::uint32_t first_word = 0;  ///< code points up to its first space
  bool after_gap = false;        ///< an empty line stands before it, or nothing
};

std::vector<Line> visible_lines(std::string_view utf8) {
  std::vector<Line> lines;
  Line line;
  std::uint32_t column = 0;
  std::uint32_t line_ends = 2;  // since the last visible character
  bool fresh = true;            // nothing visible in this line yet
  for (std::uint32_t at = 0; at < utf8.size();) {
    const auto [c, size] = decode(utf8, at);
    const CharClass kind = char_class(c);
    if (kind == CharClass::kLineEnd) {
      const bool second_half = c == '\n' && at > 0 && utf8[at - 1] == '\r';
      line_ends += !second_half;
      fresh = true;
    } else if (kind == CharClass::kSpace) {
      if (!fresh && line.first_word == 0 && is_breaking(c)) line.first_word = column;
      ++column;
    } else {
      if (fresh) {
        if (!line.span.empty()) lines.push_back(line);
        line = {{at, at}, 0, 0, line_ends > 1};
        column = 0;
        line_ends = 0;
        fresh = false;
      }
      line.span.end = at + size;
      line.width = ++column;
    }
    at += size;
  }
  if (!line.span.empty()) lines.push_back(line);
  for (Line& l : lines) {
    if (l.first_word == 0) l.first_word = l.width;
  }
  return lines;
}

/// The width that lines are filled to, or 0: nearly all are at most that long, and where one ends
/// without a gap the next word would mostly not have fitted.
std::uint32_t filled_width(const std::vector<Line>& lines) {
  constexpr std::uint32_t kWidest = 100, kNarrowest = 40;
  constexpr std::size_t kFewest = 3;
  std::vector<std::uint32_t> widths;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (!lines[i].after_gap) widths.push_back(lines[i - 1].width);
  }
  if (widths.size() < kFewest) return 0;
  const auto high = static_cast<std::ptrdiff_t>(widths.size() - 1 - widths.size() / 20);
  std::nth_element(widths.begin(), widths.begin() + high, widths.end());
  const std::uint32_t width = widths[static_cast<std::size_t>(high)];
  if (width > kWidest || width < kNarrowest) return 0;
  std::size_t filled = 0;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    filled += !lines[i].after_gap && lines[i - 1].width + 1 + lines[i].first_word > width;
  }
  return filled * 2 >= widths.size() ? width : 0;
}

/// Whether gaps stand between paragraphs, so that no other line end parts them.
bool has_gaps(const std::vector<Line>& lines) {
  return std::count_if(lines.begin(), lines.end(), [](const Line& l) { return l.after_gap; }) > 2;
}

}  // namespace

std::vector<Block> find_blocks(const Text& text) {
  const std::vector<Line> lines = visible_lines(text.utf8());
  const std::uint32_t width = filled_width(lines);
  const bool gaps = has_gaps(lines);
  std::vector<Block> blocks;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool goes_on = width != 0 && i > 0 && !lines[i].after_gap &&
                         (gaps || lines[i - 1].width + 1 + lines[i].first_word > width);
    if (goes_on) {
      blocks.back().span.end = lines[i].span.end;
    } else {
      blocks.push_back({lines[i].span, BlockKind::kParagraph});
    }
  }
  return blocks;
}

}  // namespace manicule
