#pragma once

#include <optional>

#include "figures/timex.h"

namespace manicule {

/// The time of the day that hour, minutes, seconds and part of the day of `frame` name: "7" "du
/// soir" is 19:00, the German "halb neun" 8:30. Nothing when there is no such time.
std::optional<Clock> resolve_clock(const TimexFrame& frame);

}  // namespace manicule
