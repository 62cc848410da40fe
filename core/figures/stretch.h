#pragma once

#include <cstdint>
#include <optional>

#include "figures/timex.h"

namespace manicule {

/// A timex and the days it covers, both ends included, as to_serial() counts.
struct Stretch {
  Timex timex;
  std::int64_t first = 0;
  std::int64_t last = 0;
};

Stretch day_stretch(Day day);
/// Nothing for a day that does not exist.
std::optional<Stretch> checked_day(Day day);
/// `month` is 1 to 12, `season` 1 (spring, from March) to 4 (winter, from December of `year`),
/// `quarter` 1 to 4, `half` 1 or 2.
Stretch month_stretch(int year, int month);
Stretch season_stretch(int year, int season);
Stretch quarter_stretch(int year, int quarter);
Stretch half_stretch(int year, int half);
/// The week `day` lies in, with the year that ISO 8601 gives it: that of its Thursday.
Stretch week_stretch(Day day);
/// The Monday of the ISO 8601 week of that number.
Day monday_of_week(int year, int week);

/// A year, or the decade or century that begins with it.
Timex year_timex(int year, Grain grain = Grain::kYear);

Day monday_of(Day day);

/// The nth (or, below zero, nth last) `day_of_week` of a month; 0 counts all days.
std::optional<Stretch> nth_of_month(int year, int month, int nth, int day_of_week);

/// The first day that `timex` covers; nothing when its year is unknown or it is a bare time.
std::optional<Day> first_day(const Timex& timex);

}  // namespace manicule
