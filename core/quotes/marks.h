#pragma once

#include <cstdint>
#include <vector>

#include "document/document.h"
#include "span.h"

namespace manicule {

/// Marks that pair with each other, however they face.
enum class MarkFamily : std::uint8_t {
  kGuillemet,        ///< « » << >>
  kSingleGuillemet,  ///< ‹ ›
  kCurly,            ///< “ ” „ ‟
  kSingleCurly,      ///< ‘ ’ ‚ ‛
  kStraight,         ///< "
  kSingleStraight,   ///< '
  kTex,              ///< `` ''
  kCommas            ///< ,, which any of ” " '' closes
};

/// Whether a mark of family `close` ends what one of family `open` began, with no slip.
inline bool closes(MarkFamily close, MarkFamily open) {
  if (open != MarkFamily::kCommas) return open == close;
  return close == MarkFamily::kCurly || close == MarkFamily::kStraight || close == MarkFamily::kTex;
}

/// One quotation mark and how likely a reader takes it for what: costs, 0 for what is plain, about
/// 10 for a slip that one would look at twice, kNever for what it cannot be.
struct Mark {
  static constexpr std::uint8_t kNever = 255;

  Span span;
  MarkFamily family = MarkFamily::kStraight;
  std::uint8_t open = 0;       ///< cost of opening a quotation
  std::uint8_t close = 0;      ///< cost of closing one
  std::uint8_t none = kNever;  ///< cost of being no quotation mark: apostrophe, inch, minute
  bool faces_open = false;     ///< its form opens in this document: “, and « where « opens
  bool faces_close = false;    ///< its form closes; straight marks face neither way
  bool twin = false;           ///< the same mark stands directly before it
};

/// Every quotation mark of `document` outside furniture, in order; apostrophes inside words, primes
/// of measures and runs of marks used as decoration are left out. Which way « “ ‘ face is decided
/// once for the whole document, by where the spaces stand.
std::vector<Mark> find_marks(const Document& document);

}  // namespace manicule
