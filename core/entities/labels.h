#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "analysis.h"

namespace manicule {

/// What the tagger says of one word: outside (0), or one of begin, inside, last and unit (a name of
/// one word) of a kind: 1 + 4 * kind + place.
using Label = std::uint8_t;

inline constexpr std::size_t kKinds = 6;
inline constexpr std::size_t kLabels = 1 + 4 * kKinds;
/// A row of one number for each label, padded so that it fills whole registers.
inline constexpr std::size_t kRow = 32;

/// Bit y stands for label y.
inline constexpr std::uint32_t kEveryLabel = (1U << kLabels) - 1;

inline constexpr Label kOutside = 0;
enum class Place : std::uint8_t { kBegin, kInside, kLast, kUnit };

constexpr Label make_label(EntityKind kind, Place place) {
  return static_cast<Label>(1 + 4 * static_cast<int>(kind) + static_cast<int>(place));
}
constexpr EntityKind kind_of(Label label) { return static_cast<EntityKind>((label - 1) / 4); }
constexpr Place place_of(Label label) { return static_cast<Place>((label - 1) % 4); }

/// Whether a name is still open after `label`.
constexpr bool leaves_open(Label label) {
  return label != kOutside &&
         (place_of(label) == Place::kBegin || place_of(label) == Place::kInside);
}
/// Whether `label` goes on with a name that is open.
constexpr bool goes_on(Label label) {
  return label != kOutside &&
         (place_of(label) == Place::kInside || place_of(label) == Place::kLast);
}
constexpr bool may_follow(Label before, Label after) {
  if (leaves_open(before)) return goes_on(after) && kind_of(before) == kind_of(after);
  return !goes_on(after);
}

}  // namespace manicule
