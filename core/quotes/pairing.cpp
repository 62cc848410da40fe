#include "quotes/pairing.h"

#include <algorithm>

#include "quotes/pairing_search.h"
#include "text/unicode.h"

namespace manicule {
namespace {

/// Turns the actions of one block into spans and slips.
class Builder {
 public:
  Builder(const Document& document, Pairing& out)
      : utf8_(document.text->utf8()), document_(document), out_(out) {}

  void block(std::uint32_t block, const Mark* marks, const MarkReading& reading) {
    block_ = block;
    const Span text = document_.blocks[block].span;
    floor_ = text.begin;
    for (std::size_t i = 0; i < reading.actions.size(); ++i) act(marks, i, reading.actions[i]);
    while (!open_.empty()) {
      const bool goes_on = reading.continues && open_.size() == 1;
      leave_open(text.end, goes_on);
    }
    continued_ = reading.continues;
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
    // "»Mi madre ...": in Spanish the closing mark opens the paragraphs that go on.
    const bool goes_on = continued_ && mark.span.begin == document_.blocks[block_].span.begin;
    if (mark.faces_close && !mark.faces_open && !goes_on) {
      slip(mark.span, "quote-mark.wrong-direction");
    }
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
    if (span.family && !closes(mark.family, *span.family)) {
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
  bool continued_ = false;   // the block before ends inside a quotation
  std::uint32_t floor_ = 0;  // end of the last outermost span of the block
};

}  // namespace

Pairing pair_marks(const Document& document, const std::vector<Mark>& marks) {
  Pairing out;
  Builder build(document, out);
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
    build.block(block, &marks[begin], best_reading(&marks[begin], end - begin, next_opens[block]));
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
