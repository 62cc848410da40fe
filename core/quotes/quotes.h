#pragma once

#include <vector>

#include "alerts/finding.h"
#include "analysis.h"
#include "document/document.h"

namespace manicule {

/// What the quotes layer found: the quotes, sorted, properly nested, and the `quote-mark` alerts
/// that tell of marks it had to repair.
struct QuoteFindings {
  std::vector<Quote> quotes;
  std::vector<Finding> marks;
};

/// The quotations and the reported speech of `document`; a speaker's `entity` indexes `entities`.
QuoteFindings find_quotes(const Document& document, const std::vector<Entity>& entities,
                          const std::vector<Figure>& figures);

}  // namespace manicule
