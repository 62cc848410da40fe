#pragma once

#include <string>
#include <vector>

#include "alerts/finding.h"
#include "analysis.h"
#include "document/document.h"

namespace manicule {

struct AlertOptions {
  std::string messages;               ///< ISO 639-1 of the messages; empty: the document's language
  std::vector<std::string> disabled;  ///< kinds not to report
};

/// What `analysis`, complete but for its alerts, gives away as doubtful, and what the quotes layer
/// found wrong with the marks (`found`). Sorted. A document in none of our languages gets its
/// messages in English.
std::vector<Alert> find_alerts(const Document& document, const Analysis& analysis,
                               std::vector<Finding> found, const AlertOptions& options);

}  // namespace manicule
