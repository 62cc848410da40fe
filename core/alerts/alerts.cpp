#include "alerts/alerts.h"

#include <algorithm>

namespace manicule {

std::vector<Alert> find_alerts(const Document&, const Analysis&, std::vector<Alert> quote_alerts,
                               const AlertOptions& options) {
  std::vector<Alert> alerts = std::move(quote_alerts);
  const auto off = [&](const Alert& alert) {
    return std::find(options.disabled.begin(), options.disabled.end(), alert.kind) !=
           options.disabled.end();
  };
  alerts.erase(std::remove_if(alerts.begin(), alerts.end(), off), alerts.end());
  return alerts;
}

}  // namespace manicule
