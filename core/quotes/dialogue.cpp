#include "quotes/dialogue.h"

#include <algorithm>

#include "quotes/incises.h"
#include "quotes/layout.h"

namespace manicule {
namespace {

bool is_paragraph(const Scene& scene, std::uint32_t block) {
  const auto& blocks = scene.document().blocks;
  return block < blocks.size() && blocks[block].kind == BlockKind::kParagraph;
}

/// A dash, then words, then the end of a sentence.
bool is_turn(const Scene& scene, std::uint32_t block) {
  if (scene.document().blocks[block].kind == BlockKind::kFurniture) return false;
  const TokenRange tokens = scene.block_tokens(block);
  return tokens.size() >= 3 && scene.is_dash(tokens.begin) && scene.is_word(tokens.begin + 1) &&
         scene.ends_sentence(tokens.end - 1);
}

bool is_question(const Scene& scene, std::uint32_t block) {
  if (!is_paragraph(scene, block)) return false;
  const TokenRange tokens = scene.block_tokens(block);
  return !tokens.empty() && scene.is_mark(tokens.end - 1, '?') && !scene.is_dash(tokens.begin);
}

/// The paragraphs around one dash paragraph say whether questions come without a dash.
bool is_interview(const Scene& scene, const std::vector<std::uint32_t>& turns) {
  std::size_t asked = 0;
  for (const std::uint32_t block : turns) asked += block > 0 && is_question(scene, block - 1);
  return turns.size() >= 2 && 2 * asked >= turns.size();
}

class Writer {
 public:
  Writer(const Scene& scene, std::vector<Draft>& drafts) : scene_(scene), drafts_(drafts) {}

  void turn(std::uint32_t block, TokenRange tokens, Origin origin) {
    Draft draft;
    draft.block = block;
    draft.origin = origin;
    draft.quote.kind = QuoteKind::kSpeech;
    const auto index = static_cast<std::uint32_t>(drafts_.size());
    std::optional<Incise> incise;
    if (origin == Origin::kDialogue) incise = find_incise(scene_, tokens);
    const Incise cut = incise.value_or(Incise{tokens.end, tokens.end});
    add(draft, {tokens.begin, cut.begin});
    if (cut.resume >= tokens.end) return;
    draft.said_with = index;
    const bool dash = cut.resume + 1 < tokens.end && scene_.is_dash(cut.resume);
    add(draft, {cut.resume + dash, tokens.end});
  }

  /// Makes the last turn go on with the next one.
  void link() { drafts_.back().continues = true; }

 private:
  void add(Draft draft, TokenRange tokens) {
    draft.tokens = tokens;
    draft.quote.span = draft.quote.content = scene_.span(tokens);
    drafts_.push_back(draft);
  }

  const Scene& scene_;
  std::vector<Draft>& drafts_;
};

}  // namespace

void add_block_quotations(const Scene& scene, std::vector<Draft>& drafts) {
  const auto cited = [&](std::uint32_t b) {
    if (!is_paragraph(scene, b)) return false;
    const TokenRange tokens = scene.block_tokens(b);
    return tokens.size() >= 3 && scene.is_mark(tokens.begin, '>') &&
           !scene.is_mark(tokens.begin + 1, '>');
  };
  const auto blocks = static_cast<std::uint32_t>(scene.document().blocks.size());
  const std::size_t known = drafts.size();
  std::size_t next = 0;  // of the known drafts, the first one of this block or a later one
  for (std::uint32_t b = 0; b < blocks; ++b) {
    if (!cited(b)) continue;
    TokenRange tokens = scene.block_tokens(b);
    const Span line = scene.span({tokens.begin + 1, tokens.end});
    while (next < known && drafts[next].block < b) ++next;
    bool marked = false;
    for (std::size_t d = next; d < known && drafts[d].block == b && !marked; ++d) {
      marked = drafts[d].quote.span.contains(line);
    }
    if (marked) continue;
    Draft draft;
    draft.block = b;
    draft.tokens = {tokens.begin + 1, tokens.end};
    draft.quote.span = draft.quote.content = line;
    draft.continues = cited(b + 1);
    drafts.push_back(draft);
  }
  if (drafts.size() > known) sort_and_nest(drafts);
}

void add_turns(const Scene& scene, std::vector<Draft>& drafts) {
  std::vector<std::uint32_t> turns;
  const auto blocks = static_cast<std::uint32_t>(scene.document().blocks.size());
  for (std::uint32_t b = 0; b < blocks; ++b) {
    if (is_turn(scene, b)) turns.push_back(b);
  }
  if (turns.empty()) return;
  const bool interview = is_interview(scene, turns);
  Writer write(scene, drafts);
  for (std::size_t t = 0; t < turns.size(); ++t) {
    TokenRange tokens = scene.block_tokens(turns[t]);
    ++tokens.begin;
    write.turn(turns[t], tokens, interview ? Origin::kAnswer : Origin::kDialogue);
    if (!interview || t + 1 == turns.size()) continue;
    for (std::uint32_t b = turns[t] + 1; b < turns[t + 1] && !is_question(scene, b); ++b) {
      const TokenRange more = scene.block_tokens(b);
      if (!is_paragraph(scene, b) || more.empty()) continue;
      write.link();
      write.turn(b, more, Origin::kAnswer);
    }
  }
  sort_and_nest(drafts);
}

}  // namespace manicule
