#pragma once

#include <cstdint>
#include <optional>

#include "quotes/line.h"

namespace manicule {

/// A cue verb with what belongs to it: "s'est-elle félicitée", "a annoncé", "teilte ... mit".
struct VerbGroup {
  std::uint32_t begin = 0, end = 0;  ///< indexes into the line, half-open
  const CueVerb* verb = nullptr;
  std::optional<std::uint32_t> enclitic;  ///< the subject inside it ("-elle")
  bool negated = false;
  bool after_auxiliary = false;
  bool passive = false;    ///< what its subject is told of, not who tells
  bool reflexive = false;  ///< "se révèle"
};

/// The verb group that begins at `i` of `line`, if one does.
std::optional<VerbGroup> verb_group_at(const Line& line, std::uint32_t i);

/// The verb group that the word at `i` heads, with the auxiliaries and pronouns before it.
std::optional<VerbGroup> verb_group_around(const Line& line, std::uint32_t i);

/// The reading of the word at `i` as a cue verb: a finite form, or behind an auxiliary a
/// participle; null where it has none.
const CueVerb* cue_reading(const Line& line, std::uint32_t i, bool after_auxiliary);

/// Whether the word at `i` is a pronoun tied to the verb before it: "-elle".
bool is_enclitic(const Line& line, std::uint32_t i);

}  // namespace manicule
