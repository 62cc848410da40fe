#include "figures/timex_resolve.h"

#include <algorithm>
#include <cstdlib>

#include "figures/clock.h"
#include "figures/stretch.h"

namespace manicule {
namespace {

using F = TimexField;

/// Which of the recurring ones is meant: all Mondays, all the 12ths of March.
enum class Choice : std::uint8_t {
  kLatest,   ///< the last that has begun
  kNext,     ///< the first that is not over
  kNearest,  ///< the closest
  kBefore,   ///< the last that is over
  kAfter     ///< the first that has not begun
};

/// A year of two digits lies between 1950 and 2049.
int full_year(const TimexFrame& frame) {
  const int year = frame.get(F::kYear);
  if (frame.get(F::kEra) != 0) return -year;
  return year >= 100 ? year : year + (year < 50 ? 2000 : 1900);
}

class Resolver {
 public:
  Resolver(const TimexFrame& frame, const TimexContext& context)
      : f_(frame),
        context_(context),
        today_(frame.has(F::kFromFocus) && context.focus ? context.focus : context.today) {}

  std::optional<TimexRange> run() const {
    std::optional<TimexRange> date;
    if (has_date()) {
      date = resolve_date();
      if (!date) return {};
    }
    if (!f_.has(F::kHour)) return date;
    const auto clock = resolve_clock(f_);
    if (!clock || (date && (date->last || date->first.grain != Grain::kDay))) return {};
    if (!date) {
      date.emplace();
      date->first.has_date = false;
    }
    date->first.clock = clock;
    return date;
  }

 private:
  bool has(F field) const { return f_.has(field); }
  int get(F field) const { return f_.get(field); }
  bool is_unit(Grain grain) const {
    return has(F::kUnit) && get(F::kUnit) == static_cast<int>(grain);
  }
  bool has_span() const {
    return has(F::kSpanYears) || has(F::kSpanMonths) || has(F::kSpanWeeks) || has(F::kSpanDays) ||
           has(F::kSpanWorkdays);
  }
  bool has_date() const {
    TimexFrame rest = f_;
    for (const F clock : {F::kHour, F::kMinute, F::kDelta, F::kSecond, F::kDayPart}) {
      rest.clear(clock);
    }
    return !rest.empty();
  }

  std::optional<TimexRange> resolve_date() const {
    if (has(F::kEvery)) return every();
    if (has_span()) return single(span());
    if (has(F::kCentury)) return single(century());
    if (has(F::kDecade)) return single(decade());
    if (is_unit(Grain::kWeekend)) return weekend();
    if (const auto year = known_year()) return single(in_year(*year));
    if (has(F::kUnit) && !has(F::kNth) && !has(F::kDay) && !has(F::kWeekday)) {
      return single(shifted_unit());
    }
    if (!today_) return single(without_today());
    return single(recurring());
  }

  static std::optional<TimexRange> single(std::optional<Timex> timex) {
    if (!timex) return {};
    return TimexRange{*timex, {}};
  }
  static std::optional<Timex> timex_of(const std::optional<Stretch>& stretch) {
    if (!stretch) return {};
    return stretch->timex;
  }

  std::optional<Timex> century() const {
    const int century = get(F::kCentury);
    if (century < 1 || century > 30) return {};
    return year_timex((has(F::kEra) ? -century : century - 1) * 100, Grain::kCentury);
  }

  std::optional<Timex> decade() const {
    const int decade = get(F::kDecade);
    return year_timex(decade >= 100 ? decade : 1900 + decade, Grain::kDecade);
  }

  std::optional<TimexRange> every() const {
    Timex t;
    if (has(F::kWeekday)) {
      t.part = get(F::kWeekday);
    } else if (has(F::kMonth) && has(F::kDay)) {
      t.month = get(F::kMonth);
      t.day = get(F::kDay);
    } else {
      return {};
    }
    return TimexRange{t, {}};
  }

  std::optional<int> known_year() const {
    if (has(F::kYear)) return full_year(f_);
    if (is_unit(Grain::kYear) && has(F::kShift) && today_) return today_->year + get(F::kShift);
    return {};
  }

