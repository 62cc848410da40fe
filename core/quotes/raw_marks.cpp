#include "quotes/raw_marks.h"

#include "text/unicode.h"

namespace manicule {

bool is_word(char32_t c) {
  const CharClass k = char_class(c);
  return is_letter(k) || k == CharClass::kDigit || k == CharClass::kMark || k == CharClass::kSymbol;
}

bool is_digit(char32_t c) { return char_class(c) == CharClass::kDigit; }

namespace {

bool family_of(char32_t c, MarkFamily& family) {
  switch (c) {
    case 0xAB:
    case 0xBB:
      family = MarkFamily::kGuillemet;
      return true;
    case 0x2039:
    case 0x203A:
      family = MarkFamily::kSingleGuillemet;
      return true;
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
      family = MarkFamily::kCurly;
      return true;
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
      family = MarkFamily::kSingleCurly;
      return true;
    case '"':
      family = MarkFamily::kStraight;
      return true;
    case '\'':
    case '`':
    case 0xB4:
      family = MarkFamily::kSingleStraight;
      return true;
    default:
      return false;
  }
}

Side side_of(char32_t c) {
  if (c == 0 || c == '(' || c == '[' || c == '{' || c == '-' || c == '/' || c == 0x2013 ||
      c == 0x2014 || c == 0x2015 || c == 0xBF || c == 0xA1) {
    return Side::kEdge;
  }
  if (c == 0xA0 || c == 0x202F || c == 0x2009) return Side::kTied;
  const CharClass k = char_class(c);
  if (k == CharClass::kSpace || k == CharClass::kLineEnd || k == CharClass::kOther) {
    return Side::kEdge;
  }
  return k == CharClass::kPunctuation ? Side::kPunctuation : Side::kWord;
}

/// The marks of one block, before anything is decided.
class BlockReader {
 public:
  BlockReader(std::string_view utf8, Span block, std::vector<RawMark>& marks)
      : utf8_(utf8.substr(0, block.end)), begin_(block.begin), marks_(marks) {}

  void run() {
    const std::size_t first = marks_.size();
    for (std::uint32_t at = begin_; at < utf8_.size();) {
      const auto [c, size] = decode(utf8_, at);
      RawMark mark{.span = {at, at + size}, .code_point = c};
      if (family_of(c, mark.family)) {
        join_pair(mark);
        marks_.push_back(mark);
      } else if (c == '<' || c == '>') {
        mark.code_point = c == '<' ? 0xAB : 0xBB;
        mark.family = MarkFamily::kGuillemet;
        if (next(mark.span.end) == c) {
          mark.span.end += 1;
          marks_.push_back(mark);
        }
      } else if (c == ',' && next(at + 1) == ',' && is_word(next(at + 2))) {
        mark.span.end += 1;
        mark.code_point = 0x201E;
        mark.family = MarkFamily::kCommas;
        marks_.push_back(mark);
      }
      at = std::max(mark.span.end, at + size);
    }
    look_around(first);
  }

 private:
  char32_t next(std::uint32_t at) const {
    return at < utf8_.size() ? decode(utf8_, at).code_point : 0;
  }
  char32_t last(std::uint32_t at) const {
    return at > begin_ ? decode(utf8_, previous(utf8_, at)).code_point : 0;
  }

  /// `` and '' are one mark each.
  void join_pair(RawMark& mark) {
    const char32_t c = mark.code_point;
    if ((c == '`' || c == '\'') && next(mark.span.end) == c && next(mark.span.end + 1) != c &&
        last(mark.span.begin) != c) {
      mark.span.end += 1;
      mark.family = MarkFamily::kTex;
    }
  }

  void look_around(std::size_t first) {
    for (std::size_t i = first; i < marks_.size(); ++i) {
      RawMark& mark = marks_[i];
      mark.before = last(mark.span.begin);
      mark.after = next(mark.span.end);
      const bool touches = i > first && marks_[i - 1].span.end == mark.span.begin;
      mark.left = touches ? marks_[i - 1].left : side_of(mark.before);
    }
    for (std::size_t i = marks_.size(); i-- > first;) {
      const bool touches = i + 1 < marks_.size() && marks_[i + 1].span.begin == marks_[i].span.end;
      marks_[i].right = touches ? marks_[i + 1].right : side_of(marks_[i].after);
    }
  }

  std::string_view utf8_;
  std::uint32_t begin_;
  std::vector<RawMark>& marks_;
};

/// Takes out runs of more than four marks with nothing between them: a line of decoration.
void drop_decoration(std::vector<RawMark>& marks, std::string_view utf8) {
  constexpr std::size_t kLongestRun = 4;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < marks.size();) {
    std::size_t end = i + 1;
    while (end < marks.size()) {
      std::uint32_t gap = marks[end - 1].span.end;
      while (gap < marks[end].span.begin && utf8[gap] == ' ') ++gap;
      if (gap != marks[end].span.begin) break;
      ++end;
    }
    const bool decoration = end - i > kLongestRun;
    for (; i < end; ++i) {
      if (!decoration) marks[kept++] = marks[i];
    }
  }
  marks.resize(kept);
}

}  // namespace

std::vector<RawMark> read_marks(const Document& document) {
  std::vector<RawMark> raw;
  const std::string_view utf8 = document.text->utf8();
  for (const Block& block : document.blocks) {
    if (block.kind != BlockKind::kFurniture) BlockReader(utf8, block.span, raw).run();
  }
  drop_decoration(raw, utf8);
  return raw;
}

}  // namespace manicule
