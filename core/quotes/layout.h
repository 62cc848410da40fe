#pragma once

#include <optional>
#include <vector>

#include "quotes/draft.h"
#include "quotes/line.h"
#include "quotes/scene.h"

namespace manicule {

/// Where a draft stands: at which gap of which line.
struct Place {
  std::uint32_t line = 0;
  std::uint32_t gap = 0;  ///< index into Line::at
};

/// The sentences of every block and of every quotation, each without the quotations inside it.
struct Layout {
  std::vector<Line> lines;                              ///< in order of their container
  std::vector<std::optional<std::uint32_t>> container;  ///< of each line: a draft, or a block
  std::vector<Place> places;                            ///< of each draft
  std::vector<std::uint32_t> block;                     ///< of each line
};

/// Cuts the text around `drafts`, which are sorted and nested, into lines. A quotation that ends
/// like a sentence ends the sentence around it unless that goes on in lower case.
Layout lay_out(const Scene& scene, const std::vector<Draft>& drafts);

/// Sorts `drafts` as results are sorted, and points parents and `said_with` anew at the innermost
/// draft around each.
void sort_and_nest(std::vector<Draft>& drafts);

}  // namespace manicule
