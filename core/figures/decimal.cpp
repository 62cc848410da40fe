#include "figures/decimal.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace manicule {
namespace {

constexpr std::int64_t kLimit = 1'000'000'000'000'000'000;  // 10^18
constexpr int kMaxExponent = 60;

/// mantissa * 10^power, or nothing beyond 18 digits.
std::optional<std::int64_t> shift(std::int64_t mantissa, int power) {
  for (; power > 0; --power) {
    if (std::abs(mantissa) >= kLimit / 10) return {};
    mantissa *= 10;
  }
  return mantissa;
}

std::optional<Decimal> checked(std::int64_t mantissa, int exponent) {
  const Decimal number = Decimal::of(mantissa, exponent);
  if (std::abs(number.mantissa) >= kLimit || std::abs(number.exponent) > kMaxExponent) return {};
  return number;
}

}  // namespace

Decimal Decimal::of(std::int64_t mantissa, int exponent) {
  if (mantissa == 0) return {};
  while (mantissa % 10 == 0) {
    mantissa /= 10;
    ++exponent;
  }
  return {mantissa, exponent};
}

std::optional<std::int64_t> Decimal::integer() const {
  return exponent < 0 ? std::nullopt : shift(mantissa, exponent);
}

std::optional<Decimal> parse_decimal(std::string_view plain) {
  const bool negative = !plain.empty() && plain.front() == '-';
  if (negative) plain.remove_prefix(1);
  if (plain.empty() || plain.front() == '.') return {};
  std::int64_t mantissa = 0;
  int exponent = 0;
  bool fraction = false;
  for (const char c : plain) {
    if (c == '.' && !fraction) {
      fraction = true;
      continue;
    }
    if (c < '0' || c > '9') return {};
    const auto wider = shift(mantissa, 1);
    if (!wider) return {};
    mantissa = *wider + (c - '0');
    exponent -= fraction;
  }
  return checked(negative ? -mantissa : mantissa, exponent);
}

std::optional<Decimal> add(Decimal a, Decimal b) {
  const int exponent = std::min(a.exponent, b.exponent);
  const auto x = shift(a.mantissa, a.exponent - exponent);
  const auto y = shift(b.mantissa, b.exponent - exponent);
  if (!x || !y) return {};
  return checked(*x + *y, exponent);
}

std::optional<Decimal> multiply(Decimal a, Decimal b) {
  std::int64_t product = 0;
  if (__builtin_mul_overflow(a.mantissa, b.mantissa, &product)) return {};
  return checked(product, a.exponent + b.exponent);
}

std::optional<Decimal> divide(Decimal a, Decimal b) {
  constexpr int kDecimals = 4;
  if (b.is_zero()) return {};
  int power = kDecimals + a.exponent - b.exponent;
  std::int64_t divisor = b.mantissa;
  if (power < 0) {
    const auto wider = shift(divisor, -power);
    if (!wider) return {};
    divisor = *wider;
    power = 0;
  }
  const auto scaled = shift(a.mantissa, power);
  if (!scaled) return {};
  const std::int64_t half = std::abs(divisor) / 2;
  const std::int64_t rounded = (*scaled + (*scaled < 0 ? -half : half)) / divisor;
  return checked(rounded, -kDecimals);
}

std::optional<Decimal> power(Decimal base, int exponent) {
  constexpr int kMaxPower = 99;
  if (std::abs(exponent) > kMaxPower) return {};
  if (base.mantissa == 1) return checked(1, base.exponent * exponent);
  const double size = std::pow(static_cast<double>(base.mantissa), exponent);
  if (size == 0 || !std::isfinite(size)) return {};
  // "-1.23456789012345e+42": the digits are the mantissa.
  char text[32];
  std::snprintf(text, sizeof text, "%.14e", size);
  const std::string_view printed(text);
  const std::size_t mark = printed.find('e');
  const auto digits = parse_decimal(printed.substr(0, mark));
  if (!digits) return {};
  return checked(digits->mantissa,
                 digits->exponent + std::atoi(text + mark + 1) + base.exponent * exponent);
}

bool operator<(Decimal a, Decimal b) {
  if ((a.mantissa < 0) != (b.mantissa < 0)) return a.mantissa < 0;
  const int exponent = std::min(a.exponent, b.exponent);
  const auto x = shift(a.mantissa, a.exponent - exponent);
  const auto y = shift(b.mantissa, b.exponent - exponent);
  if (x && y) return *x < *y;
  return x ? b.mantissa > 0 : a.mantissa < 0;  // the one that does not fit is the larger in size
}

std::string to_string(Decimal number) {
  std::string digits = std::to_string(std::abs(number.mantissa));
  if (number.exponent >= 0) {
    digits.append(static_cast<std::size_t>(number.exponent), '0');
  } else {
    const auto decimals = static_cast<std::size_t>(-number.exponent);
    if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
    digits.insert(digits.size() - decimals, 1, '.');
  }
  return number.mantissa < 0 ? '-' + digits : digits;
}

}  // namespace manicule
