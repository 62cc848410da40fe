#pragma once

#include <optional>
#include <vector>

#include "alerts/finding.h"
#include "document/document.h"
#include "quotes/marks.h"

namespace manicule {

/// A stretch of text that quotation marks set apart.
struct MarkedSpan {
  Span span;     ///< with its marks
  Span content;  ///< without them and the white space beside them
  std::uint32_t block = 0;
  std::optional<std::uint32_t> parent;  ///< index of the one around it
  bool continues = false;               ///< ends with its paragraph, and the next one opens it anew
  bool open_ended = false;  ///< its closing mark is missing: it reaches to the latest possible end
  std::optional<MarkFamily> family;
};

struct Pairing {
  std::vector<MarkedSpan> spans;  ///< sorted by begin, properly nested, none without content
  std::vector<Finding> slips;     ///< what had to be repaired; not those of open_ended spans
};

/// Pairs `marks` as a reader does: the reading of each paragraph that takes the fewest and smallest
/// slips. Linear in the number of marks.
Pairing pair_marks(const Document& document, const std::vector<Mark>& marks);

}  // namespace manicule
