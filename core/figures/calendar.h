#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace manicule {

/// A day of the proleptic Gregorian calendar.
struct Day {
  int year = 0;
  int month = 1;  ///< 1 to 12
  int day = 1;    ///< 1 to 31

  auto operator<=>(const Day&) const = default;
};

/// 28 to 31; `month` is 1 to 12.
int days_in_month(int year, int month);

/// Whether the day exists: 2025-02-29 does not.
bool is_valid(Day day);

/// Days since 1970-01-01, and back (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms").
std::int64_t to_serial(Day day);
Day from_serial(std::int64_t serial);

/// 1 (Monday) to 7 (Sunday), as ISO 8601 counts.
int weekday(Day day);

Day add_days(Day day, std::int64_t days);

/// The same day of another month, or that month's last day.
Day add_months(Day day, int months);

/// Easter Sunday of a Gregorian year (the algorithm of J. Meeus, T. Jones and H. Butcher).
Day easter(int year);

/// "2025-02-26"; nothing for any other form or a day that does not exist.
std::optional<Day> parse_day(std::string_view iso);

/// "2025-02-26".
std::string to_iso(Day day);

}  // namespace manicule
