#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "figures/lexicon.h"
#include "figures/rules.h"
#include "figures/slots.h"

namespace manicule {

/// A pattern as written.
struct Pattern {
  enum class Kind : std::uint8_t { kSequence, kChoice, kOptional, kRepeat, kAtom, kGlue, kAbsent };
  Kind kind = Kind::kSequence;
  std::vector<Pattern> parts;
  ClassId klass = 0;
  Slot slot = Slot::kNone;
  Check check;
};

/// What is wrong in a rule, and where.
struct Fault {
  std::string message;  ///< empty: none
  const char* at = nullptr;
};

/// The bodies of `let name = ...`, by name.
using Macros = std::unordered_map<std::string, std::string_view>;

/// The slot of that name, kNone for none.
Slot slot_of(std::string_view name);

/// Reads a pattern in the syntax that figures/README.md describes. Literal words become words of
/// `lexicon`. The first fault goes to `fault`, where there is none yet.
Pattern parse_pattern(std::string_view text, FigureLexicon& lexicon, const Macros& macros,
                      Fault& fault);

}  // namespace manicule
