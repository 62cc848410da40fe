#include "quotes/marks.h"

#include <array>

#include "language/language.h"
#include "quotes/raw_marks.h"
#include "text/unicode.h"

namespace manicule {
namespace {

constexpr std::uint8_t kWrongWay = 10;  // a mark that faces the other way
constexpr std::uint8_t kBadSpace = 8;   // a space where none should stand
constexpr std::uint8_t kGlued = 10;     // opening, but a comma or full stop follows

/// An opening mark has its word on the right only.
bool looks_open(const RawMark& m) {
  return m.left == Side::kEdge && (m.right == Side::kWord || m.right == Side::kTied);
}
bool looks_close(const RawMark& m) {
  if (m.left == Side::kEdge && m.right == Side::kPunctuation) return m.before != 0;
  return (m.left == Side::kWord || m.left == Side::kPunctuation || m.left == Side::kTied) &&
         (m.right == Side::kEdge || m.right == Side::kPunctuation);
}

/// Which way the forms face in one document.
struct Directions {
  bool guillemets_reversed = false;  ///< »so«
  bool curly_closes = false;         ///< „so“
  bool single_closes = false;        ///< ‚so‘
  bool curly_opens_right = false;    ///< ”so”
};

Directions decide(const std::vector<RawMark>& marks) {
  std::array<int, 4> votes{};  // guillemets, “, ‘, ”: how often more they open than close
  int reversed_start = 0;
  bool low = false, low_single = false;
  for (const RawMark& m : marks) {
    const int vote = looks_open(m) ? 1 : looks_close(m) ? -1 : 0;
    if (m.code_point == 0xAB || m.code_point == 0x2039) votes[0] += vote;
    if (m.code_point == 0xBB || m.code_point == 0x203A) votes[0] -= vote;
    if (m.family == MarkFamily::kGuillemet && reversed_start == 0) {
      reversed_start = m.code_point == 0xBB ? -1 : 1;
    }
    if (m.code_point == 0x201C) votes[1] += vote;
    if (m.code_point == 0x2018) votes[2] += vote;
    if (m.code_point == 0x201D) votes[3] += vote;
    low |= m.code_point == 0x201E;
    low_single |= m.code_point == 0x201A;
  }
  Directions d;
  d.guillemets_reversed = votes[0] < 0 || (votes[0] == 0 && reversed_start < 0);
  d.curly_closes = votes[1] < 0 || (votes[1] == 0 && low);
  d.single_closes = votes[2] < 0 || (votes[2] == 0 && low_single);
  d.curly_opens_right = votes[3] > 0;
  return d;
}

void face(Mark& mark, const RawMark& raw, const Directions& d) {
  switch (raw.code_point) {
    case 0xAB:
    case 0x2039:
      (d.guillemets_reversed ? mark.faces_close : mark.faces_open) = true;
      break;
    case 0xBB:
    case 0x203A:
      (d.guillemets_reversed ? mark.faces_open : mark.faces_close) = true;
      break;
    case 0x201C:
      (d.curly_closes ? mark.faces_close : mark.faces_open) = true;
      break;
    case 0x2018:
      (d.single_closes ? mark.faces_close : mark.faces_open) = true;
      break;
    case 0x201D:
      mark.faces_close = true;
      mark.faces_open = d.curly_opens_right;
      break;
    case 0x2019:
      mark.faces_close = true;
      break;
    case 0x201A:
    case 0x201B:
    case 0x201E:
    case 0x201F:
    case '`':
      mark.faces_open = true;
      break;
    default:
      break;
  }
}

/// Whether the word before `at` and an apostrophe are a word of the language: l', qu'.
bool elision(const Document& document, std::uint32_t at) {
  const std::string_view utf8 = document.text->utf8();
  constexpr std::uint32_t kLongest = 8;
  std::uint32_t begin = at;
  while (begin > 0 && at - begin < kLongest) {
    const std::uint32_t before = previous(utf8, begin);
    if (!is_word(decode(utf8, before).code_point)) break;
    begin = before;
  }
  const std::string word = fold(utf8.substr(begin, at - begin)) + '\'';
  return document.language->quotes.words.find(word_key(word)) != nullptr;
}

class Weigher {
 public:
  Weigher(const Document& document, const Directions& directions)
      : utf8_(document.text->utf8()), document_(document), directions_(directions) {}

