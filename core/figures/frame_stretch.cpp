#include "figures/frame_stretch.h"

namespace manicule {
namespace {

using F = TimexField;

}  // namespace

int month_in_year(const TimexFrame& frame) {
  const bool counted = frame.names_unit(Grain::kMonth) && frame.has(F::kNth);
  return counted ? frame.get(F::kNth) : frame.get(F::kMonth);
}

std::optional<Stretch> stretch_in_month(const TimexFrame& frame, int year, int month) {
  if (frame.has(F::kNth) && (frame.has(F::kWeekday) || frame.names_unit(Grain::kDay))) {
    return nth_of_month(year, month, frame.get(F::kNth), frame.get(F::kWeekday));
  }
  if (frame.has(F::kDay)) return checked_day({year, month, frame.get(F::kDay)});
  return month_stretch(year, month);
}

std::optional<Stretch> stretch_in_year(const TimexFrame& frame, int year) {
  if (frame.has(F::kEaster)) return day_stretch(add_days(easter(year), frame.get(F::kEaster)));
  if (frame.has(F::kSeason)) return season_stretch(year, frame.get(F::kSeason));
  if (frame.has(F::kQuarter)) return quarter_stretch(year, frame.get(F::kQuarter));
  if (frame.has(F::kHalf)) return half_stretch(year, frame.get(F::kHalf));
  if (frame.has(F::kWeek)) return week_stretch(monday_of_week(year, frame.get(F::kWeek)));
  const int month = month_in_year(frame);
  if (month < 1 || month > 12) return {};
  return stretch_in_month(frame, year, month);
}

}  // namespace manicule
