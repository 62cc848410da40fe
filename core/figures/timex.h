#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "figures/calendar.h"

namespace manicule {

/// How long a stretch of time is named, from the finest to the coarsest.
enum class Grain : std::uint8_t {
  kSecond,
  kMinute,
  kHour,
  kDay,
  kWeekend,
  kWeek,
  kMonth,
  kSeason,
  kQuarter,
  kHalf,
  kYear,
  kDecade,
  kCentury
};

/// What one word or number of a date or a time can say. The names in data files are those of
/// timex_field(), without the k and in lower case with '-' ("span-years").
enum class TimexField : std::uint8_t {
  kYear,     ///< as written: 2024, or 24 for a year of two digits
  kDecade,   ///< its first year: 1990, or 90
  kCentury,  ///< 19 for the nineteenth
  kEra,      ///< 1: before the common era; 0: in it
  kMonth,    ///< 1 to 12
  kDay,      ///< 1 to 31, of the month
  kWeekday,  ///< 1 (Monday) to 7
  kWeek,     ///< ISO 8601 week, 1 to 53
  kSeason,   ///< 1 (spring) to 4 (winter)
  kQuarter,  ///< 1 to 4
  kHalf,     ///< 1 or 2
  kEaster,   ///< days after Easter Sunday

  kUnit,   ///< a Grain: what kShift or kNth counts
  kShift,  ///< -1 "last", 0 "this", 1 "next" of kUnit, else of the weekday, month or season
  kNear,   ///< -1 or 1: the closest before or after today, whatever the week
  kNth,    ///< "third Tuesday of October": 3; -1 for "last"
  kEvery,  ///< 1: "each Thursday", of no week in particular

  kSpanYears,  ///< a distance from today, or from the day the other fields say
  kSpanMonths,
  kSpanWeeks,
  kSpanDays,
  kSpanWorkdays,
  kSpanSign,   ///< -1 "ago", 1 "from now"
  kFromFocus,  ///< 1: counted from the date mentioned last ("the day before"), not from today

  kHour,     ///< 0 to 24
  kMinute,   ///< added to kHour; -30 for the German "halb"
  kDelta,    ///< minutes added once more: "ten to half past"
  kSecond,   ///< 0 to 59
  kDayPart,  ///< 1 night, 2 morning, 3 noon, 4 afternoon, 5 evening, 6 am, 7 pm
  kCount
};

/// The field of that name in a data file, or nothing.
std::optional<TimexField> timex_field(std::string_view name);

/// The grain of that name in a data file ("week"), or nothing.
std::optional<Grain> grain_named(std::string_view name);

/// What the words of one date or time say, before it is known when they were written.
class TimexFrame {
 public:
  bool has(TimexField field) const { return (present_ >> index(field) & 1U) != 0; }
  bool empty() const { return present_ == 0; }

  /// The value of `field`, or 0 when it is absent.
  int get(TimexField field) const { return values_[index(field)]; }

  /// Whether what is counted or shifted is a `grain`.
  bool names_unit(Grain grain) const {
    return has(TimexField::kUnit) && get(TimexField::kUnit) == static_cast<int>(grain);
  }

  void set(TimexField field, int value) {
    values_[index(field)] = value;
    present_ |= 1U << index(field);
  }
  void clear(TimexField field) {
    values_[index(field)] = 0;
    present_ &= ~(1U << index(field));
  }

  /// Adds what `other` says. False, and no change, if both say different things of one field.
  bool merge(const TimexFrame& other);

  /// Takes from `other` what it says and this frame does not, for `field` only.
  void inherit(const TimexFrame& other, TimexField field) {
    if (!has(field) && other.has(field)) set(field, other.get(field));
  }

  bool operator==(const TimexFrame&) const = default;

 private:
  static std::size_t index(TimexField field) { return static_cast<std::size_t>(field); }
  static_assert(static_cast<std::size_t>(TimexField::kCount) <= 32);

  std::array<int, static_cast<std::size_t>(TimexField::kCount)> values_{};
  std::uint32_t present_ = 0;
};

/// A time of the day, as exact as it was said.
struct Clock {
  int hour = 0;                 ///< 0 to 23
  int minute = 0;               ///< 0 to 59
  std::optional<int> second{};  ///< 0 to 59

  bool operator==(const Clock&) const = default;
};

/// A date or time as a calendar knows it. `grain` says which members count: a kMonth has year and
/// month, a kQuarter year and part.
struct Timex {
  Grain grain = Grain::kDay;
  std::optional<int> year{};  ///< absent when it cannot be known; the first one of a century
  int month = 0;
  int day = 0;
  int part = 0;  ///< week, season, quarter or half; the weekday where no week is known
  std::optional<Clock> clock{};
  bool has_date = true;  ///< false for a bare time of day

  bool operator==(const Timex&) const = default;
};

/// The canonical value: "2025-01-24", "2025-W08", "199X", "XXXX-12-25", "XXXX-WXX-4",
/// "2025-01-24T14:30", "T14:30" (ISO 8601 with the letters of ISO 8601-2 for what is unknown).
std::string to_value(const Timex& timex);

}  // namespace manicule
