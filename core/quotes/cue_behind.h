#pragma once

#include <cstdint>
#include <optional>

#include "quotes/draft.h"
#include "quotes/line.h"
#include "quotes/speakers.h"

namespace manicule {

/// The cue behind the quotation `draft`, which stands at index `gap` of `line`, with its speaker:
/// a verb and its subject in either order, a phrase that points at a source, a noun that takes the
/// words up, or a verb that no lexicon knows before a name.
std::optional<CueFound> cue_behind(const Line& line, const Draft& draft, std::uint32_t gap);

}  // namespace manicule
