// Ranges: "from the 3rd to the 7th of March".

#include "figures/stretch.h"
#include "figures/timex_resolve.h"

namespace manicule {
namespace {

using F = TimexField;

/// Orders two timexes of one kind by when they begin.
std::int64_t beginning(const Timex& t) {
  const auto day = first_day(t);
  const std::int64_t days = day ? to_serial(*day) : 0;
  return days * 1440 + (t.clock ? t.clock->hour * 60 + t.clock->minute : 0);
}

/// "2014-18": the last year takes its century from the first.
void complete_year(const TimexFrame& first, TimexFrame& last) {
  const int from = first.get(F::kYear), to = last.get(F::kYear);
  if (from >= 1000 && last.has(F::kYear) && to < 100) last.set(F::kYear, from / 100 * 100 + to);
}

/// The range of two frames that leave nothing to each other.
std::optional<TimexRange> between(const TimexFrame& first, const TimexFrame& last,
                                  const TimexContext& context) {
  const auto begin = resolve(first, context);
  TimexContext after = context;
  if (begin && !last.has(F::kYear) && first_day(begin->first)) {
    after.today = first_day(begin->first);  // the end is the first one after the beginning
    after.tense = Tense::kFuture;
    after.alone = false;
  }
  const auto end = resolve(last, after);
  if (!begin || !end || begin->last || end->last || begin->first.has_date != end->first.has_date) {
    return {};
  }
  const bool clocks = !begin->first.has_date;
  if (!clocks && beginning(begin->first) >= beginning(end->first)) return {};
  return TimexRange{begin->first, end->first};
}

}  // namespace

std::optional<TimexRange> resolve_range(TimexFrame first, TimexFrame last,
                                        const TimexContext& context) {
  complete_year(first, last);
  const bool own_year = first.has(F::kYear);
  for (const F field : {F::kMonth, F::kYear, F::kEra, F::kQuarter, F::kHalf, F::kUnit, F::kShift}) {
    if (field == F::kMonth && !first.has(F::kDay)) continue;
    if ((field == F::kUnit || field == F::kShift) && first.has(F::kYear)) continue;
    first.inherit(last, field);
  }
  if (last.has(F::kDay)) last.inherit(first, F::kMonth);
  if (!first.has(F::kDayPart) && last.has(F::kDayPart) &&
      first.get(F::kHour) <= last.get(F::kHour)) {
    first.inherit(last, F::kDayPart);
  }
  if (own_year) last.inherit(first, F::kYear);
  if (context.tense == Tense::kFuture && context.today) {
    // What is going on has begun and is not over.
    TimexContext begun = context;
    begun.tense = Tense::kPast;
    begun.alone = false;
    const auto running = between(first, last, begun);
    const auto end = running ? first_day(*running->last) : std::nullopt;
    if (end && *context.today <= *end) return running;
  }
  return between(first, last, context);
}

bool is_consecutive(const TimexRange& range, int later) {
  if (!range.last) return false;
  const Timex& first = range.first;
  const Timex& last = *range.last;
  if (first.grain != Grain::kDay) return first.year && last.year == *first.year + later;
  const auto begin = first_day(first), end = first_day(last);
  if (begin && end) return to_serial(*end) - to_serial(*begin) == later;
  return first.month == last.month && last.day - first.day == later;
}

std::string to_value(const TimexRange& range) {
  return range.last ? to_value(range.first) + ".." + to_value(*range.last) : to_value(range.first);
}

}  // namespace manicule
