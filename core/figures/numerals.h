#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "figures/atoms.h"

namespace manicule {

/// A number read from consecutive atoms.
struct Numeral {
  Decimal value;
  std::size_t end = 0;  ///< one past the last atom
  bool ordinal = false;
  bool digits = false;   ///< written in digits alone
  Decimal scale;         ///< of the scale word it ends in, or 0
  bool article = false;  ///< a bare "un", "a", "ein"
  bool padded = false;
  std::size_t length = 0;  ///< of the digits, separators not counted
  bool plain = false;      ///< digits without separators
};

/// What a language and a text decide about numbers.
struct NumberStyle {
  DecimalMark mark = DecimalMark::kComma;
  bool joins_ordinals = true;  ///< "vingt deuxieme" is one rank; "venti secondi" is not
  bool units_first = false;    ///< "twintig drie" is two numbers; "twenty three" is one
};

/// Reads the number that begins at atoms[at], the longest there is; nothing if none does.
/// Number words compose by place value: a word adds where its places are still free, a hundred
/// multiplies the words before it, a scale closes the group before it.
std::optional<Numeral> read_numeral(const std::vector<Atom>& atoms, std::size_t at,
                                    std::string_view text, NumberStyle style);

}  // namespace manicule
