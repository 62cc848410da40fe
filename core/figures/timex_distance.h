#pragma once

#include <optional>

#include "figures/timex_resolve.h"

namespace manicule {

/// Whether the frame says how far away something is ("three years ago").
bool has_distance(const TimexFrame& frame);

/// The day, week, month or year a distance away from today, or from the day that the other fields
/// say, at the grain of the finest unit.
std::optional<Timex> resolve_distance(const TimexFrame& frame, const TimexContext& context);

/// "The second Monday after Easter": the weekday that `day` names, and which of them, counted from
/// the day of `other`; `way` is 1 after it, -1 before it, 2 the closest. Nothing where `other`
/// is no day that can be told.
std::optional<TimexRange> resolve_beside(const TimexFrame& day, const TimexFrame& other, int way,
                                         const TimexContext& context);

}  // namespace manicule
