#include "figures/clock.h"

namespace manicule {
namespace {

/// The values of TimexField::kDayPart.
enum DayPart { kNoPart, kNight, kMorning, kNoon, kAfternoon, kEvening, kAm, kPm };

/// `hour` of twelve as one of twenty-four.
int full_hour(int hour, int part) {
  const bool first_half = hour < 12;
  switch (part) {
    case kNight:
      return hour == 12 ? 0 : hour + (first_half && hour >= 6 ? 12 : 0);
    case kAm:
      return hour == 12 ? 0 : hour;
    case kNoon:
      return hour < 10 ? hour + 12 : hour;
    case kAfternoon:
    case kPm:
      return first_half ? hour + 12 : hour;
    case kEvening:
      return hour == 12 ? 24 : hour + (first_half && hour >= 3 ? 12 : 0);
    default:
      return hour;
  }
}

}  // namespace

std::optional<Clock> resolve_clock(const TimexFrame& frame) {
  const int said = frame.get(TimexField::kHour);
  const int minutes = frame.get(TimexField::kMinute) + frame.get(TimexField::kDelta);
  const int second = frame.get(TimexField::kSecond);
  if (said < 0 || said > 24 || minutes >= 60 || minutes < -60 || second > 59) return {};
  constexpr int kDay = 24 * 60;
  const int of_day =
      (full_hour(said, frame.get(TimexField::kDayPart)) * 60 + minutes + kDay) % kDay;
  Clock clock{of_day / 60, of_day % 60};
  if (frame.has(TimexField::kSecond)) clock.second = second;
  return clock;
}

}  // namespace manicule
