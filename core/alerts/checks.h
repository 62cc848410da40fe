#pragma once

#include "alerts/context.h"

namespace manicule {

// One check a file; each appends what it finds, in no particular order.

/// A weekday that contradicts its date, and a day that no month has.
void check_weekdays(const AlertContext& context, Findings& findings);

/// One name written in two ways; the rarer one is reported.
void check_spelling(const AlertContext& context, Findings& findings);

/// Shares above 100 %, parts that do not make their total, changes that do not fit their numbers.
void check_sums(const AlertContext& context, Findings& findings);

/// Ages and durations that do not fit the dates beside them, deaths before births.
void check_ages(const AlertContext& context, Findings& findings);

/// A figure or a quotation of the title that the body gives otherwise.
void check_conflicts(const AlertContext& context, Findings& findings);

/// Surnames and acronyms that the article never introduces.
void check_introductions(const AlertContext& context, Findings& findings);

/// Quotations of a sentence or more without a speaker.
void check_attributions(const AlertContext& context, Findings& findings);

/// Relative dates in an article whose own date is not known: reported once.
void check_reference_date(const AlertContext& context, Findings& findings);

}  // namespace manicule
