#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "figures/decimal.h"
#include "figures/lexicon.h"

namespace manicule {

/// The most digits of a number that is read.
constexpr std::size_t kMostDigits = 18;

/// A number in digits with its separators: "1.234,5". `mark` decides where both readings are
/// possible; nothing for what is no such number.
std::optional<Decimal> read_digits(std::string_view digits, DecimalMark mark);

}  // namespace manicule
