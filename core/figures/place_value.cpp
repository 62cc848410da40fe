#include "figures/place_value.h"

namespace manicule {
namespace {

constexpr std::int64_t kLargest = 999'999'999'999'999'999;
constexpr std::int64_t kLargestGroup = 1'000'000;

}  // namespace

bool PlaceValue::add_word(std::int64_t value, Word word) {
  // "dos millonesima ciento seis milesima": after a scale the words of the next group.
  if (ordinal && !word.ordinal && in_group) return false;
  const std::int64_t places = value < 10 ? 10 : value < 100 ? 100 : 1000;
  if (group % places != 0 || (in_group && group == 0)) return false;
  if (started && total == 0 && !in_group) return false;
  if (last_scale != 0 && value >= last_scale) return false;
  group += value;
  started = in_group = true;
  ordinal = word.ordinal;
  return true;
}

bool PlaceValue::add_hundred(std::int64_t value, Word word) {
  if (ordinal && !word.ordinal) return false;
  if (!in_group) {
    if (!word.alone && !word.ordinal) return false;
    group = 100;
  } else if (group > 0 && group < 100) {
    group *= value == 1 ? 100 : value;
  } else {
    return false;
  }
  started = in_group = true;
  ordinal = word.ordinal;
  return true;
}

bool PlaceValue::add_scale(std::int64_t scale, Word word) {
  if (scale == 0 || (ordinal && !word.ordinal)) return false;
  std::int64_t low = total % scale + group;
  const std::int64_t high = total - total % scale;
  if (low == 0) {
    if ((!word.alone && !word.ordinal) || in_group) return false;
    low = 1;
  }
  if (low >= kLargestGroup || low > kLargest / scale) return false;
  // "three crore twelve lakh", but not "two thousand five thousand".
  if (high % (scale * 1000) != 0 && low * scale >= last_scale) return false;
  total = high + low * scale;
  group = 0;
  in_group = false;
  started = true;
  ordinal = word.ordinal;
  last_scale = scale;
  return true;
}

}  // namespace manicule
