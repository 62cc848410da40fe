#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace manicule {

/// An exact decimal number, mantissa * 10^exponent, of up to 18 significant digits. Normalised: the
/// mantissa ends in no zero, and zero has exponent 0; so equal numbers have equal members.
struct Decimal {
  std::int64_t mantissa = 0;
  int exponent = 0;

  static Decimal of(std::int64_t mantissa, int exponent = 0);

  bool operator==(const Decimal&) const = default;
  bool is_zero() const { return mantissa == 0; }
  bool is_integer() const { return exponent >= 0; }

  /// The number as an integer; nothing when it has a fraction or does not fit.
  std::optional<std::int64_t> integer() const;
};

/// Reads "12", "-3", "0.25"; nothing for any other form or more than 18 digits.
std::optional<Decimal> parse_decimal(std::string_view plain);

/// Nothing when the result needs more than 18 digits.
std::optional<Decimal> add(Decimal a, Decimal b);
std::optional<Decimal> multiply(Decimal a, Decimal b);

/// a / b: exact when it ends within four decimals, else rounded to four. Nothing for b = 0 and when
/// the result does not fit.
std::optional<Decimal> divide(Decimal a, Decimal b);

/// base^exponent: exact for powers of ten, else to 15 digits. Nothing when it does not fit.
std::optional<Decimal> power(Decimal base, int exponent);

bool operator<(Decimal a, Decimal b);

/// Plain notation: "1500000", "-0.25".
std::string to_string(Decimal number);

}  // namespace manicule
