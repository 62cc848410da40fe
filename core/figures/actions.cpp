#include <utility>

#include "figures/amounts.h"
#include "figures/dates.h"
#include "figures/ellipsis.h"
#include "figures/rules.h"

namespace manicule {

Action find_action(std::string_view name) {
  static constexpr std::pair<std::string_view, Action> kActions[] = {
      {"number", read_number}, {"ordinal", read_ordinal},   {"percent", read_percent},
      {"money", read_money},   {"quantity", read_quantity}, {"duration", read_duration},
      {"age", read_age},       {"date", read_date},         {"time", read_date},
      {"same", read_same}};
  for (const auto& [known, action] : kActions) {
    if (known == name) return action;
  }
  return nullptr;
}

}  // namespace manicule