  Mark weigh(const RawMark& raw) const {
    Mark mark;
    mark.span = raw.span;
    mark.family = raw.family;
    face(mark, raw, directions_);
    mark.twin = raw.before == raw.code_point && raw.span.begin > 0;
    int open = mark.faces_close && !mark.faces_open ? kWrongWay : 0;
    int close = mark.faces_open && !mark.faces_close ? kWrongWay : 0;
    const bool left_word = raw.left == Side::kWord || raw.left == Side::kPunctuation;
    const bool right_word = raw.right == Side::kWord;
    if (left_word && !right_word) open += kBadSpace;
    if (right_word && !left_word && raw.left == Side::kEdge) close += kBadSpace;
    if (raw.left == Side::kTied && raw.right != Side::kWord) open += kBadSpace / 2;
    if (raw.right == Side::kTied && raw.left == Side::kEdge) close += kBadSpace / 2;
    if (raw.left == Side::kWord && right_word) {
      open += 2;
      close += 2;
    }
    if (raw.right == Side::kPunctuation)
      open += raw.after == '.' || raw.after == 0x2026 ? 4 : kGlued;
    if (raw.before == 0) close += kBadSpace;
    if (raw.after == 0) open += kBadSpace;
    mark.open = static_cast<std::uint8_t>(open);
    mark.close = static_cast<std::uint8_t>(close);
    mark.none = static_cast<std::uint8_t>(weigh_none(raw));
    return mark;
  }

 private:
  /// The cost of `raw` being an apostrophe or a prime.
  int weigh_none(const RawMark& raw) const {
    if (raw.family == MarkFamily::kStraight || raw.code_point == 0x201D ||
        raw.family == MarkFamily::kTex) {
      if (!is_digit(raw.before)) return Mark::kNever;
      return after_feet(raw.span.begin)                            ? 0
             : raw.left == Side::kWord && raw.right != Side::kWord ? 4
                                                                   : Mark::kNever;
    }
    const bool single = raw.family == MarkFamily::kSingleStraight ||
                        (raw.family == MarkFamily::kSingleCurly && raw.code_point != 0x201A);
    if (!single) return Mark::kNever;
    const bool left = is_word(raw.before), right = is_word(raw.after);
    if (left && right) return 0;
    if (left) {
      if (elision(document_, raw.span.begin)) return 1;  // "l' effet"
      if (is_digit(raw.before)) return 3;
      const char32_t c = raw.before | 0x20;
      return c == 's' || c == 'x' || c == 'z' ? 3 : 7;
    }
    if (right) return clipped(raw.span.end) ? 0 : 9;
    // Left over from an elision ("l' effet") or standing alone.
    return 12;
  }

  /// Whether the mark at `at` closes a height: 5'10".
  bool after_feet(std::uint32_t at) const {
    std::uint32_t i = at;
    while (i > 0 && utf8_[i - 1] >= '0' && utf8_[i - 1] <= '9') --i;
    if (i == at || i == 0) return false;
    const char32_t c = decode(utf8_, previous(utf8_, i)).code_point;
    return c == '\'' || c == 0x2019 || c == 0x2032;
  }

  /// Whether what begins at `at` is written with an apostrophe first: 90s, 't, 'em.
  bool clipped(std::uint32_t at) const {
    std::uint32_t end = at;
    std::uint32_t digits = 0;
    while (end < utf8_.size() && end - at < 16) {
      const auto [c, size] = decode(utf8_, end);
      if (!is_word(c)) break;
      digits += is_digit(c);
      end += size;
    }
    if (digits == 2 && end - at <= 3) return true;
    const WordInfo* info =
        document_.language->quotes.words.find(word_key(fold(utf8_.substr(at, end - at))));
    return info != nullptr && info->is(WordClass::kClipped);
  }

  std::string_view utf8_;
  const Document& document_;
  Directions directions_;
};

/// Apostrophes inside words are no candidates at all; feet, minutes and seconds (22"41) neither.
bool inner_apostrophe(const RawMark& m) {
  if (m.family == MarkFamily::kStraight || m.family == MarkFamily::kTex) {
    return is_digit(m.before) && is_digit(m.after);
  }
  const bool single =
      m.family == MarkFamily::kSingleStraight ||
      (m.family == MarkFamily::kSingleCurly && (m.code_point == 0x2019 || m.code_point == 0x2018));
  return single && is_word(m.before) && is_word(m.after);
}

}  // namespace

std::vector<Mark> find_marks(const Document& document) {
  std::vector<RawMark> raw = read_marks(document);
  for (std::size_t i = 1; i < raw.size(); ++i) {
    // Behind an elision ("l'« effet »") a mark opens as behind a space.
    const bool single = raw[i - 1].family == MarkFamily::kSingleCurly ||
                        raw[i - 1].family == MarkFamily::kSingleStraight;
    const bool touches = raw[i - 1].span.end == raw[i].span.begin;
    if (single && touches && elision(document, raw[i - 1].span.begin)) raw[i].left = Side::kEdge;
  }
  const Weigher weigher(document, decide(raw));
  std::vector<Mark> marks;
  for (const RawMark& mark : raw) {
    if (!inner_apostrophe(mark)) marks.push_back(weigher.weigh(mark));
  }
  return marks;
}

}  // namespace manicule
