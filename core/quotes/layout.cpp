#include "quotes/layout.h"

#include <algorithm>
#include <numeric>

namespace manicule {
namespace {

class Builder {
 public:
  Builder(const Scene& scene, const std::vector<Draft>& drafts, Layout& out)
      : scene_(scene), drafts_(drafts), out_(out) {}

  /// Lays out `tokens`, the inside of `container`, with the quotations `children` in it.
  void run(TokenRange tokens, const std::vector<std::uint32_t>& children,
           std::optional<std::uint32_t> container, std::uint32_t block) {
    container_ = container;
    block_ = block;
    begin_line();
    auto child = children.begin();
    for (std::uint32_t i = tokens.begin; i < tokens.end || child != children.end();) {
      const bool here =
          child != children.end() &&
          (i >= tokens.end || drafts_[*child].quote.span.begin <= scene_.token(i).span.begin);
      if (here) {
        const Draft& draft = drafts_[*child];
        if (ended_by_quote_ && last_was_quote_) begin_line();
        put_quote(*child);
        i = std::max(i, scene_.token_from(draft.quote.span.end));
        ++child;
        continue;
      }
      if (last_was_quote_ && ended_by_quote_ && starts_sentence(i, tokens.end)) begin_line();
      line().at.push_back(i);
      last_was_quote_ = false;
      ++i;
      if (scene_.ends_sentence(i - 1) && sentence_over(i, tokens.end, child, children.end())) {
        while (i < tokens.end && closes_bracket(i)) line().at.push_back(i++);
        begin_line();
      }
    }
  }

 private:
  using Child = std::vector<std::uint32_t>::const_iterator;

  Line& line() { return out_.lines.back(); }

  void begin_line() {
    last_was_quote_ = ended_by_quote_ = false;
    if (!out_.lines.empty() && line().at.empty())
      out_.lines.pop_back(), out_.container.pop_back(), out_.block.pop_back();
    out_.lines.push_back({&scene_, {}, {}});
    out_.container.push_back(container_);
    out_.block.push_back(block_);
  }

  void put_quote(std::uint32_t draft) {
    out_.places[draft] = {static_cast<std::uint32_t>(out_.lines.size() - 1), line().size()};
    line().at.push_back(Line::kGap | draft);
    line().quotes.push_back(draft);
    last_was_quote_ = true;
    const TokenRange inside = drafts_[draft].tokens;
    ended_by_quote_ = false;
    for (std::uint32_t t = inside.end; t > inside.begin; --t) {  // other marks may close with it
      if (scene_.is_word(t - 1)) break;
      if (scene_.ends_sentence(t - 1)) ended_by_quote_ = true;
    }
  }

  bool starts_sentence(std::uint32_t i, std::uint32_t end) const {
    if (!scene_.is_word(i)) return false;
    if (scene_.is_lower(i)) return false;
    // "Why?" Smith asked.
    const bool named = scene_.name_at(i) != Scene::kNoName || scene_.is(i, WordClass::kHonorific);
    std::uint32_t k = i;
    while (k < end && k < i + 5 && scene_.token(k).shape != Shape::kLower) ++k;
    if (k > i && k < end && named) {
      for (const CueVerb& verb : scene_.info(k).verbs) {
        if (verb.form == VerbForm::kFinite && verb.complement.empty()) return false;
      }
    }
    return true;
  }

  bool sentence_over(std::uint32_t next, std::uint32_t end, Child child, Child last) const {
    if (next >= end) return true;
    if (child != last && drafts_[*child].quote.span.begin <= scene_.token(next).span.begin) {
      return true;
    }
    if (closes_bracket(next)) return true;
    const Token& token = scene_.token(next);
    return token.space_before && token.shape != Shape::kLower;
  }

  bool closes_bracket(std::uint32_t i) const {
    return scene_.is_mark(i, ')') || scene_.is_mark(i, ']');
  }

  const Scene& scene_;
  const std::vector<Draft>& drafts_;
  Layout& out_;
  std::optional<std::uint32_t> container_;
  std::uint32_t block_ = 0;
  bool last_was_quote_ = false;
  bool ended_by_quote_ = false;
};

}  // namespace

Layout lay_out(const Scene& scene, const std::vector<Draft>& drafts) {
  Layout out;
  out.places.resize(drafts.size());
  const auto& blocks = scene.document().blocks;
  std::vector<std::vector<std::uint32_t>> in_block(blocks.size()), in_draft(drafts.size());
  for (std::uint32_t d = 0; d < drafts.size(); ++d) {
    auto& list = drafts[d].parent ? in_draft[*drafts[d].parent] : in_block[drafts[d].block];
    list.push_back(d);
  }
  Builder build(scene, drafts, out);
  for (std::uint32_t b = 0; b < blocks.size(); ++b) {
    if (blocks[b].kind == BlockKind::kFurniture) continue;
    build.run(scene.block_tokens(b), in_block[b], std::nullopt, b);
  }
  for (std::uint32_t d = 0; d < drafts.size(); ++d) {
    build.run(drafts[d].tokens, in_draft[d], d, drafts[d].block);
  }
  return out;
}

void sort_and_nest(std::vector<Draft>& drafts) {
  std::vector<std::uint32_t> order(drafts.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const Span x = drafts[a].quote.span, y = drafts[b].quote.span;
    return x.begin != y.begin ? x.begin < y.begin : x.end > y.end;
  });
  std::vector<std::uint32_t> place(drafts.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) place[order[i]] = i;
  std::vector<Draft> sorted;
  sorted.reserve(drafts.size());
  for (const std::uint32_t i : order) sorted.push_back(std::move(drafts[i]));
  std::vector<std::uint32_t> open;
  for (std::uint32_t i = 0; i < sorted.size(); ++i) {
    Draft& draft = sorted[i];
    while (!open.empty() && !sorted[open.back()].quote.span.contains(draft.quote.span)) {
      open.pop_back();
    }
    draft.parent = open.empty() ? std::nullopt : std::optional(open.back());
    if (draft.said_with) draft.said_with = place[*draft.said_with];
    open.push_back(i);
  }
  drafts = std::move(sorted);
}

}  // namespace manicule
