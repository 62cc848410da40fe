#pragma once

#include <cstdint>
#include <optional>

#include "quotes/line.h"
#include "quotes/noun_phrase.h"

namespace manicule {

/// A noun for what someone says ("answer", "warning") and whose it is.
struct NounCue {
  Span span;  ///< of the noun
  Subject subject;
};

/// The noun that announces the quotation at the gap `gap` of `line`, behind a colon: "her
/// verdict:", "l'avertissement de X est clair :"; the nearest one of the clause.
std::optional<NounCue> noun_cue_before(const Line& line, std::uint32_t gap);

/// The noun that takes up the quotation before index `i`: "was the verdict of X".
std::optional<NounCue> noun_cue_behind(const Line& line, std::uint32_t i);

}  // namespace manicule
