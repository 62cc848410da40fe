#pragma once

#include <optional>
#include <string>

#include "figures/calendar.h"
#include "figures/timex.h"

namespace manicule {

/// Whether the words around a date speak of what has been or of what is to come.
enum class Tense : std::uint8_t { kUnknown, kPast, kFuture };

/// When and where the words of a date were written.
struct TimexContext {
  std::optional<Day> today{};  ///< the article's date
  std::optional<Day> focus{};  ///< the day mentioned last, for "the day before"
  Tense tense = Tense::kUnknown;
  bool alone = false;  ///< nothing else stands in the paragraph: an agenda, which looks ahead
};

/// A date or time, or the first and the last of a range, both included.
struct TimexRange {
  Timex first;
  std::optional<Timex> last{};

  bool operator==(const TimexRange&) const = default;
};

/// What `frame` means in `context`; nothing when there is no such date (30 February) or when the
/// words do not make one. Years, months and weekdays that the words leave open are chosen as news
/// is read: the last one past, or the next to come, as context.tense says.
std::optional<TimexRange> resolve(const TimexFrame& frame, const TimexContext& context);

/// The range from `first` to `last`, each taking from the other what it leaves out ("from the 3rd
/// to the 7th of March", "8 to 10 pm"). Nothing when one of both has no meaning or they run
/// backwards.
std::optional<TimexRange> resolve_range(TimexFrame first, TimexFrame last,
                                        const TimexContext& context);

/// Whether the range is one of days and ends `later` days after it begins, or of years and ends
/// `later` years after.
bool is_consecutive(const TimexRange& range, int later);

/// "2014-06..2015-03", or the one value.
std::string to_value(const TimexRange& range);

}  // namespace manicule
