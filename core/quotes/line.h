#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "quotes/scene.h"

namespace manicule {

/// One sentence outside the quotations it holds: token indexes, and where a quotation stands, a
/// gap: the index of its draft with the bit kGap set.
struct Line {
  static constexpr std::uint32_t kGap = 0x80000000;

  const Scene* scene = nullptr;
  std::vector<std::uint32_t> at;
  std::vector<std::uint32_t> quotes;  ///< the drafts at the gaps, in order

  std::uint32_t size() const { return static_cast<std::uint32_t>(at.size()); }
  bool gap(std::uint32_t i) const { return (at[i] & kGap) != 0; }
  std::uint32_t draft(std::uint32_t i) const { return at[i] & ~kGap; }
  /// Never for a part of a name.
  bool is(std::uint32_t i, WordClass c) const {
    return i < size() && !gap(i) && scene->name_at(at[i]) == Scene::kNoName && scene->is(at[i], c);
  }
  bool mark(std::uint32_t i, char c) const {
    return i < size() && !gap(i) && scene->is_mark(at[i], c);
  }
  bool dash(std::uint32_t i) const { return i < size() && !gap(i) && scene->is_dash(at[i]); }
  bool word(std::uint32_t i) const { return i < size() && !gap(i) && scene->is_word(at[i]); }
  bool lower(std::uint32_t i) const { return i < size() && !gap(i) && scene->is_lower(at[i]); }
  std::uint32_t name(std::uint32_t i) const {
    return i < size() && !gap(i) ? scene->name_at(at[i]) : Scene::kNoName;
  }
  bool determiner(std::uint32_t i) const {
    return is(i, WordClass::kArticle) || is(i, WordClass::kIndefinite) ||
           is(i, WordClass::kPossessive) || is(i, WordClass::kThis);
  }
  bool adverb(std::uint32_t i) const {
    return is(i, WordClass::kMonth) || is(i, WordClass::kNegation);
  }
  /// A punctuation mark, a gap or the end.
  bool punctuation(std::uint32_t i) const;
  /// A word that looks like a verb but has an article before it is a noun: "la demande".
  bool noun_here(std::uint32_t i) const;
  /// A genitive mark behind its owner: "Smith" "'s".
  bool genitive(std::uint32_t i) const;
  /// The finite verb of a clause, or its auxiliary.
  bool finite(std::uint32_t i) const;
  /// The index behind the name that index `i` belongs to.
  std::uint32_t name_end(std::uint32_t i) const;
  /// Whether exactly `words` stand from `i` on.
  bool matches(std::uint32_t i, const std::vector<WordKey>& words) const;

  Span span(std::uint32_t begin, std::uint32_t end) const {
    return {scene->token(at[begin]).span.begin, scene->token(at[end - 1]).span.end};
  }
};

/// A phrase that points at a source ("selon", "according to") at `i` and the index behind it.
struct PhraseAt {
  const CuePhrase* phrase = nullptr;
  std::uint32_t end = 0;
};
std::optional<PhraseAt> phrase_at(const Line& line, std::uint32_t i);

}  // namespace manicule
