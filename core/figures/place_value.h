#pragma once

#include <cstdint>

namespace manicule {

/// A number in words as far as it is read. Words compose by place value: a word adds where its
/// places are still free, a hundred multiplies the words before it, a scale closes the group before
/// it. Each add_...() returns false, and changes nothing, where the word does not fit.
struct PlaceValue {
  std::int64_t total = 0;  ///< the groups closed by a scale
  std::int64_t group = 0;  ///< what stands after the last scale, below 10,000
  bool started = false;
  bool in_group = false;
  bool ordinal = false;
  std::int64_t last_scale = 0;  ///< the last scale word

  /// What the last word was: a cardinal or a rank; whether it may stand for one of itself.
  struct Word {
    bool ordinal = false;
    bool alone = false;
  };

  std::int64_t value() const { return total + group; }
  bool ends_in_scale() const { return last_scale != 0 && !in_group; }

  bool add_word(std::int64_t value, Word word);
  bool add_hundred(std::int64_t value, Word word);
  bool add_scale(std::int64_t scale, Word word);
};

}  // namespace manicule
