#include "figures/stretch.h"

#include "figures/calendar.h"

namespace manicule {
namespace {

Stretch months_stretch(int year, int month, int count, Grain grain, int part) {
  Timex t;
  t.grain = grain;
  t.year = year;
  t.month = grain == Grain::kMonth ? month : 0;
  t.part = part;
  const Day first{year, month, 1};
  return {t, to_serial(first), to_serial(add_months(first, count)) - 1};
}

}  // namespace

Stretch day_stretch(Day day) {
  Timex t;
  t.grain = Grain::kDay;
  t.year = day.year;
  t.month = day.month;
  t.day = day.day;
  return {t, to_serial(day), to_serial(day)};
}

std::optional<Stretch> checked_day(Day day) {
  if (!is_valid(day)) return {};
  return day_stretch(day);
}

Stretch month_stretch(int year, int month) {
  return months_stretch(year, month, 1, Grain::kMonth, 0);
}
Stretch season_stretch(int year, int season) {
  return months_stretch(year, 3 * season, 3, Grain::kSeason, season);
}
Stretch quarter_stretch(int year, int quarter) {
  return months_stretch(year, 3 * quarter - 2, 3, Grain::kQuarter, quarter);
}
Stretch half_stretch(int year, int half) {
  return months_stretch(year, 6 * half - 5, 6, Grain::kHalf, half);
}

Timex year_timex(int year, Grain grain) {
  Timex t;
  t.grain = grain;
  t.year = year;
  return t;
}

Day monday_of(Day day) { return add_days(day, 1 - weekday(day)); }

Stretch week_stretch(Day day) {
  const Day monday = monday_of(day), thursday = add_days(monday, 3);
  Timex t = year_timex(thursday.year, Grain::kWeek);
  t.part = static_cast<int>((to_serial(thursday) - to_serial({thursday.year, 1, 1})) / 7) + 1;
  return {t, to_serial(monday), to_serial(monday) + 6};
}

Day monday_of_week(int year, int week) { return add_days(monday_of({year, 1, 4}), 7 * (week - 1)); }

std::optional<Stretch> nth_of_month(int year, int month, int nth, int day_of_week) {
  const int length = days_in_month(year, month);
  const int step = day_of_week == 0 ? 1 : 7;
  int day = 0;
  if (nth > 0) {
    const int first = weekday({year, month, 1});
    day = 1 + (day_of_week == 0 ? 0 : (day_of_week - first + 7) % 7) + step * (nth - 1);
  } else {
    const int last = weekday({year, month, length});
    day = length - (day_of_week == 0 ? 0 : (last - day_of_week + 7) % 7) + step * (nth + 1);
  }
  return checked_day({year, month, day});
}

std::optional<Day> first_day(const Timex& t) {
  if (!t.has_date || !t.year) return {};
  switch (t.grain) {
    case Grain::kDay:
      if (t.part != 0) return {};
      return Day{*t.year, t.month, t.day};
    case Grain::kWeek:
      return monday_of_week(*t.year, t.part);
    case Grain::kMonth:
      return Day{*t.year, t.month, 1};
    case Grain::kSeason:
      return Day{*t.year, 3 * t.part, 1};
    case Grain::kQuarter:
      return Day{*t.year, 3 * t.part - 2, 1};
    case Grain::kHalf:
      return Day{*t.year, 6 * t.part - 5, 1};
    default:
      return Day{*t.year, 1, 1};
  }
}

}  // namespace manicule