  /// What the other fields name in `year`.
  std::optional<Timex> in_year(int year) const {
    if (year < 0 || year > 9999) return {};
    const bool year_alone = !has(F::kEaster) && !has(F::kWeek) && !has(F::kSeason) &&
                            !has(F::kQuarter) && !has(F::kHalf) && !has(F::kDay) &&
                            month_in_year() == 0;
    return year_alone ? year_timex(year) : timex_of(stretch_in_year(year));
  }

  /// The month that is named or counted ("the third month of"), or 0.
  int month_in_year() const {
    return is_unit(Grain::kMonth) && has(F::kNth) ? get(F::kNth) : get(F::kMonth);
  }

  std::optional<Stretch> in_month(int year, int month) const {
    if (has(F::kNth) && (has(F::kWeekday) || is_unit(Grain::kDay))) {
      return nth_of_month(year, month, get(F::kNth), get(F::kWeekday));
    }
    if (has(F::kDay)) return checked_day({year, month, get(F::kDay)});
    return month_stretch(year, month);
  }

  /// "last week", "this month", "in the year".
  std::optional<Timex> shifted_unit() const {
    if (!today_) return Timex{Grain::kYear};
    const int shift = get(F::kShift);
    switch (static_cast<Grain>(get(F::kUnit))) {
      case Grain::kDay:
        return day_stretch(add_days(*today_, shift)).timex;
      case Grain::kWeek:
        return week_stretch(add_days(*today_, 7 * shift)).timex;
      case Grain::kMonth: {
        const Day day = add_months(*today_, shift);
        return month_stretch(day.year, day.month).timex;
      }
      case Grain::kQuarter: {
        const Day day = add_months(*today_, 3 * shift);
        return quarter_stretch(day.year, (day.month + 2) / 3).timex;
      }
      case Grain::kHalf: {
        const Day day = add_months(*today_, 6 * shift);
        return half_stretch(day.year, (day.month + 5) / 6).timex;
      }
      case Grain::kDecade:
        return year_timex((today_->year / 10 + shift) * 10, Grain::kDecade);
      case Grain::kCentury:
        return year_timex((today_->year / 100 + shift) * 100, Grain::kCentury);
      default:
        return {};
    }
  }

  std::optional<TimexRange> weekend() const {
    if (!today_) return {};
    const auto candidate = [&](int weeks) {
      const std::int64_t saturday = to_serial(monday_of(*today_)) + 5 + 7 * weeks;
      Stretch stretch = day_stretch(from_serial(saturday));
      stretch.last = saturday + 1;
      return std::optional(stretch);
    };
    const auto found = choose(shift_choice(Choice::kNearest), candidate, -2, 2);
    if (!found) return {};
    return TimexRange{found->timex, day_stretch(from_serial(found->last)).timex};
  }

  /// The day or month a distance away from today, or from the day the other fields say, at the
  /// grain of its finest unit.
  std::optional<Timex> span() const {
    TimexFrame anchor = f_;
    for (const F field :
         {F::kSpanYears, F::kSpanMonths, F::kSpanWeeks, F::kSpanDays, F::kSpanWorkdays,
          F::kSpanSign, F::kFromFocus, F::kHour, F::kMinute, F::kDelta, F::kSecond, F::kDayPart}) {
      anchor.clear(field);
    }
    std::optional<Day> from = today_;
    Grain finest = finest_span();
    const bool weekday_of_then = anchor.has(F::kWeekday) && is_unit(Grain::kWeek);
    if (!anchor.empty() && !weekday_of_then) {
      const auto start = resolve(anchor, context_);
      if (!start) return {};
      from = first_day(start->first);
      finest = std::min(finest, start->first.grain);
    }
    if (!from) return Timex{Grain::kYear};
    const Day then = add_span(*from);
    if (then.year < 0 || then.year > 9999) return {};
    if (weekday_of_then) {
      return day_stretch(add_days(monday_of(then), anchor.get(F::kWeekday) - 1)).timex;
    }
    if (finest == Grain::kYear) return year_timex(then.year);
    if (finest == Grain::kMonth) return month_stretch(then.year, then.month).timex;
    return finest == Grain::kWeek ? week_stretch(then).timex : day_stretch(then).timex;
  }

