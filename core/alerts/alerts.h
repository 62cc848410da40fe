#pragma once

#include <string>
#include <vector>

#include "analysis.h"
#include "document/document.h"

namespace manicule {

struct AlertOptions {
  std::string messages;               ///< ISO 639-1 of the messages; empty: the document's language
  std::vector<std::string> disabled;  ///< kinds not to report
};

/// What `analysis`, complete but for its alerts, gives away as doubtful. Sorted.
std::vector<Alert> find_alerts(const Document& document, const Analysis& analysis,
                               std::vector<Alert> quote_alerts, const AlertOptions& options);

}  // namespace manicule
