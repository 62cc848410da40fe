#pragma once

#include <cstdint>
#include <iterator>
#include <string_view>

namespace manicule {

/// The names under which a rule hands what it matched, or a constant, to its action.
enum class Slot : std::uint8_t {
  kNone,
  // Amounts.
  kN,             ///< a number
  kHi,            ///< the upper end of a range
  kTimes,         ///< multiplies the amount: "une dizaine de millions"
  kOf,            ///< divides it: "un sur trois"
  kUnit,          ///< of money, quantities and durations
  kAdd,           ///< adds to it: "2 1/2"
  kLike,          ///< a number beside it whose scale holds for it too
  kMinus,         ///< the amount is negative
  kApprox,        ///< the words themselves say that it is not exact: "une vingtaine"
  kMode,          ///< "x" multiples, "pp" percentage points, "bp" basis points
  kPer,           ///< the unit for each of which the amount is: "20 litres per square metre"
  kSub,           ///< an amount in the smaller unit: "3 dollars 50 cents"
  kDates,         ///< a modifier of dates and times too
  kButDurations,  ///< a modifier that does not apply to durations
  kRank,          ///< of a rule that wins over longer ones
  kAfter,         ///< a modifier that stands after its figure
  // Dates and times (figures/dates.h).
  kSays,
  kTo,
  kSpanCount,
  kSpanUnit,
  kClock,
  kClockMinutes,
  kClockDot,
  kDayMonth,
  kMonthYear,
  kHundreds,
  kAlone,
  kOpen,
  kComing,
  kLess,
  kClosest,
  kConsecutive,
  kBeside,
  kFits,
  kDateFields  ///< this and what follows are the fields of figures/timex.h, under their names
};

constexpr std::string_view kSlotNames[] = {"",
                                           "n",
                                           "hi",
                                           "times",
                                           "of",
                                           "unit",
                                           "add",
                                           "like",
                                           "minus",
                                           "approx",
                                           "mode",
                                           "per",
                                           "sub",
                                           "dates",
                                           "but-durations",
                                           "rank",
                                           "after",
                                           "says",
                                           "to",
                                           "count",
                                           "count-unit",
                                           "clock",
                                           "clock-minutes",
                                           "clock-dot",
                                           "day-month",
                                           "month-year",
                                           "hundreds",
                                           "alone",
                                           "open",
                                           "coming",
                                           "less",
                                           "closest",
                                           "consecutive",
                                           "beside",
                                           "fits"};
static_assert(std::size(kSlotNames) == static_cast<std::size_t>(Slot::kDateFields));

}  // namespace manicule
