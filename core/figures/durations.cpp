// The action of durations: "dix-huit mois", "2 h 38", "3 to 5 days".

#include <optional>
#include <string>
#include <vector>

#include "figures/amounts.h"

namespace manicule {
namespace {

/// A unit of time as lexicons write it: how many of an ISO 8601 unit, "10Y" for a decade, "TM" for
/// a minute.
struct TimeUnit {
  Decimal count = Decimal::of(1);
  bool clock = false;  ///< behind the "T"
  char letter = 0;
};

TimeUnit time_unit(std::string_view text) {
  TimeUnit unit;
  std::size_t digits = 0;
  while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
  if (digits > 0) unit.count = parse_decimal(text.substr(0, digits)).value_or(unit.count);
  text.remove_prefix(digits);
  unit.letter = text.empty() ? 'D' : text.back();
  unit.clock = text.size() > 1 || unit.letter == 'H' || unit.letter == 'S';
  return unit;
}

/// The next smaller unit, and how many of it make one: a half is given in it.
struct Finer {
  char letter;
  bool clock;
  int count;
};
std::optional<Finer> finer(const TimeUnit& unit) {
  if (unit.letter == 'Y') return Finer{'M', false, 12};
  if (unit.letter == 'H') return Finer{'M', true, 60};
  if (unit.letter == 'M' && unit.clock) return Finer{'S', true, 60};
  return {};
}

/// The larger, the longer the unit.
int rank(const TimeUnit& unit) {
  constexpr std::string_view kLetters = "SMHDWMY";
  const std::size_t clock = kLetters.find(unit.letter);
  const std::size_t at = unit.letter == 'M' && !unit.clock ? kLetters.rfind('M') : clock;
  return static_cast<int>(at);
}

struct Part {
  Decimal amount;
  TimeUnit unit;
};

/// One duration: "P18M", "PT2H38M".
std::string print(const std::vector<Part>& parts) {
  std::string date, clock;
  for (const Part& part : parts) {
    std::string& side = part.unit.clock ? clock : date;
    side += to_string(part.amount) + part.unit.letter;
  }
  return "P" + date + (clock.empty() ? "" : "T" + clock);
}

/// "anderthalb Jahre" is P18M: a half is told in the next smaller unit, without the larger one
/// where that makes fewer than two of it.
void split_half(std::vector<Part>& parts) {
  if (parts.size() != 1) return;
  Part& whole = parts[0];
  const auto smaller = finer(whole.unit);
  const Decimal doubled = multiply(whole.amount, Decimal::of(4)).value_or(Decimal::of(1, -1));
  if (!smaller || whole.amount.is_integer() || !doubled.is_integer()) return;
  const TimeUnit unit{Decimal::of(1), smaller->clock, smaller->letter};
  const auto all = multiply(whole.amount, Decimal::of(smaller->count));
  if (!all) return;
  if (whole.amount < Decimal::of(2)) {
    parts = {{*all, unit}};
    return;
  }
  std::int64_t pow = 1;
  for (int i = whole.amount.exponent; i < 0; ++i) pow *= 10;
  const Decimal floor = Decimal::of(whole.amount.mantissa / pow);
  const auto rest = add(whole.amount, Decimal{-floor.mantissa, floor.exponent});
  const auto count = rest ? multiply(*rest, Decimal::of(smaller->count)) : std::nullopt;
  if (!count) return;
  whole.amount = floor;
  parts.push_back({*count, unit});
}

/// "2:09:41", "2:46 hours", "3.58,41": two or three numbers, of hours, minutes and seconds, or of
/// minutes, seconds and hundredths.
bool read_clocked(const Match& match, bool lap, Found& found) {
  std::vector<Decimal> numbers;
  for (const Capture& capture : match.captures) {
    if (capture.slot == Slot::kN) numbers.push_back(capture.reading->value);
  }
  if (numbers.size() < 2 || (lap && numbers.size() < 3)) return false;
  std::string value = "PT" + to_string(numbers[0]) + (lap ? "M" : "H");
  if (lap) {
    const auto part = multiply(numbers[2], Decimal::of(1, -2));
    const auto seconds = part ? add(numbers[1], *part) : std::nullopt;
    if (!seconds) return false;
    value += to_string(*seconds) + "S";
  } else {
    value += to_string(numbers[1]) + "M";
    if (numbers.size() > 2) value += to_string(numbers[2]) + "S";
  }
  found.kind = FigureKind::kDuration;
  found.value = std::move(value);
  return true;
}

}  // namespace

bool read_duration(const Match& match, Found& found) {
  const Reading* mode = match[Slot::kMode];
  if (mode != nullptr && (mode->text == "clock" || mode->text == "hours" || mode->text == "lap")) {
    return read_clocked(match, mode->text == "lap", found);
  }
  std::vector<Part> low, high;
  std::optional<Decimal> amount, upper, times, added;
  bool in_digits = false;
  for (const Capture& capture : match.captures) {
    const Reading& reading = *capture.reading;
    if (capture.slot == Slot::kN) {
      amount = reading.value;
      in_digits = capture.atom != Capture::kConstant &&
                  match.atoms[capture.atom].reading(kDigits) != nullptr;
    } else if (capture.slot == Slot::kHi) {
      upper = reading.value;
    } else if (capture.slot == Slot::kTimes) {
      times = times ? multiply(*times, reading.value) : reading.value;
    } else if (capture.slot == Slot::kOf && added && amount) {  // "two and a quarter"
      const auto part = divide(*added, reading.value);
      amount = part ? add(*amount, *part) : std::nullopt;
      added.reset();
    } else if (capture.slot == Slot::kOf && amount) {
      amount = divide(*amount, reading.value);
    } else if (capture.slot == Slot::kAdd && low.empty()) {
      added = reading.value;
    } else if (capture.slot == Slot::kAdd) {
      const auto more = multiply(reading.value, low.back().unit.count);
      const auto sum = more ? add(low.back().amount, *more) : std::nullopt;
      if (sum) low.back().amount = *sum;
    } else if (capture.slot == Slot::kUnit && amount) {
      const TimeUnit unit = time_unit(reading.text);
      const Decimal factor =
          multiply(unit.count, times.value_or(Decimal::of(1))).value_or(unit.count);
      const auto size = multiply(*amount, factor);
      if (!size) return false;
      if (!low.empty() && rank(low.back().unit) <= rank(unit)) return false;
      if (!low.empty() && !low.back().amount.is_integer()) return false;
      low.push_back({*size, unit});
      if (upper) {
        const auto top = multiply(*upper, factor);
        if (!top || !(*size < *top)) return false;
        high.push_back({*top, unit});
      }
      amount.reset();
      upper.reset();
      times.reset();
    }
  }
  if (low.empty()) return false;
  if (amount) {  // "2 h 38": the last number counts the next smaller unit
    const auto smaller = finer(low.back().unit);
    if (!smaller || !(*amount < Decimal::of(smaller->count))) return false;
    low.push_back({*amount, {Decimal::of(1), smaller->clock, smaller->letter}});
  }
  if (high.empty() && !in_digits) split_half(low);
  found.kind = FigureKind::kDuration;
  found.value = print(low) + (high.empty() ? "" : ".." + print(high));
  if (match.has(Slot::kApprox)) found.modifier = Modifier::kApprox;
  return true;
}

}  // namespace manicule
