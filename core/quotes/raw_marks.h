#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "quotes/marks.h"

namespace manicule {

/// What stands beside a mark, other marks skipped.
enum class Side : std::uint8_t {
  kEdge,        ///< end of the block, plain space, bracket, dash
  kTied,        ///< a no-break space, which ties the mark to the word behind it
  kWord,        ///< a letter or digit
  kPunctuation  ///< . , ; : ! ? and the like
};

struct RawMark {
  Span span;
  char32_t code_point = 0;
  MarkFamily family = MarkFamily::kStraight;
  char32_t before = 0, after = 0;  ///< code points beside it in its block, 0 at its ends
  Side left = Side::kEdge, right = Side::kEdge;
};

/// A letter, a digit or a symbol, as it stands beside a mark.
bool is_word(char32_t c);
bool is_digit(char32_t c);

/// The marks of `document` outside furniture as they stand, in order, without runs used as
/// decoration; nothing is decided yet.
std::vector<RawMark> read_marks(const Document& document);

}  // namespace manicule
