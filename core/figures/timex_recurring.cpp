#include "figures/timex_recurring.h"

#include <algorithm>
#include <cstdlib>

#include "figures/frame_stretch.h"

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

std::optional<Timex> timex_of(const std::optional<Stretch>& stretch) {
  if (!stretch) return {};
  return stretch->timex;
}

class Recurring {
 public:
  Recurring(const TimexFrame& frame, const TimexContext& context, Day today)
      : f_(frame), context_(context), today_(today) {}

  std::optional<Timex> recurring() const {
    if (f_.has(F::kDay) && f_.has(F::kWeekday) && !f_.has(F::kMonth)) return weekday_and_day();
    const bool counted = f_.has(F::kNth) && !f_.has(F::kNear);
    if (f_.has(F::kWeekday) && !f_.has(F::kMonth) && !f_.has(F::kDay) && !counted) {
      return weekday_only();
    }
    if (f_.names_unit(Grain::kMonth) ||
        (!f_.has(F::kMonth) && (f_.has(F::kDay) || f_.has(F::kNth)))) {
      return some_month();
    }
    return some_year();
  }

  std::optional<TimexRange> weekend() const {
    const auto candidate = [&](int weeks) {
      const std::int64_t saturday = to_serial(monday_of(today_)) + 5 + 7 * weeks;
      Stretch stretch = day_stretch(from_serial(saturday));
      stretch.last = saturday + 1;
      return std::optional(stretch);
    };
    const auto found = choose(shift_choice(Choice::kNearest), candidate, -2, 2);
    if (!found) return {};
    return TimexRange{found->timex, day_stretch(from_serial(found->last)).timex};
  }

 private:
  Choice shift_choice(Choice open) const {
    if (f_.has(F::kNear)) return f_.get(F::kNear) < 0 ? Choice::kBefore : Choice::kAfter;
    if (f_.has(F::kShift) && f_.get(F::kShift) != 0) {
      return f_.get(F::kShift) < 0 ? Choice::kBefore : Choice::kAfter;
    }
    if (context_.alone && !f_.has(F::kShift)) return Choice::kAfter;
    if (context_.tense == Tense::kPast) return Choice::kLatest;
    if (context_.tense == Tense::kFuture || f_.has(F::kShift)) return Choice::kNext;
    return open;
  }

  template <class Candidate>
  std::optional<Stretch> choose(Choice choice, const Candidate& candidate, int from, int to) const {
    const std::int64_t today = to_serial(today_);
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

  std::optional<Timex> weekday_only() const {
    const int day = f_.get(F::kWeekday);
    const bool this_week = f_.names_unit(Grain::kWeek) && f_.has(F::kShift);
    if (this_week || (f_.has(F::kShift) && f_.get(F::kShift) != 0)) {
      return day_stretch(add_days(monday_of(today_), 7 * f_.get(F::kShift) + day - 1)).timex;
    }
    const auto candidate = [&](int weeks) {
      return std::optional(day_stretch(add_days(monday_of(today_), 7 * weeks + day - 1)));
    };
    const auto found = choose(shift_choice(Choice::kNearest), candidate, -2, 2);
    if (!found || !f_.has(F::kNth)) return timex_of(found);
    // "three Fridays from now"
    const std::int64_t further = 7 * (f_.get(F::kNth) - 1) * f_.get(F::kNear);
    return day_stretch(from_serial(found->first + further)).timex;
  }

  /// "Thursday the 15th": the closest month in which they meet, this one even if they do not.
  std::optional<Timex> weekday_and_day() const {
    const auto candidate = [&](int months) -> std::optional<Stretch> {
      const Day then = add_months({today_.year, today_.month, 1}, months);
      const Day day{then.year, then.month, f_.get(F::kDay)};
      if (!is_valid(day) || weekday(day) != f_.get(F::kWeekday)) return {};
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
    const Day first{today_.year, today_.month, 1};
    const auto candidate = [&](int months) {
      const Day then = add_months(first, months);
      return stretch_in_month(f_, then.year, then.month);
    };
    if (f_.has(F::kShift) && f_.names_unit(Grain::kMonth))
      return timex_of(candidate(f_.get(F::kShift)));
    if (f_.has(F::kNth)) return timex_of(candidate(0));
    return timex_of(choose(shift_choice(Choice::kNearest), candidate, -3, 3));
  }

  std::optional<Timex> some_year() const {
    const auto candidate = [&](int years) { return stretch_in_year(f_, today_.year + years); };
    const bool of_this_year = f_.has(F::kShift) && f_.get(F::kShift) == 0 && f_.has(F::kMonth);
    if (of_this_year) return timex_of(candidate(0));
    auto found = choose(shift_choice(Choice::kNearest), candidate, -8, 8);
    if (found && !context_.alone && !f_.has(F::kShift) && !f_.has(F::kNear)) {
      found = near_rather_than_far(*found, choose(Choice::kNearest, candidate, -1, 1));
    }
    if (!found || !f_.has(F::kWeekday) || f_.has(F::kNth)) return timex_of(found);
    return timex_of(with_weekday(*found));
  }

  std::int64_t days_away(const Stretch& s) const { return std::abs(s.first - to_serial(today_)); }

  /// The day that the tense asks for, unless it is of last year and one soon to come is so much
  /// closer that the writer would have named the year: "has until 31 March" in February.
  Stretch near_rather_than_far(const Stretch& found, const std::optional<Stretch>& nearest) const {
    constexpr std::int64_t kOtherYear = 240;
    const bool closer = nearest && nearest->first > to_serial(today_) &&
                        days_away(found) > kOtherYear && days_away(*nearest) < kFar;
    return closer && found.timex.grain == Grain::kDay ? *nearest : found;
  }

  /// `near` moved to a neighbouring year if only there the weekday fits and `near` is so far from
  /// today that the writer would have needed to name the year.
  Stretch with_weekday(const Stretch& near) const {
    const auto fits = [&](const Stretch& s) {
      return weekday(from_serial(s.first)) == f_.get(F::kWeekday);
    };
    if (fits(near) || days_away(near) < kFar) return near;
    for (const int step : {1, -1}) {
      const auto other = stretch_in_year(f_, *near.timex.year + step);
      if (other && fits(*other)) return *other;
    }
    return near;
  }

  static constexpr std::int64_t kFar = 60;  ///< days

  const TimexFrame& f_;
  const TimexContext& context_;
  Day today_;
};

}  // namespace

std::optional<Timex> resolve_recurring(const TimexFrame& frame, const TimexContext& context) {
  return Recurring(frame, context, *context.today).recurring();
}

std::optional<TimexRange> resolve_weekend(const TimexFrame& frame, const TimexContext& context) {
  return Recurring(frame, context, *context.today).weekend();
}

}  // namespace manicule
