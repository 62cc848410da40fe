#include "alerts/dates.h"

#include <cstdlib>
#include <string>

#include "figures/calendar.h"

namespace manicule {
namespace {

/// The two sides of a date's "a..b".
std::optional<std::pair<std::string_view, std::string_view>> sides_of(const Figure& figure) {
  const std::string_view value = figure.value;
  const std::size_t dots = value.find("..");
  if (figure.kind != FigureKind::kDate || dots == std::string_view::npos) return {};
  return std::pair{value.substr(0, dots), value.substr(dots + 2)};
}

}  // namespace

std::optional<int> year_of(std::string_view value) {
  if (value.size() < 4) return {};
  int year = 0;
  for (const char c : value.substr(0, 4)) {
    if (c < '0' || c > '9') return {};
    year = year * 10 + (c - '0');
  }
  return year;
}

std::optional<std::pair<int, int>> years_of_range(const Figure& figure) {
  const auto sides = sides_of(figure);
  if (!sides || sides->first.size() != 4 || sides->second.size() != 4) return {};
  const auto first = year_of(sides->first), last = year_of(sides->second);
  if (!first || !last) return {};
  return std::pair{*first, *last};
}

std::optional<int> days_of_range(const Figure& figure) {
  const auto sides = sides_of(figure);
  if (!sides) return {};
  const auto first = parse_day(sides->first), last = parse_day(sides->second);
  if (!first || !last) return {};
  return static_cast<int>(to_serial(*last) - to_serial(*first));
}

std::optional<int> length_in(const Figure& figure, char unit) {
  const std::string& value = figure.value;
  if (figure.kind != FigureKind::kDuration || value.size() < 3 || value.back() != unit) return {};
  if (value.find_first_not_of("0123456789", 1) != value.size() - 1) return {};
  return std::atoi(value.c_str() + 1);
}

}  // namespace manicule
