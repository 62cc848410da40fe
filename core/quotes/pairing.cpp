#include "quotes/pairing.h"

#include <algorithm>
#include <array>
#include <limits>

#include "text/unicode.h"

namespace manicule {
namespace {

constexpr int kMissingClose = 12;
constexpr int kMissingOpen = 15;
constexpr int kStray = 16;
constexpr int kDoubled = 6;
constexpr int kNestSame = 5;  // the same marks inside each other
constexpr int kNest = 1;
constexpr int kMixed = 7;       // “so"
constexpr int kMixedSize = 14;  // “so'
constexpr int kContinue = 1;    // a paragraph that leaves its quotation to the next one
constexpr std::size_t kBeam = 12;
constexpr std::size_t kDeepest = 4;

enum class Action : std::uint8_t {
  kNone,  // an apostrophe
  kOpen,
  kClose,
  kCloseOuter,  // closes the one around the innermost, whose own mark is missing
  kReopen,      // opens although the one before was never closed
  kCloseOnly,   // closes what was never opened
  kIgnore
};

struct Reading {
  int cost = 0;
  std::uint8_t depth = 0;
  std::array<MarkFamily, kDeepest> stack{};

  MarkFamily top() const { return stack[depth - 1U]; }
  bool same_stack(const Reading& other) const {
    return depth == other.depth &&
           std::equal(stack.begin(), stack.begin() + depth, other.stack.begin());
  }
};

struct Step {  // how one reading came about
  std::uint8_t from = 0;
  Action action = Action::kNone;
};

struct Candidate {
  Reading reading;
  Step step;
};

bool is_single(MarkFamily f) {
  return f == MarkFamily::kSingleGuillemet || f == MarkFamily::kSingleCurly ||
         f == MarkFamily::kSingleStraight;
}

int mixing(MarkFamily opened, MarkFamily closed) {
  if (opened == closed) return 0;
  return is_single(opened) == is_single(closed) ? kMixed : kMixedSize;
}

/// The readings of the marks of one block.
class Search {
 public:
  void run(const Mark* marks, std::size_t count, std::optional<MarkFamily> next_opens) {
    beams_.assign(1, {});
    readings_.assign(1, Reading{});
    for (std::size_t i = 0; i < count; ++i) advance(marks[i]);
    int best = std::numeric_limits<int>::max();
    for (std::size_t i = 0; i < readings_.size(); ++i) {
      const Reading& r = readings_[i];
      const bool goes_on = r.depth > 0 && next_opens && r.stack[0] == *next_opens;
      const int cost = r.cost + kMissingClose * (r.depth - goes_on) + kContinue * goes_on;
      if (cost < best) {
        best = cost;
        last_ = i;
        continues_ = goes_on;
      }
    }
  }

  bool continues() const { return continues_; }

  std::vector<Action> actions() const {
    std::vector<Action> out(beams_.size() - 1);
    std::size_t at = last_;
    for (std::size_t i = out.size(); i-- > 0;) {
      const Step step = beams_[i + 1][at];
      out[i] = step.action;
      at = step.from;
    }
    return out;
  }

 private:
  void advance(const Mark& mark) {
    candidates_.clear();
    for (std::size_t i = 0; i < readings_.size(); ++i) {
      from_ = static_cast<std::uint8_t>(i);
      extend(readings_[i], mark);
    }
    std::stable_sort(
        candidates_.begin(), candidates_.end(),
        [](const Candidate& a, const Candidate& b) { return a.reading.cost < b.reading.cost; });
    readings_.clear();
    std::array<Step, kBeam> steps{};
    for (const Candidate& c : candidates_) {
      if (readings_.size() == kBeam) break;
      const auto same = [&](const Reading& r) { return r.same_stack(c.reading); };
      if (std::any_of(readings_.begin(), readings_.end(), same)) continue;
      steps[readings_.size()] = c.step;
      readings_.push_back(c.reading);
    }
    beams_.push_back(steps);
  }

