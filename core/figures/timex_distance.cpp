#include "figures/timex_distance.h"

#include <algorithm>

#include "figures/stretch.h"

namespace manicule {
namespace {

using F = TimexField;

/// The finest unit of the distance.
Grain finest_unit(const TimexFrame& frame) {
  if (frame.has(F::kSpanDays) || frame.has(F::kSpanWorkdays)) return Grain::kDay;
  if (frame.has(F::kSpanWeeks)) return Grain::kWeek;
  return frame.has(F::kSpanMonths) ? Grain::kMonth : Grain::kYear;
}

constexpr int kClosestWay = 2;

/// `day` moved by the distance.
Day move_by_distance(const TimexFrame& frame, Day day) {
  const int sign = frame.get(F::kSpanSign) < 0 ? -1 : 1;
  day = add_months(day, sign * (12 * frame.get(F::kSpanYears) + frame.get(F::kSpanMonths)));
  day = add_days(day, sign * (7 * frame.get(F::kSpanWeeks) + frame.get(F::kSpanDays)));
  for (int left = frame.get(F::kSpanWorkdays); left > 0;) {
    day = add_days(day, sign);
    left -= weekday(day) <= 5;
  }
  return day;
}

}  // namespace

bool has_distance(const TimexFrame& frame) {
  return frame.has(F::kSpanYears) || frame.has(F::kSpanMonths) || frame.has(F::kSpanWeeks) ||
         frame.has(F::kSpanDays) || frame.has(F::kSpanWorkdays);
}

std::optional<Timex> resolve_distance(const TimexFrame& frame, const TimexContext& context) {
  TimexFrame anchor = frame;
  for (const F field :
       {F::kSpanYears, F::kSpanMonths, F::kSpanWeeks, F::kSpanDays, F::kSpanWorkdays, F::kSpanSign,
        F::kFromFocus, F::kHour, F::kMinute, F::kDelta, F::kSecond, F::kDayPart}) {
    anchor.clear(field);
  }
  std::optional<Day> from = context.today;
  Grain finest = finest_unit(frame);
  const bool weekday_of_then = anchor.has(F::kWeekday) && frame.names_unit(Grain::kWeek);
  if (!anchor.empty() && !weekday_of_then) {
    TimexContext nearest = context;
    nearest.alone = false;
    const auto start = resolve(anchor, nearest);
    if (!start) return {};
    from = first_day(start->first);
    finest = std::min(finest, start->first.grain);
  }
  if (!from) return Timex{Grain::kYear};
  const Day then = move_by_distance(frame, *from);
  if (then.year < 0 || then.year > 9999) return {};
  if (weekday_of_then) {
    const Day day = add_days(monday_of(then), anchor.get(F::kWeekday) - 1);
    const bool next = frame.get(F::kNear) > 0 && day < then;
    return day_stretch(next ? add_days(day, 7) : day).timex;
  }
  if (finest == Grain::kYear) return year_timex(then.year);
  if (finest == Grain::kMonth) return month_stretch(then.year, then.month).timex;
  return finest == Grain::kWeek ? week_stretch(then).timex : day_stretch(then).timex;
}

std::optional<TimexRange> resolve_beside(const TimexFrame& day, const TimexFrame& other, int way,
                                         const TimexContext& context) {
  const auto range = resolve(other, context);
  const auto anchor = range ? first_day(range->first) : std::nullopt;
  if (!anchor) return {};
  constexpr int kWeek = 7;
  const int ahead = (day.get(F::kWeekday) - weekday(*anchor) + kWeek) % kWeek;
  const int further = kWeek * (std::max(day.get(F::kNth), 1) - 1);
  int days = (ahead == 0 ? kWeek : ahead) + further;
  if (way < 0) days = ahead - kWeek - further;
  if (way == kClosestWay) days = ahead > kWeek / 2 ? ahead - kWeek : ahead;
  return TimexRange{day_stretch(add_days(*anchor, days)).timex, {}};
}

}  // namespace manicule
