#include <algorithm>
#include <string>
#include <utility>

#include "figures/digits.h"
#include "figures/number_reader.h"
#include "figures/pieces.h"

namespace manicule {

bool NumberReader::starts_digits(std::size_t at) const {
  if (is_digits(at)) return true;
  if (reading(at, kDecimalLead) == nullptr || !is_digits(at + 1)) return false;
  const bool free = at == 0 || atoms_[at].space_before || reading(at - 1, kSign) != nullptr;
  return free && !atoms_[at + 1].space_before && (at == 0 || !is_digits(at - 1));
}

std::optional<Numeral> NumberReader::read_from_digits(std::size_t at) {
  Numeral number;
  number.digits = true;
  const bool lead = !is_digits(at);
  if (lead) ++at;
  number.end = at + 1;
  std::string digits(text(at));
  number.plain = std::all_of(digits.begin(), digits.end(), is_ascii_digit);
  number.padded = digits.size() > 1 && digits[0] == '0' && is_ascii_digit(digits[1]);
  if (number.plain && digits.size() <= 3 && digits[0] != '0') {
    while (is_group(number.end) && digits.size() <= kMostDigits + 3) {
      number.plain = false;
      digits += text(number.end++);
    }
  }
  number.length =
      static_cast<std::size_t>(std::count_if(digits.begin(), digits.end(), is_ascii_digit));
  if (lead && !number.plain) return {};
  if (is_network(number.end) && number.plain && digits.size() == 1) return {};
  number.plain &= !lead;
  const auto value = lead ? parse_decimal("0." + digits) : read_digits(digits, style_.mark);
  if (!value) return {};
  number.value = *value;
  if (read_power(number)) return number;
  if (const Reading* sign = reading(number.end, kFractionSign)) {
    if (const auto sum = add(number.value, sign->value)) number.value = *sum, ++number.end;
  } else if (is_rank_suffix(number.end)) {
    number.ordinal = true;
    ++number.end;
    return number;
  }
  add_half(number, Decimal::of(1));
  read_scales(number);
  read_decimal_word(number);
  return number;
}

bool NumberReader::is_network(std::size_t at) const {
  const Reading* scale = reading(at, kDigitScale);
  return scale != nullptr && says(*scale, "long") && atoms_[at].glued;
}

bool NumberReader::is_rank_suffix(std::size_t at) const {
  const Reading* suffix = reading(at, kOrdinalSuffix);
  if (suffix == nullptr || atoms_[at].space_before) return false;
  if (!says(*suffix, "noun")) return true;
  return at + 1 < atoms_.size() && atoms_[at + 1].kind == TokenKind::kWord &&
         atoms_[at + 1].space_before && atoms_[at + 1].shape == Shape::kLower;
}

std::optional<std::pair<int, std::size_t>> NumberReader::exponent(std::size_t at) const {
  bool negative = false;
  if (const Reading* sign = reading(at, kSign); sign != nullptr && atoms_[at].glued) {
    negative = sign->value.mantissa < 0;
    ++at;
  }
  if (!is_digits(at) || !atoms_[at].glued || text(at).size() > 2) return {};
  negative |= text_[atoms_[at].span.begin - 1] == '-';  // a hyphen that was dropped
  int value = 0;
  for (const char digit : text(at)) {
    if (!is_ascii_digit(digit)) return {};
    value = value * 10 + (digit - '0');
  }
  return std::pair(negative ? -value : value, at + 1);
}

bool NumberReader::read_power(Numeral& number) {
  const std::size_t at = number.end;
  std::optional<Decimal> value;
  std::size_t end = at;
  const auto raise = [&](Decimal base, std::size_t from) {
    const auto by = exponent(from);
    if (!by) return std::optional<Decimal>();
    end = by->second;
    return power(base, by->first);
  };
  if ((is_text(at, "e") || is_text(at, "E")) && atoms_[at].glued) {
    if (const auto scale = raise(Decimal::of(10), at + 1)) value = multiply(number.value, *scale);
  } else if (is_text(at, "^") && atoms_[at].glued) {
    value = raise(number.value, at + 1);
  } else if ((is_text(at, "x") || is_text(at, "\xC3\x97") || is_text(at, "*")) &&
             is_text(at + 1, "10") && is_text(at + 2, "^")) {
    if (const auto scale = raise(Decimal::of(10), at + 3)) value = multiply(number.value, *scale);
  }
  if (!value) return false;
  number.value = *value;
  number.end = end;
  number.plain = false;
  return true;
}

bool NumberReader::is_group(std::size_t at) const {
  if (!is_digits(at) || !atoms_[at].space_before) return false;
  const std::uint32_t gap = atoms_[at].span.begin - atoms_[at - 1].span.end;
  const std::string_view group = text(at);
  const std::size_t digits = static_cast<std::size_t>(
      std::find_if_not(group.begin(), group.end(), is_ascii_digit) - group.begin());
  return gap <= 3 && text_[atoms_[at - 1].span.end] != '\n' && digits == 3 &&
         (group.size() == 3 || group[3] == (style_.mark == DecimalMark::kDot ? '.' : ','));
}

}  // namespace manicule
