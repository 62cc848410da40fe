#pragma once

#include <optional>

#include "figures/timex_resolve.h"

namespace manicule {

/// Whether the frame says how far away something is ("three years ago").
bool has_distance(const TimexFrame& frame);

/// The day, week, month or year a distance away from today, or from the day that the other fields
/// say, at the grain of the finest unit.
std::optional<Timex> resolve_distance(const TimexFrame& frame, const TimexContext& context);

}  // namespace manicule
