#pragma once

#include "figures/rules.h"

namespace manicule {

/// The actions of amounts. Each computes one number or range from the slots n, hi, times, of and
/// minus of a match, and prints it with the unit of its kind; false where there is no such amount
/// (a range that descends, too many digits).
bool read_number(const Match& match, Found& found);    ///< "1500000", "0.2", "3x" (mode x)
bool read_ordinal(const Match& match, Found& found);   ///< "3"
bool read_percent(const Match& match, Found& found);   ///< "12.5"; "0.25pp" (mode pp, bp)
bool read_money(const Match& match, Found& found);     ///< "3200000000 EUR"
bool read_quantity(const Match& match, Found& found);  ///< "120 kilometer-per-hour"
bool read_duration(const Match& match, Found& found);  ///< "P18M", "PT2H38M", "P3D..P5D"
bool read_age(const Match& match, Found& found);       ///< "45"

}  // namespace manicule
