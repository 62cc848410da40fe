#include "figures/timex_resolve.h"

#include "figures/clock.h"
#include "figures/frame_stretch.h"
#include "figures/timex_distance.h"
#include "figures/timex_recurring.h"

namespace manicule {
namespace {

using F = TimexField;

/// A year of two digits lies between 1950 and 2049.
int full_year(const TimexFrame& frame) {
  const int year = frame.get(F::kYear);
  if (frame.has(F::kEra)) return frame.get(F::kEra) != 0 ? -year : year;
  return year >= 100 ? year : year + (year < 50 ? 2000 : 1900);
}

/// Whether more than a time of the day is said.
bool has_date(const TimexFrame& frame) {
  TimexFrame rest = frame;
  for (const F clock : {F::kHour, F::kMinute, F::kDelta, F::kSecond, F::kDayPart}) {
    rest.clear(clock);
  }
  return !rest.empty();
}

std::optional<TimexRange> single(std::optional<Timex> timex) {
  if (!timex) return {};
  return TimexRange{*timex, {}};
}

std::optional<Timex> century_timex(const TimexFrame& frame) {
  const int century = frame.get(F::kCentury);
  // Italian counts the hundreds: "Ottocento" is the nineteenth.
  if (century >= 200 && century <= 900 && century % 100 == 0) {
    return year_timex(1000 + century, Grain::kCentury);
  }
  if (century < 1 || century > 30) return {};
  return year_timex((frame.has(F::kEra) ? -century : century - 1) * 100, Grain::kCentury);
}

std::optional<Timex> decade_timex(const TimexFrame& frame) {
  const int decade = frame.get(F::kDecade);
  if (decade % 10 != 0) return {};
  return year_timex(decade >= 100 ? decade : 1900 + decade, Grain::kDecade);
}

/// "Each Thursday": of no week in particular.
std::optional<Timex> every_timex(const TimexFrame& frame) {
  Timex t;
  if (frame.has(F::kWeekday)) {
    t.part = frame.get(F::kWeekday);
  } else if (frame.has(F::kMonth) && frame.has(F::kDay)) {
    t.month = frame.get(F::kMonth);
    t.day = frame.get(F::kDay);
  } else {
    return {};
  }
  return t;
}

std::optional<int> known_year(const TimexFrame& frame, const std::optional<Day>& today) {
  if (frame.has(F::kYear)) return full_year(frame);
  if (frame.names_unit(Grain::kYear) && frame.has(F::kShift) && today) {
    return today->year + frame.get(F::kShift);
  }
  return {};
}

/// A day written in full is kept as it stands even if no calendar has it: "29/2/2019".
std::optional<Timex> impossible_day(const TimexFrame& frame, int year) {
  const int month = frame.get(F::kMonth), day = frame.get(F::kDay);
  if (month < 1 || month > 12 || day < 1 || day > 31 || frame.has(F::kNth)) return {};
  Timex timex;
  timex.year = year;
  timex.month = month;
  timex.day = day;
  return timex;
}

/// What the other fields name in `year`.
std::optional<Timex> in_year(const TimexFrame& frame, int year) {
  if (year < -9999 || year > 9999) return {};
  const bool year_alone = !frame.has(F::kEaster) && !frame.has(F::kWeek) &&
                          !frame.has(F::kSeason) && !frame.has(F::kQuarter) &&
                          !frame.has(F::kHalf) && !frame.has(F::kDay) && month_in_year(frame) == 0;
  if (year_alone) return year_timex(year);
  if (year < 0) return {};
  if (const auto stretch = stretch_in_year(frame, year)) return stretch->timex;
  return frame.has(F::kYear) ? impossible_day(frame, year) : std::nullopt;
}

/// "last week", "this month", "in the year".
std::optional<Timex> shifted_unit(const TimexFrame& frame, const std::optional<Day>& today) {
  if (!today) return Timex{Grain::kYear};
  const int shift = frame.get(F::kShift);
  switch (static_cast<Grain>(frame.get(F::kUnit))) {
    case Grain::kDay:
      return day_stretch(add_days(*today, shift)).timex;
    case Grain::kWeek:
      return week_stretch(add_days(*today, 7 * shift)).timex;
    case Grain::kMonth: {
      const Day day = add_months(*today, shift);
      return month_stretch(day.year, day.month).timex;
    }
    case Grain::kQuarter: {
      const Day day = add_months(*today, 3 * shift);
      return quarter_stretch(day.year, (day.month + 2) / 3).timex;
    }
    case Grain::kHalf: {
      const Day day = add_months(*today, 6 * shift);
      return half_stretch(day.year, (day.month + 5) / 6).timex;
    }
    case Grain::kDecade:
      return year_timex((today->year / 10 + shift) * 10, Grain::kDecade);
    case Grain::kCentury:
      return year_timex((today->year / 100 + shift) * 100, Grain::kCentury);
    default:
      return {};
  }
}

/// Without an article's date the year, or the week, stays open.
std::optional<Timex> without_today(const TimexFrame& frame) {
  Timex t;
  if (frame.has(F::kMonth) && !frame.has(F::kNth)) {
    t.month = frame.get(F::kMonth);
    t.day = frame.get(F::kDay);
    if (t.month < 1 || t.month > 12 || t.day > days_in_month(2000, t.month)) return {};
    t.grain = t.day == 0 ? Grain::kMonth : Grain::kDay;
  } else if (frame.has(F::kSeason) || frame.has(F::kQuarter) || frame.has(F::kHalf)) {
    t.grain = frame.has(F::kSeason)    ? Grain::kSeason
              : frame.has(F::kQuarter) ? Grain::kQuarter
                                       : Grain::kHalf;
    t.part = frame.get(F::kSeason) + frame.get(F::kQuarter) + frame.get(F::kHalf);
  } else if (frame.has(F::kWeekday) && !frame.has(F::kNth)) {
    t.part = frame.get(F::kWeekday);
  } else {
    t.grain = Grain::kYear;
  }
  return t;
}

/// "The first weekend of March": that of its first Saturday.
std::optional<TimexRange> nth_weekend(TimexFrame frame, const TimexContext& context) {
  constexpr int kSaturday = 6;
  frame.clear(F::kUnit);
  frame.set(F::kWeekday, kSaturday);
  const auto saturday = resolve(frame, context);
  const auto day = saturday ? first_day(saturday->first) : std::nullopt;
  if (!day) return {};
  return TimexRange{saturday->first, day_stretch(add_days(*day, 1)).timex};
}

std::optional<TimexRange> resolve_date(const TimexFrame& frame, const TimexContext& context) {
  if (frame.has(F::kEvery)) return single(every_timex(frame));
  if (has_distance(frame)) return single(resolve_distance(frame, context));
  if (frame.has(F::kCentury)) return single(century_timex(frame));
  if (frame.has(F::kDecade)) return single(decade_timex(frame));
  if (frame.names_unit(Grain::kWeekend) && frame.has(F::kNth)) {
    return nth_weekend(frame, context);
  }
  if (frame.names_unit(Grain::kWeekend)) {
    return context.today ? resolve_weekend(frame, context) : std::nullopt;
  }
  if (const auto year = known_year(frame, context.today)) return single(in_year(frame, *year));
  if (frame.has(F::kUnit) && !frame.has(F::kNth) && !frame.has(F::kDay) &&
      !frame.has(F::kWeekday)) {
    return single(shifted_unit(frame, context.today));
  }
  if (!context.today) return single(without_today(frame));
  return single(resolve_recurring(frame, context));
}

}  // namespace

std::optional<TimexRange> resolve(const TimexFrame& frame, const TimexContext& context) {
  std::optional<TimexRange> date;
  if (has_date(frame)) {
    TimexContext counted = context;
    if (frame.has(F::kFromFocus) && context.focus) counted.today = context.focus;
    date = resolve_date(frame, counted);
    if (!date) return {};
  }
  if (!frame.has(F::kHour)) return date;
  const auto clock = resolve_clock(frame);
  if (!clock || (date && (date->last || date->first.grain != Grain::kDay))) return {};
  if (!date) {
    date.emplace();
    date->first.has_date = false;
  }
  date->first.clock = clock;
  return date;
}

}  // namespace manicule