  Grain finest_span() const {
    if (has(F::kSpanDays) || has(F::kSpanWorkdays)) return Grain::kDay;
    if (has(F::kSpanWeeks)) return Grain::kWeek;
    return has(F::kSpanMonths) ? Grain::kMonth : Grain::kYear;
  }

  Day add_span(Day day) const {
    const int sign = get(F::kSpanSign) < 0 ? -1 : 1;
    day = add_months(day, sign * (12 * get(F::kSpanYears) + get(F::kSpanMonths)));
    day = add_days(day, sign * (7 * get(F::kSpanWeeks) + get(F::kSpanDays)));
    for (int left = get(F::kSpanWorkdays); left > 0;) {
      day = add_days(day, sign);
      left -= weekday(day) <= 5;
    }
    return day;
  }

  /// The recurring one that is meant by what the words say, else by their tense, else `open`.
  Choice shift_choice(Choice open) const {
    if (has(F::kNear)) return get(F::kNear) < 0 ? Choice::kBefore : Choice::kAfter;
    if (has(F::kShift) && get(F::kShift) != 0) {
      return get(F::kShift) < 0 ? Choice::kBefore : Choice::kAfter;
    }
    if (context_.alone && !has(F::kShift)) return Choice::kAfter;
    if (context_.tense == Tense::kPast) return Choice::kLatest;
    if (context_.tense == Tense::kFuture || has(F::kShift)) return Choice::kNext;
    return open;
  }

  template <class Candidate>
  std::optional<Stretch> choose(Choice choice, const Candidate& candidate, int from, int to) const {
    const std::int64_t today = to_serial(*today_);
    std::optional<Stretch> best;
    const auto distance = [&](const Stretch& s) {
      return s.first > today ? s.first - today : std::max<std::int64_t>(today - s.last, 0);
    };
    for (int i = from; i <= to; ++i) {
      const std::optional<Stretch> s = candidate(i);
      if (!s) continue;
      const bool before = choice == Choice::kBefore ? s->last < today : s->first <= today;
      const bool after = choice == Choice::kAfter ? s->first > today : s->last >= today;
      if (choice == Choice::kNearest) {
        if (!best || distance(*s) < distance(*best)) best = s;
      } else if (choice == Choice::kLatest || choice == Choice::kBefore) {
        if (before) best = s;
      } else if (after) {
        return s;
      }
    }
    return best;
  }

  std::optional<Timex> recurring() const {
    if (has(F::kDay) && has(F::kWeekday) && !has(F::kMonth)) return weekday_and_day();
    if (has(F::kWeekday) && !has(F::kMonth) && !has(F::kDay) && !has(F::kNth)) {
      return weekday_only();
    }
    if (is_unit(Grain::kMonth) || (!has(F::kMonth) && (has(F::kDay) || has(F::kNth)))) {
      return some_month();
    }
    return some_year();
  }

  std::optional<Timex> weekday_only() const {
    const int day = get(F::kWeekday);
    const bool this_week = is_unit(Grain::kWeek) && has(F::kShift);
    if (this_week || (has(F::kShift) && get(F::kShift) != 0)) {
      return day_stretch(add_days(monday_of(*today_), 7 * get(F::kShift) + day - 1)).timex;
    }
    const auto candidate = [&](int weeks) {
      return std::optional(day_stretch(add_days(monday_of(*today_), 7 * weeks + day - 1)));
    };
    return timex_of(choose(shift_choice(Choice::kNearest), candidate, -2, 2));
  }

