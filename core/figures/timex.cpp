#include "figures/timex.h"

#include <cstdlib>

namespace manicule {
namespace {

struct FieldName {
  std::string_view name;
  TimexField field;
};

constexpr FieldName kFields[] = {
    {"year", TimexField::kYear},
    {"decade", TimexField::kDecade},
    {"century", TimexField::kCentury},
    {"era", TimexField::kEra},
    {"month", TimexField::kMonth},
    {"day", TimexField::kDay},
    {"weekday", TimexField::kWeekday},
    {"week", TimexField::kWeek},
    {"season", TimexField::kSeason},
    {"quarter", TimexField::kQuarter},
    {"half", TimexField::kHalf},
    {"easter", TimexField::kEaster},
    {"unit", TimexField::kUnit},
    {"shift", TimexField::kShift},
    {"near", TimexField::kNear},
    {"nth", TimexField::kNth},
    {"every", TimexField::kEvery},
    {"span-years", TimexField::kSpanYears},
    {"span-months", TimexField::kSpanMonths},
    {"span-weeks", TimexField::kSpanWeeks},
    {"span-days", TimexField::kSpanDays},
    {"span-workdays", TimexField::kSpanWorkdays},
    {"span-sign", TimexField::kSpanSign},
    {"from-focus", TimexField::kFromFocus},
    {"hour", TimexField::kHour},
    {"minute", TimexField::kMinute},
    {"delta", TimexField::kDelta},
    {"second", TimexField::kSecond},
    {"day-part", TimexField::kDayPart},
};

struct GrainName {
  std::string_view name;
  Grain grain;
};

constexpr GrainName kGrains[] = {
    {"second", Grain::kSecond},  {"minute", Grain::kMinute},   {"hour", Grain::kHour},
    {"day", Grain::kDay},        {"weekend", Grain::kWeekend}, {"week", Grain::kWeek},
    {"month", Grain::kMonth},    {"season", Grain::kSeason},   {"quarter", Grain::kQuarter},
    {"half", Grain::kHalf},      {"year", Grain::kYear},       {"decade", Grain::kDecade},
    {"century", Grain::kCentury}};

std::string padded(int value, std::size_t width) {
  const std::string digits = std::to_string(std::abs(value));
  const std::string zeros(digits.size() < width ? width - digits.size() : 0, '0');
  return (value < 0 ? "-" : "") + zeros + digits;
}

std::string date_value(const Timex& t) {
  constexpr std::string_view kSeasons[] = {"SP", "SU", "AU", "WI"};
  const std::string year = t.year ? padded(*t.year, 4) : "XXXX";
  switch (t.grain) {
    case Grain::kCentury:
      return year.substr(0, year.size() - 2) + "XX";
    case Grain::kDecade:
      return year.substr(0, year.size() - 1) + 'X';
    case Grain::kHalf:
      return year + "-H" + std::to_string(t.part);
    case Grain::kQuarter:
      return year + "-Q" + std::to_string(t.part);
    case Grain::kSeason:
      return year + '-' + std::string(kSeasons[t.part - 1]);
    case Grain::kMonth:
      return year + '-' + padded(t.month, 2);
    case Grain::kWeek:
      return year + "-W" + padded(t.part, 2);
    case Grain::kDay:
      if (t.part != 0) return year + "-WXX-" + std::to_string(t.part);
      return year + '-' + padded(t.month, 2) + '-' + padded(t.day, 2);
    default:
      return year;
  }
}

}  // namespace

std::optional<TimexField> timex_field(std::string_view name) {
  for (const auto& known : kFields) {
    if (known.name == name) return known.field;
  }
  return {};
}

std::optional<Grain> grain_named(std::string_view name) {
  for (const auto& known : kGrains) {
    if (known.name == name) return known.grain;
  }
  return {};
}

bool TimexFrame::merge(const TimexFrame& other) {
  for (std::size_t i = 0; i < values_.size(); ++i) {
    const std::uint32_t bit = 1U << i;
    if ((present_ & other.present_ & bit) != 0 && values_[i] != other.values_[i]) return false;
  }
  for (std::size_t i = 0; i < values_.size(); ++i) {
    if ((other.present_ >> i & 1U) != 0) values_[i] = other.values_[i];
  }
  present_ |= other.present_;
  return true;
}

std::string to_value(const Timex& timex) {
  std::string value = timex.has_date ? date_value(timex) : "";
  if (timex.clock) {
    value += 'T' + padded(timex.clock->hour, 2) + ':' + padded(timex.clock->minute, 2);
    if (timex.clock->second) value += ':' + padded(*timex.clock->second, 2);
  }
  return value;
}

}  // namespace manicule
