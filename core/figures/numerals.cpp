#include "figures/numerals.h"

#include <string>

#include "figures/number_reader.h"

namespace manicule {

std::optional<Numeral> NumberReader::read(std::size_t at) {
  std::size_t first = at;
  bool negative = false;
  if (const Reading* sign = reading(at, kSign)) {
    // "5-10" and "5 -10" are no minus ten, and "- 10" is an item of a list.
    if (!is_digits(at + 1) && reading(at + 1, kDecimalLead) == nullptr) return {};
    if (atoms_[at + 1].space_before || (at > 0 && is_digits(at - 1))) return {};
    if (at > 0 && !atoms_[at].space_before && text_[atoms_[at].span.begin - 1] != '(') return {};
    negative = sign->value.mantissa < 0;
    ++first;
  }
  std::optional<Numeral> number =
      starts_digits(first) ? read_from_digits(first) : read_words(first);
  if (!number) number = read_fraction_sign(first);
  if (!number) return {};
  if (negative) number->value.mantissa = -number->value.mantissa;
  if (first != at) number->plain = false;
  return number;
}

void NumberReader::read_scales(Numeral& number) {
  Decimal last;
  while (number.end < atoms_.size()) {
    const Reading* scale = reading(number.end, kScaleWord);
    if (scale == nullptr && number.digits) scale = reading(number.end, kDigitScale);
    if (scale == nullptr && number.digits) {
      scale = reading(number.end, kHundredWord);
      // "3 cent" may be money; "3 hundred" and "2.5 hundred thousand" are not.
      const bool alone = scale != nullptr && says(*scale, "alone") && !says(*scale, "digits");
      if (alone && reading(number.end + 1, kScaleWord) == nullptr) scale = nullptr;
    }
    if (scale == nullptr) break;
    // "150 mille" scales, "2000 mille" is two numbers.
    if (!last.is_zero() && scale->value < last) break;
    const auto product = multiply(number.value, scale->value);
    if (!product) break;
    number.value = *product;
    number.digits = number.plain = false;
    last = scale->value;
    number.scale = last;
    ++number.end;
  }
  if (!number.scale.is_zero()) {
    add_half(number, last);
    read_lower_groups(number, last);
    read_lower_words(number, last);
  }
}

void NumberReader::read_lower_words(Numeral& number, Decimal scale) {
  constexpr std::size_t kDeepest = 3;
  const Reading* join = reading(number.end, kJoinWord);
  const bool joined =
      join != nullptr && says(*join, "low") && !says(*join, "unit") && !says(*join, "one");
  const std::size_t at = number.end + (joined ? 1 : 0);
  if (at >= atoms_.size() || depth_ > kDeepest || !number.value.is_integer()) return;
  const Decimal hundred = Decimal::of(100);
  if (is_digits(at) && (!joined || !(scale == hundred))) return;
  ++depth_;
  const auto lower = is_digits(at) ? read_from_digits(at) : read_words(at);
  --depth_;
  if (!lower || lower->ordinal || lower->article || !lower->value.is_integer()) return;
  const auto least = divide(scale, Decimal::of(1000));
  const bool fits =
      lower->value < scale && (joined ? !(Decimal::of(1000) < scale) || !(lower->value < hundred)
                                      : least && !(lower->value < *least));
  const auto sum = fits ? add(number.value, lower->value) : std::nullopt;
  if (!sum) return;
  number.value = *sum;
  number.end = lower->end;
}

void NumberReader::read_lower_groups(Numeral& number, Decimal scale) {
  if (!is_digits(number.end) || !atoms_[number.end].space_before) return;
  constexpr std::size_t kDeepest = 3;
  if (depth_ > kDeepest) return;
  ++depth_;
  const auto lower = read_from_digits(number.end);
  --depth_;
  const bool fits = lower && !lower->ordinal && lower->value.is_integer() && lower->value < scale &&
                    (!lower->scale.is_zero() || !lower->plain || lower->length == 6 ||
                     (lower->length == 3 && scale == Decimal::of(1000)));
  if (!fits) return;
  if (const auto sum = add(number.value, lower->value)) {
    number.value = *sum;
    number.end = lower->end;
  }
}

void NumberReader::add_half(Numeral& number, Decimal scale) {
  if (reading(number.end, kHalfAfter) == nullptr) return;
  // "un milliard et demi million"
  const Reading* own = reading(number.end + 1, kScaleWord);
  const bool smaller = own != nullptr && own->value < scale;
  const auto half = multiply(smaller ? own->value : scale, Decimal::of(5, -1));
  const auto sum = half ? add(number.value, *half) : std::nullopt;
  if (!sum) return;
  number.value = *sum;
  number.digits = number.plain = false;
  number.end += smaller ? 2 : 1;
}

std::optional<Numeral> NumberReader::read_fraction_sign(std::size_t at) {
  const Reading* sign = reading(at, kFractionSign);
  if (sign == nullptr) return {};
  Numeral number;
  number.value = sign->value;
  number.end = at + 1;
  read_scales(number);
  return number;
}

void NumberReader::finish(Numeral& number, const PlaceValue& words) {
  if (number.ordinal) return;
  const bool scaled = words.ends_in_scale();
  if (!number.article) {
    const Decimal scale = scaled ? Decimal::of(words.last_scale) : Decimal::of(1);
    const std::size_t end = number.end;
    add_half(number, scale);
    if (number.end != end && !scaled) read_scales(number);
  } else if (reading(number.end, kHalfAfter) != nullptr) {
    number.article = false;
    add_half(number, Decimal::of(1));
    read_scales(number);
  }
  read_decimal_word(number);
}

void NumberReader::read_decimal_word(Numeral& number) {
  if (!number.scale.is_zero() || !number.value.is_integer()) return;
  const Reading* point = reading(number.end, kDecimalWord);
  // "un con dos hijos" and "11 con 612 viajeros", but "un coma dos millones".
  if (point == nullptr || (number.article && says(*point, "counted")) ||
      (number.digits && says(*point, "words"))) {
    return;
  }
  std::string digits;
  std::size_t at = number.end + 1;
  while (at < atoms_.size() && digits.size() < 12) {
    if (is_digits(at)) {
      if (!digits.empty()) break;
      digits += text(at++);
      break;
    }
    PlaceValue words;
    std::size_t i = at;
    bool multiplier = false;
    while (i < atoms_.size() && (i == at || reading(i, kScaleWord) == nullptr) &&
           take(words, i, i == at, multiplier)) {
      ++i;
      if (const Reading* join = reading(i, kJoinWord)) {
        if (take_after_join(words, *join, i + 1)) i += 2;
      }
    }
    if (i == at || words.ordinal) break;
    digits += std::to_string(words.value());
    at = i;
  }
  if (reading(at, kFraction) != nullptr) return;  // "cien con tres cuartos"
  const auto fraction = parse_decimal("0." + digits);
  const auto sum = fraction && !digits.empty() ? add(number.value, *fraction) : std::nullopt;
  if (!sum) return;
  number.value = *sum;
  number.end = at;
  number.article = number.digits = number.plain = false;
  read_scales(number);
}

std::optional<Numeral> read_numeral(const std::vector<Atom>& atoms, std::size_t at,
                                    std::string_view text, NumberStyle style) {
  return NumberReader(atoms, text, style).read(at);
}

}  // namespace manicule
