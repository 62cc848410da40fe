#pragma once

#include <optional>
#include <string_view>
#include <utility>

#include "analysis.h"

namespace manicule {

/// The year a date's value begins with; nothing for decades, centuries and unknown years.
std::optional<int> year_of(std::string_view value);

/// "2003..2015" as its two years; nothing for any other figure.
std::optional<std::pair<int, int>> years_of_range(const Figure& figure);

/// "2025-03-03..2025-03-07" as the days from the one to the other; nothing for any other figure.
std::optional<int> days_of_range(const Figure& figure);

/// The number of "P12Y" (`unit` 'Y') or "P6D" ('D'); nothing for other durations.
std::optional<int> length_in(const Figure& figure, char unit);

}  // namespace manicule
