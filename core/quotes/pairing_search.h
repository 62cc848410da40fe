#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "quotes/marks.h"

namespace manicule {

/// What one mark does in a reading.
enum class Action : std::uint8_t {
  kNone,  // an apostrophe
  kOpen,
  kClose,
  kCloseOuter,  // closes the one around the innermost, whose own mark is missing
  kReopen,      // opens although the one before was never closed
  kCloseOnly,   // closes what was never opened
  kIgnore
};

/// The best reading of the marks of one block.
struct MarkReading {
  std::vector<Action> actions;  ///< one for each mark
  bool continues = false;       ///< its last quotation goes on in the next block
};

/// Searches the reading of `count` marks that takes the fewest and smallest slips; `next_opens` is
/// the mark that the next block begins with. A search from left to right that keeps a dozen best
/// readings, each a stack of at most four open quotations; so its time is linear.
MarkReading best_reading(const Mark* marks, std::size_t count,
                         std::optional<MarkFamily> next_opens);

}  // namespace manicule
