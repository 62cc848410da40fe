#include "figures/amounts.h"

#include <algorithm>
#include <optional>
#include <string>

namespace manicule {
namespace {

/// One number, or the two ends of a range.
struct Amount {
  Decimal low;
  std::optional<Decimal> high;
};

Decimal scale_of(const Match& match, const Capture& capture) {
  if (capture.atom == Capture::kConstant) return {};
  const Reading* scale = match.atoms[capture.atom].reading(kScaled);
  return scale == nullptr ? Decimal{} : scale->value;
}

/// "3 to 5 million": the scale of the upper end holds for the lower one too.
Decimal share_scale(Decimal low, Decimal low_scale, Decimal high, Decimal high_scale) {
  if (!low_scale.is_zero() || high_scale.is_zero()) return low;
  const auto scaled = multiply(low, high_scale);
  return scaled && !(high < *scaled) ? *scaled : low;
}

std::optional<Amount> read_amount(const Match& match) {
  Amount amount;
  bool any = false;
  Decimal low_scale;
  for (const Capture& capture : match.captures) {
    if (capture.slot == Slot::kN && !any) {
      amount.low = capture.reading->value;
      low_scale = scale_of(match, capture);
      any = true;
    } else if (capture.slot == Slot::kHi && !amount.high) {
      amount.high = capture.reading->value;
      amount.low = share_scale(amount.low, low_scale, *amount.high, scale_of(match, capture));
    }
  }
  if (!any) return {};
  for (const Capture& capture : match.captures) {
    if (capture.slot != Slot::kLike || !low_scale.is_zero()) continue;
    const Decimal scale = scale_of(match, capture);
    if (scale.is_zero()) continue;
    const auto scaled = multiply(amount.low, scale);
    // "from 400 to 150 million", but not "from 900,000 to 1.2 million".
    if (scaled && amount.low < Decimal::of(1000)) amount.low = *scaled;
  }
  const auto each = [&](auto change) {
    const auto low = change(amount.low);
    if (!low) return false;
    amount.low = *low;
    if (!amount.high) return true;
    const auto high = change(*amount.high);
    if (high) amount.high = *high;
    return high.has_value();
  };
  Decimal parts = Decimal::of(1);  // divided by at the end: "two thirds of a million"
  for (const Capture& capture : match.captures) {
    const Decimal value = capture.reading->value;
    bool fits = true;
    if (capture.slot == Slot::kTimes) {
      fits = each([&](Decimal d) { return multiply(d, value); });
    } else if (capture.slot == Slot::kOf && match.has(Slot::kAdd)) {
      // "2 1/4": the fraction was added with what it is of.
    } else if (capture.slot == Slot::kOf) {
      const auto product = multiply(parts, value);
      fits = product.has_value();
      if (fits) parts = *product;
    } else if (capture.slot == Slot::kMinus) {
      fits = each([](Decimal d) { return multiply(d, Decimal::of(-1)); });
    } else if (capture.slot == Slot::kAdd) {
      const Reading* of = match[Slot::kOf];
      // "cinq milliards et trois quarts": three quarters of a milliard.
      const bool scaled = of != nullptr && !low_scale.is_zero();
      const auto whole = scaled ? multiply(value, low_scale) : std::optional<Decimal>(value);
      const auto part = of == nullptr || !whole ? whole : divide(*whole, of->value);
      // "-1 4/5" is less than -1.
      fits = part && each([&](Decimal d) {
               return add(d, {d.mantissa < 0 ? -part->mantissa : part->mantissa, part->exponent});
             });
    }
    if (!fits) return {};
  }
  const bool divided = !(parts == Decimal::of(1));
  if (divided && !each([&](Decimal d) { return divide(d, parts); })) return {};
  if (amount.high && !(amount.low < *amount.high)) return {};
  // "-15 at 2000 metres": what begins below zero does not go up far.
  constexpr int kFar = 150;
  if (amount.high && amount.low.mantissa < 0 && Decimal::of(kFar) < *amount.high) return {};
  return amount;
}

std::string print(const Amount& amount) {
  return amount.high ? to_string(amount.low) + ".." + to_string(*amount.high)
                     : to_string(amount.low);
}

bool is_mode(const Match& match, std::string_view mode) {
  const Reading* given = match[Slot::kMode];
  return given != nullptr && given->text == mode;
}

/// Whether a percentage stands shortly before or after the match: "points" alone may be of a game.
bool percent_is_near(const Match& match) {
  constexpr std::uint32_t kBefore = 200;  // bytes
  constexpr std::size_t kAfter = 12;      // atoms
  const std::uint32_t begin = match.atoms[match.begin].span.begin;
  if (match.before != nullptr) {
    for (auto figure = match.before->rbegin(); figure != match.before->rend(); ++figure) {
      if (begin - figure->span.end > kBefore) break;
      if (figure->kind == FigureKind::kPercent) return true;
    }
  }
  const std::size_t end = std::min(match.atoms.size(), match.end + kAfter);
  for (std::size_t at = match.end; at < end; ++at) {
    if (match.atoms[at].reading(kPercentSign) != nullptr) return true;
  }
  return false;
}

void finish(const Match& match, FigureKind kind, std::string value, Found& found) {
  found.kind = kind;
  found.value = std::move(value);
  if (is_mode(match, "min")) found.modifier = Modifier::kMin;
  const Reading* times = match[Slot::kTimes];
  const bool vague = times != nullptr && times->text.find("approx") != std::string_view::npos;
  if (vague || match.has(Slot::kApprox)) found.modifier = Modifier::kApprox;
}

}  // namespace

bool read_number(const Match& match, Found& found) {
  const auto amount = read_amount(match);
  if (!amount) return false;
  // "12 in six" is no share.
  if (is_mode(match, "share") && Decimal::of(1) < amount->low) return false;
  finish(match, FigureKind::kNumber, print(*amount) + (is_mode(match, "x") ? "x" : ""), found);
  return true;
}

bool read_ordinal(const Match& match, Found& found) {
  const auto amount = read_amount(match);
  if (!amount || amount->high || !amount->low.is_integer()) return false;
  finish(match, FigureKind::kOrdinal, print(*amount), found);
  return true;
}

bool read_percent(const Match& match, Found& found) {
  auto amount = read_amount(match);
  if (!amount) return false;
  const bool basis_points = is_mode(match, "bp");
  if (basis_points) {
    constexpr int kHundredth = -2;
    const Decimal hundredth = Decimal::of(1, kHundredth);
    const auto low = multiply(amount->low, hundredth);
    const auto high = amount->high ? multiply(*amount->high, hundredth) : std::nullopt;
    if (!low || amount->high.has_value() != high.has_value()) return false;
    amount = Amount{*low, high};
  }
  const bool bare = is_mode(match, "points");
  const bool whole = amount->low.is_integer() || match.has(Slot::kOf);
  if (bare && whole && !percent_is_near(match)) return false;
  const bool points = bare || basis_points || is_mode(match, "pp");
  finish(match, FigureKind::kPercent, print(*amount) + (points ? "pp" : ""), found);
  return true;
}

/// The unit is a code, with the size of one piece where that is not one: "EUR", "EUR 0.01".
bool read_money(const Match& match, Found& found) {
  auto amount = read_amount(match);
  const Reading* unit = match[Slot::kUnit];
  if (!amount || unit == nullptr) return false;
  const std::string_view code = unit->text.substr(0, 3);
  if (unit->text.size() > 4) {
    const auto piece = parse_decimal(unit->text.substr(4));
    const auto low = piece ? multiply(amount->low, *piece) : std::nullopt;
    if (!low) return false;
    amount->low = *low;
    if (amount->high) amount->high = multiply(*amount->high, *piece);
  }
  if (const Reading* sub = match[Slot::kSub]) {
    const auto cents = multiply(sub->value, Decimal::of(1, -2));
    const auto sum = cents ? add(amount->low, *cents) : std::nullopt;
    if (!sum || amount->high) return false;
    amount->low = *sum;
  }
  finish(match, FigureKind::kMoney, print(*amount) + ' ' + std::string(code), found);
  return true;
}

/// The unit is a CLDR identifier, with a factor where the word stands for several of it.
bool read_quantity(const Match& match, Found& found) {
  auto amount = read_amount(match);
  const Reading* unit = match[Slot::kUnit];
  if (!amount || unit == nullptr) return false;
  if (const Reading* sub = match[Slot::kSub]) {
    // "2 yards, 7 feet and 10 inches": the mode says how many of the third make one of the second.
    const Reading* pieces = match[Slot::kMode];
    const auto whole = pieces ? multiply(amount->low, pieces->value) : std::nullopt;
    const auto sum = whole ? add(*whole, sub->value) : std::nullopt;
    if (!sum) return false;
    amount->low = *sum;
  }
  std::string_view name = unit->text;
  if (const std::size_t space = name.find(' '); space != std::string_view::npos) {
    const auto factor = parse_decimal(name.substr(space + 1));
    const auto low = factor ? multiply(amount->low, *factor) : std::nullopt;
    if (!low) return false;
    amount->low = *low;
    if (amount->high) amount->high = multiply(*amount->high, *factor);
    name = name.substr(0, space);
  }
  std::string full(name);
  if (const Reading* per = match[Slot::kPer]) full += "-per-" + std::string(per->text);
  finish(match, FigureKind::kQuantity, print(*amount) + ' ' + full, found);
  return true;
}

bool read_age(const Match& match, Found& found) {
  const auto amount = read_amount(match);
  if (!amount || !amount->low.is_integer() || Decimal::of(999) < amount->low) return false;
  if (amount->high && Decimal::of(999) < *amount->high) return false;
  finish(match, FigureKind::kAge, print(*amount), found);
  return true;
}

}  // namespace manicule
