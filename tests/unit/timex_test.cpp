// Dates: what the words say, and which day that is.

#include "figures/timex.h"

#include "cases.h"
#include "catch.h"
#include "figures/timex_resolve.h"

namespace manicule {
namespace {

using F = TimexField;

TimexFrame frame(std::initializer_list<std::pair<F, int>> fields) {
  TimexFrame out;
  for (const auto& [field, value] : fields) out.set(field, value);
  return out;
}

constexpr Day kWednesday{2025, 2, 26};

std::string value(const TimexFrame& said, Tense tense = Tense::kUnknown,
                  std::optional<Day> today = kWednesday) {
  TimexContext context;
  context.today = today;
  context.tense = tense;
  const auto range = resolve(said, context);
  return range ? to_value(*range) : "nothing";
}

int unit(Grain grain) { return static_cast<int>(grain); }

}  // namespace

TEST_CASE("Easter falls where the church puts it") {
  CHECK(to_iso(easter(2024)) == "2024-03-31");
  CHECK(to_iso(easter(2025)) == "2025-04-20");
  CHECK(to_iso(easter(1818)) == "1818-03-22");
  CHECK(to_iso(easter(2038)) == "2038-04-25");
}

TEST_CASE("Frames merge unless they contradict each other") {
  TimexFrame a = frame({{F::kMonth, 3}});
  CHECK(a.merge(frame({{F::kDay, 12}})));
  CHECK(a == frame({{F::kMonth, 3}, {F::kDay, 12}}));
  CHECK_FALSE(a.merge(frame({{F::kYear, 2024}, {F::kDay, 13}})));
  CHECK(a == frame({{F::kMonth, 3}, {F::kDay, 12}}));
}

TEST_CASE("A date that says everything needs no context") {
  CHECK(value(frame({{F::kYear, 2024}, {F::kMonth, 2}, {F::kDay, 29}})) == "2024-02-29");
  // Kept as it is written: the reader should see it.
  CHECK(value(frame({{F::kYear, 2023}, {F::kMonth, 2}, {F::kDay, 29}})) == "2023-02-29");
  CHECK(value(frame({{F::kYear, 2023}, {F::kMonth, 2}, {F::kDay, 32}})) == "nothing");
  CHECK(value(frame({{F::kYear, 78}, {F::kMonth, 8}})) == "1978-08");
  CHECK(value(frame({{F::kYear, 2024}, {F::kQuarter, 3}})) == "2024-Q3");
  CHECK(value(frame({{F::kDecade, 90}})) == "199X");
  CHECK(value(frame({{F::kCentury, 19}})) == "18XX");
  CHECK(value(frame({{F::kCentury, 1}, {F::kEra, 1}})) == "-01XX");
  CHECK(value(frame({{F::kSeason, 4}, {F::kYear, 2023}})) == "2023-WI");
}

TEST_CASE("The tense chooses the weekday, the month and the day that are meant") {
  const TimexFrame monday = frame({{F::kWeekday, 1}}), wednesday = frame({{F::kWeekday, 3}});
  CHECK(value(monday, Tense::kPast) == "2025-02-24");
  CHECK(value(monday, Tense::kFuture) == "2025-03-03");
  CHECK(value(wednesday, Tense::kPast) == "2025-02-26");
  CHECK(value(wednesday, Tense::kFuture) == "2025-02-26");
  CHECK(value(frame({{F::kMonth, 9}}), Tense::kPast) == "2024-09");
  CHECK(value(frame({{F::kMonth, 9}}), Tense::kFuture) == "2025-09");
  CHECK(value(frame({{F::kMonth, 12}, {F::kDay, 24}})) == "2024-12-24");
  CHECK(value(frame({{F::kDay, 27}}), Tense::kPast) == "2025-01-27");
}

TEST_CASE("Last, this and next count from the article's date") {
  const auto shifted = [](Grain grain, int shift) {
    return value(frame({{F::kUnit, unit(grain)}, {F::kShift, shift}}));
  };
  CHECK(shifted(Grain::kDay, -1) == "2025-02-25");
  CHECK(shifted(Grain::kWeek, 1) == "2025-W10");
  CHECK(shifted(Grain::kMonth, -2) == "2024-12");
  CHECK(shifted(Grain::kYear, -1) == "2024");
  CHECK(shifted(Grain::kWeekend, 0) == "2025-03-01..2025-03-02");
  CHECK(value(frame({{F::kWeekday, 5}, {F::kShift, -1}})) == "2025-02-21");
  CHECK(value(frame({{F::kWeekday, 5}, {F::kShift, 1}})) == "2025-03-07");
  CHECK(value(frame({{F::kWeekday, 5}, {F::kNear, 1}})) == "2025-02-28");
  CHECK(value(frame({{F::kSeason, 4}, {F::kShift, -1}})) == "2023-WI");
  CHECK(value(frame({{F::kMonth, 9}, {F::kShift, -1}})) == "2024-09");
}

TEST_CASE("A distance has the grain of its finest unit") {
  const TimexFrame ago = frame({{F::kSpanSign, -1}});
  const auto before = [&](std::initializer_list<std::pair<F, int>> span) {
    TimexFrame all = frame(span);
    all.merge(ago);
    return value(all);
  };
  CHECK(before({{F::kSpanYears, 3}}) == "2022");
  CHECK(before({{F::kSpanMonths, 3}}) == "2024-11");
  CHECK(before({{F::kSpanDays, 30}}) == "2025-01-27");
  CHECK(before({{F::kSpanMonths, 1}, {F::kSpanDays, 21}}) == "2025-01-05");
  CHECK(before({{F::kSpanDays, 2}, {F::kEaster, 0}, {F::kYear, 2024}}) == "2024-03-29");
}

TEST_CASE("Without an article's date the year stays open") {
  CHECK(value(frame({{F::kMonth, 12}, {F::kDay, 25}}), Tense::kUnknown, {}) == "XXXX-12-25");
  CHECK(value(frame({{F::kWeekday, 4}}), Tense::kPast, {}) == "XXXX-WXX-4");
  CHECK(value(frame({{F::kYear, 2020}, {F::kMonth, 5}}), Tense::kUnknown, {}) == "2020-05");
}

TEST_CASE("Times of the day") {
  CHECK(value(frame({{F::kHour, 18}, {F::kMinute, 5}})) == "T18:05");
  CHECK(value(frame({{F::kHour, 5}, {F::kMinute, -30}})) == "T04:30");
  CHECK(value(frame({{F::kHour, 12}, {F::kMinute, -30}, {F::kDelta, -10}, {F::kDayPart, 5}})) ==
        "T23:20");
  CHECK(value(frame({{F::kHour, 12}, {F::kDayPart, 6}})) == "T00:00");
  CHECK(value(frame({{F::kHour, 25}})) == "nothing");
  CHECK(value(frame({{F::kHour, 9}, {F::kUnit, unit(Grain::kDay)}, {F::kShift, 1}})) ==
        "2025-02-27T09:00");
}

TEST_CASE("The ends of a range take from each other what they leave out") {
  TimexContext context;
  context.today = kWednesday;
  const auto range = [&](const TimexFrame& first, const TimexFrame& last) {
    const auto found = resolve_range(first, last, context);
    return found ? to_value(*found) : "nothing";
  };
  CHECK(range(frame({{F::kDay, 3}}), frame({{F::kDay, 7}, {F::kMonth, 3}})) ==
        "2025-03-03..2025-03-07");
  CHECK(range(frame({{F::kYear, 2014}}), frame({{F::kYear, 18}})) == "2014..2018");
  CHECK(range(frame({{F::kYear, 2018}}), frame({{F::kYear, 2014}})) == "nothing");
  CHECK(range(frame({{F::kMonth, 12}, {F::kYear, 2024}}),
              frame({{F::kMonth, 2}, {F::kYear, 2025}})) == "2024-12..2025-02");
  CHECK(range(frame({{F::kHour, 8}}), frame({{F::kHour, 10}, {F::kDayPart, 7}})) ==
        "T20:00..T22:00");
}

}  // namespace manicule
