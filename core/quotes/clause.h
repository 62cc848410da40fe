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
  Span span(std::uint32_t begin, std::uint32_t end) const {
    return {scene->token(at[begin]).span.begin, scene->token(at[end - 1]).span.end};
  }
};

/// A cue verb with what belongs to it: "s'est-elle félicitée", "a annoncé", "teilte ... mit".
struct VerbGroup {
  std::uint32_t begin = 0, end = 0;  ///< indexes into the line, half-open
  const CueVerb* verb = nullptr;
  std::optional<std::uint32_t> enclitic;  ///< the subject inside it ("-elle")
  bool negated = false;
  bool after_auxiliary = false;
};

/// The verb group that begins at `i` of `line`, if one does.
std::optional<VerbGroup> verb_group_at(const Line& line, std::uint32_t i);

enum class SubjectKind : std::uint8_t {
  kName,         ///< an entity or an unknown name
  kPronoun,      ///< he, elle
  kDescription,  ///< the minister, un riverain
  kSomeone,      ///< on, man
  kSelf,         ///< I, we
  kImplied       ///< not expressed
};

/// The words that name a speaker.
struct Subject {
  SubjectKind kind = SubjectKind::kImplied;
  Span span;
  std::optional<std::uint32_t> entity;
  std::uint32_t head = 0;  ///< token that tells gender and role
  Gender gender = Gender::kUnknown;
  bool definite = false;  ///< a description that refers to someone known
  std::uint32_t end = 0;  ///< index into the line behind it
};

/// The noun phrase, name or pronoun that begins at `i`, adverbs and prepositional phrases before it
/// skipped when `skip_adjuncts`; nothing when another thing stands there.
struct SubjectOptions {
  bool skip_adjuncts = false;
  bool oblique = false;  ///< after a preposition: lui, him
};
std::optional<Subject> subject_at(const Line& line, std::uint32_t i, SubjectOptions options);

/// The subject of the verb group that begins at `verb`, looked for to its left down to `begin`.
std::optional<Subject> subject_before(const Line& line, std::uint32_t begin, std::uint32_t verb);

/// A phrase that points at a source ("selon", "according to") at `i` and the index behind it.
struct PhraseAt {
  const CuePhrase* phrase = nullptr;
  std::uint32_t end = 0;
};
std::optional<PhraseAt> phrase_at(const Line& line, std::uint32_t i);

}  // namespace manicule
