#pragma once

#include "figures/rules.h"

namespace manicule {

/// The action of date and time rules. The slots are the fields of figures/timex.h, and
///   says        several fields in one text: "unit=day shift=-1"
///   to          what follows is the end of a range
///   count, count-unit   a distance: "trois" "ans"
///   clock, clock-minutes, clock-dot, day-month, month-year   two numbers in one atom: "18.12",
///               "10.10", "2015.3"; a clock may also be an hour alone, or four digits ("1140"),
///               a clock-dot has no comma, where that makes a decimal
///   hundreds    the first half of a year in words: "nineteen" "twenty-eight"
///   less        the minutes of `delta` are taken away: "ten to eight"
///   alone       only where nothing else stands in the block
///   open        only where the words around tell past from future
///   closest     past or coming, whichever is nearer, whatever the tense
///   approx      it is not exact; mode=min, mode=max: a bound
///   consecutive only where the second day or year is so many after the first
///   beside      the weekday after (1), before (-1) or nearest (2) to the day behind `to`
///   fits        only where the day is of that weekday and few weeks away
///   coming      only where they tell of the future
bool read_date(const Match& match, Found& found);

}  // namespace manicule
