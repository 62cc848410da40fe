#pragma once

#include "figures/rules.h"

namespace manicule {

/// The action of a number whose unit is left out because the figure before it has it: "9 % contre
/// 7", "3.2 million euros, of which 2.9". The number takes kind and unit of the last amount, dates
/// between the two aside, and its scale where it would be too small without; false where no such
/// amount stands near.
bool read_same(const Match& match, Found& found);

}  // namespace manicule
