#pragma once

#include <optional>

#include "figures/timex_resolve.h"

namespace manicule {

/// What returns each week, month or year ("Friday", "the 12th", "in March"): the one that is meant
/// by what the words say, else by their tense. context.today must be known.
std::optional<Timex> resolve_recurring(const TimexFrame& frame, const TimexContext& context);

/// The weekend that is meant, Saturday to Sunday. context.today must be known.
std::optional<TimexRange> resolve_weekend(const TimexFrame& frame, const TimexContext& context);

}  // namespace manicule