  void extend(const Reading& r, const Mark& mark) {
    if (mark.none != Mark::kNever) push(r, mark.none, Action::kNone);
    push(r, mark.twin ? kDoubled : kStray, Action::kIgnore);
    if (r.depth < kDeepest) {
      const auto end = r.stack.begin() + r.depth;
      const bool nested_same = std::find(r.stack.begin(), end, mark.family) != end;
      Reading opened = r;
      opened.stack[opened.depth++] = mark.family;
      push(opened, mark.open + (nested_same ? kNestSame : r.depth > 0 ? kNest : 0), Action::kOpen);
    }
    if (r.depth == 0) {
      push(r, mark.close + kMissingOpen, Action::kCloseOnly);
      return;
    }
    Reading closed = r;
    --closed.depth;
    push(closed, mark.close + mixing(r.top(), mark.family), Action::kClose);
    if (r.depth == 1) {
      Reading again = r;
      again.stack[0] = mark.family;
      push(again, mark.open + kMissingClose, Action::kReopen);
    } else if (r.stack[r.depth - 2U] == mark.family) {
      --closed.depth;
      push(closed, mark.close + kMissingClose, Action::kCloseOuter);
    }
  }

  void push(const Reading& reading, int cost, Action action) {
    candidates_.push_back({reading, {from_, action}});
    candidates_.back().reading.cost += cost;
  }

  std::vector<std::array<Step, kBeam>> beams_;
  std::vector<Reading> readings_;
  std::vector<Candidate> candidates_;
  std::size_t last_ = 0;
  bool continues_ = false;
  std::uint8_t from_ = 0;
};

/// Turns the actions of one block into spans and slips.
class Builder {
 public:
  Builder(const Document& document, Pairing& out)
      : utf8_(document.text->utf8()), document_(document), out_(out) {}

  void block(std::uint32_t block, const Mark* marks, const std::vector<Action>& actions,
             bool continues) {
    block_ = block;
    const Span text = document_.blocks[block].span;
    floor_ = text.begin;
    for (std::size_t i = 0; i < actions.size(); ++i) act(marks, i, actions[i]);
    while (!open_.empty()) {
      const bool goes_on = continues && open_.size() == 1;
      leave_open(text.end, goes_on);
    }
  }

 private:
  void act(const Mark* marks, std::size_t i, Action action) {
    const Mark& mark = marks[i];
    switch (action) {
      case Action::kNone:
        break;
      case Action::kIgnore:
        if (mark.twin && i > 0) {
          swallow(mark);
          slip({marks[i - 1].span.begin, mark.span.end}, "quote-mark.doubled");
        } else {
          slip(mark.span, "quote-mark.missing-open");
        }
        break;
      case Action::kReopen:
        leave_open(mark.span.begin, false);
        open(mark);
        break;
      case Action::kOpen:
        open(mark);
        break;
      case Action::kCloseOuter:
        leave_open(mark.span.begin, false);
        close(mark);
        break;
      case Action::kClose:
        close(mark);
        break;
      case Action::kCloseOnly:
        slip(mark.span, "quote-mark.missing-open");
        add({sentence_start(mark.span.begin), mark.span.end}, mark);
        break;
    }
  }

  /// Takes a doubled mark into the quotation it opens or closes.
  void swallow(const Mark& mark) {
    if (!open_.empty() && out_.spans[open_.back()].content.begin == mark.span.begin) {
      out_.spans[open_.back()].content.begin = mark.span.end;
    } else if (!out_.spans.empty() && out_.spans.back().span.end == mark.span.begin) {
      out_.spans.back().span.end = mark.span.end;
    }
  }

  void slip(Span span, std::string_view key) { out_.slips.push_back({span, key, {}, {}}); }

  void open(const Mark& mark) {
    if (mark.faces_close && !mark.faces_open) slip(mark.span, "quote-mark.wrong-direction");
    MarkedSpan span;
    span.span = mark.span;
    span.content.begin = mark.span.end;
    span.block = block_;
    span.family = mark.family;
    if (!open_.empty()) span.parent = open_.back();
    open_.push_back(static_cast<std::uint32_t>(out_.spans.size()));
    out_.spans.push_back(span);
  }

  void close(const Mark& mark) {
    MarkedSpan& span = out_.spans[open_.back()];
    open_.pop_back();
    if (mark.family != span.family) {
      slip(mark.span, "quote-mark.mixed");
    } else if (mark.faces_open && !mark.faces_close) {
      slip(mark.span, "quote-mark.wrong-direction");
    }
    finish(span, mark.span.begin, mark.span.end);
  }

  /// Ends the innermost open span at the latest place it can end, without a mark.
  void leave_open(std::uint32_t end, bool continues) {
    MarkedSpan& span = out_.spans[open_.back()];
    open_.pop_back();
    span.continues = continues;
    span.open_ended = !continues;
    end = trim_end(end, span.content.begin);
    finish(span, end, end);
  }

