#pragma once

#include <optional>

#include "figures/stretch.h"

namespace manicule {

/// The month that a frame names or counts ("the third month of"), or 0.
int month_in_year(const TimexFrame& frame);

/// The day or month that the frame names in a month whose year is known; nothing when there is no
/// such day.
std::optional<Stretch> stretch_in_month(const TimexFrame& frame, int year, int month);

/// The day, week, month, season, quarter or half that the frame names in `year`; nothing when it
/// names none or there is none.
std::optional<Stretch> stretch_in_year(const TimexFrame& frame, int year);

}  // namespace manicule