  /// "Thursday the 15th": the closest month in which they meet, this one even if they do not.
  std::optional<Timex> weekday_and_day() const {
    const auto candidate = [&](int months) -> std::optional<Stretch> {
      const Day then = add_months({today_->year, today_->month, 1}, months);
      const Day day{then.year, then.month, get(F::kDay)};
      if (!is_valid(day) || weekday(day) != get(F::kWeekday)) return {};
      return day_stretch(day);
    };
    const Choice choice = shift_choice(Choice::kNearest);
    if (context_.alone) return timex_of(choose(choice, candidate, -1, 14));
    for (const Choice way : {choice, Choice::kNearest}) {
      if (const auto found = choose(way, candidate, -1, 1)) return found->timex;
    }
    return some_month();
  }

  /// A day of this month or of a month near.
  std::optional<Timex> some_month() const {
    const Day first{today_->year, today_->month, 1};
    const auto candidate = [&](int months) {
      const Day then = add_months(first, months);
      return in_month(then.year, then.month);
    };
    if (has(F::kShift) && is_unit(Grain::kMonth)) return timex_of(candidate(get(F::kShift)));
    if (has(F::kNth)) return timex_of(candidate(0));
    return timex_of(choose(shift_choice(Choice::kNearest), candidate, -3, 3));
  }

  std::optional<Timex> some_year() const {
    const auto candidate = [&](int years) { return stretch_in_year(today_->year + years); };
    const bool of_this_year = has(F::kShift) && get(F::kShift) == 0 && has(F::kMonth);
    if (of_this_year) return timex_of(candidate(0));
    const auto found = choose(shift_choice(Choice::kNearest), candidate, -8, 8);
    if (!found || !has(F::kWeekday) || has(F::kNth)) return timex_of(found);
    return timex_of(with_weekday(*found));
  }

  /// `near` moved to a neighbouring year if only there the weekday fits and `near` is so far from
  /// today that the writer would have needed to name the year.
  Stretch with_weekday(const Stretch& near) const {
    constexpr std::int64_t kFar = 60;
    const auto fits = [&](const Stretch& s) {
      return weekday(from_serial(s.first)) == get(F::kWeekday);
    };
    if (fits(near) || std::abs(near.first - to_serial(*today_)) < kFar) return near;
    for (const int step : {1, -1}) {
      const auto other = stretch_in_year(*near.timex.year + step);
      if (other && fits(*other)) return *other;
    }
    return near;
  }

  std::optional<Stretch> stretch_in_year(int year) const {
    if (has(F::kEaster)) return day_stretch(add_days(easter(year), get(F::kEaster)));
    if (has(F::kSeason)) return season_stretch(year, get(F::kSeason));
    if (has(F::kQuarter)) return quarter_stretch(year, get(F::kQuarter));
    if (has(F::kHalf)) return half_stretch(year, get(F::kHalf));
    if (has(F::kWeek)) return week_stretch(monday_of_week(year, get(F::kWeek)));
    const int month = month_in_year();
    if (month < 1 || month > 12) return {};
    return in_month(year, month);
  }

  /// Without an article's date the year, or the week, stays open.
  std::optional<Timex> without_today() const {
    Timex t;
    if (has(F::kMonth) && !has(F::kNth)) {
      t.month = get(F::kMonth);
      t.day = get(F::kDay);
      if (t.month < 1 || t.month > 12 || t.day > days_in_month(2000, t.month)) return {};
      t.grain = t.day == 0 ? Grain::kMonth : Grain::kDay;
    } else if (has(F::kSeason) || has(F::kQuarter) || has(F::kHalf)) {
      t.grain = has(F::kSeason)    ? Grain::kSeason
                : has(F::kQuarter) ? Grain::kQuarter
                                   : Grain::kHalf;
      t.part = get(F::kSeason) + get(F::kQuarter) + get(F::kHalf);
    } else if (has(F::kWeekday) && !has(F::kNth)) {
      t.part = get(F::kWeekday);
    } else {
      t.grain = Grain::kYear;
    }
    return t;
  }

  const TimexFrame& f_;
  const TimexContext& context_;
  std::optional<Day> today_;
};

}  // namespace

std::optional<TimexRange> resolve(const TimexFrame& frame, const TimexContext& context) {
  return Resolver(frame, context).run();
}

}  // namespace manicule