  void finish(MarkedSpan& span, std::uint32_t content_end, std::uint32_t end) {
    span.span.end = end;
    span.content.end = trim_end(content_end, span.content.begin);
    while (span.content.begin < span.content.end && is_space(span.content.begin)) {
      span.content.begin += decode(utf8_, span.content.begin).size;
    }
    if (open_.empty()) floor_ = end;
  }

  void add(Span whole, const Mark& mark) {
    MarkedSpan span;
    span.span = whole;
    span.content.begin = whole.begin;
    span.block = block_;
    span.family = mark.family;
    if (!open_.empty()) span.parent = open_.back();
    out_.spans.push_back(span);
    finish(out_.spans.back(), mark.span.begin, whole.end);
  }

  bool is_space(std::uint32_t at) const {
    const CharClass c = char_class(decode(utf8_, at).code_point);
    return c == CharClass::kSpace || c == CharClass::kLineEnd;
  }

  std::uint32_t trim_end(std::uint32_t end, std::uint32_t least) const {
    while (end > least && is_space(previous(utf8_, end))) end = previous(utf8_, end);
    return end;
  }

  /// Where the sentence begins that ends at `at`, not before the last span of the block.
  std::uint32_t sentence_start(std::uint32_t at) const {
    std::uint32_t start = floor_;
    const auto later = [](std::uint32_t byte, const Token& t) { return byte < t.span.begin; };
    auto token = std::upper_bound(document_.tokens.begin(), document_.tokens.end(), at, later);
    bool inside = false;  // some word lies between
    while (token != document_.tokens.begin()) {
      --token;
      if (token->span.begin < floor_) break;
      const std::string_view word = (*document_.text)[token->span];
      const bool ends = word == "." || word == "!" || word == "?" || word == ":";
      if (ends && inside) break;
      inside |= token->kind == TokenKind::kWord;
      if (token->kind == TokenKind::kWord || token->kind == TokenKind::kNumber) {
        start = token->span.begin;
      }
    }
    return start;
  }

  std::string_view utf8_;
  const Document& document_;
  Pairing& out_;
  std::vector<std::uint32_t> open_;
  std::uint32_t block_ = 0;
  std::uint32_t floor_ = 0;  // end of the last outermost span of the block
};

}  // namespace

Pairing pair_marks(const Document& document, const std::vector<Mark>& marks) {
  Pairing out;
  Builder build(document, out);
  Search search;
  std::vector<std::size_t> first(document.blocks.size() + 1, marks.size());
  for (std::size_t block = 0, mark = 0; block < document.blocks.size(); ++block) {
    while (mark < marks.size() && marks[mark].span.begin < document.blocks[block].span.begin) {
      ++mark;
    }
    first[block] = mark;
  }
  // What the next paragraph begins with, from the last to the first.
  std::vector<std::optional<MarkFamily>> next_opens(document.blocks.size());
  std::size_t next = document.blocks.size();
  for (std::size_t block = document.blocks.size(); block-- > 0;) {
    if (next < document.blocks.size()) {
      const std::size_t i = first[next];
      const Block& after = document.blocks[next];
      if (i < first[next + 1] && marks[i].span.begin == after.span.begin &&
          after.kind == BlockKind::kParagraph) {
        next_opens[block] = marks[i].family;
      }
    }
    if (document.blocks[block].kind != BlockKind::kFurniture) next = block;
  }
  for (std::uint32_t block = 0; block < document.blocks.size(); ++block) {
    const std::size_t begin = first[block], end = std::max(begin, first[block + 1]);
    if (begin == end) continue;
    search.run(&marks[begin], end - begin, next_opens[block]);
    build.block(block, &marks[begin], search.actions(), search.continues());
  }
  std::vector<std::uint32_t> place(out.spans.size());
  std::vector<MarkedSpan> kept;
  for (std::size_t i = 0; i < out.spans.size(); ++i) {
    MarkedSpan span = out.spans[i];
    if (span.parent) span.parent = place[*span.parent];
    place[i] = static_cast<std::uint32_t>(kept.size());
    if (!span.content.empty()) kept.push_back(span);
  }
  out.spans = std::move(kept);
  return out;
}

}  // namespace manicule
