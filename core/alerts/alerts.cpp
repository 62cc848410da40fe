#include "alerts/alerts.h"

#include <algorithm>

#include "alerts/checks.h"
#include "alerts/messages.h"
#include "language/language.h"

namespace manicule {
namespace {

const Messages& messages_for(const Document& document, const AlertOptions& options) {
  const std::string& code = options.messages.empty() ? document.language->code : options.messages;
  const Language* language = find_language(code);
  if (language == nullptr || language->messages.size() == 0) language = find_language("en");
  return language->messages;
}

}  // namespace

std::vector<Alert> find_alerts(const Document& document, const Analysis& analysis,
                               std::vector<Finding> found, const AlertOptions& options) {
  const AlertContext context(document, analysis);
  constexpr void (*kChecks[])(const AlertContext&, Findings&) = {
      check_weekdays,      check_days_exist, check_spelling,      check_shares,
      check_changes,       check_ages,       check_durations,     check_conflicts,
      check_title_quotes,  check_offices,    check_introductions, check_attributions,
      check_reference_date};
  for (const auto check : kChecks) check(context, found);

  const Messages& messages = messages_for(document, options);
  std::vector<Alert> alerts;
  for (const Finding& finding : found) {
    const std::string kind(finding.message.substr(0, finding.message.find('.')));
    const auto& off = options.disabled;
    if (std::find(off.begin(), off.end(), kind) != off.end()) continue;
    alerts.push_back({finding.span, kind, message_of(finding, messages), finding.related});
  }
  std::stable_sort(alerts.begin(), alerts.end(), [](const Alert& a, const Alert& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  return alerts;
}

}  // namespace manicule
