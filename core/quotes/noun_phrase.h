#pragma once

#include <cstdint>
#include <optional>

#include "quotes/line.h"

namespace manicule {

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

/// The name at `i` as a subject.
Subject name_at(const Line& line, std::uint32_t i);
/// The pronoun at `i` as a subject; of one tied to a verb ("-t-elle") the span is the pronoun
/// alone.
Subject pronoun_at(const Line& line, std::uint32_t i);

/// Behind a prepositional phrase that begins at `i`: the next determiner or name that no
/// preposition governs.
std::uint32_t skip_adjuncts(const Line& line, std::uint32_t i);

}  // namespace manicule
