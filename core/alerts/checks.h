#pragma once

#include "alerts/context.h"

namespace manicule {

// One check a file; each appends what it finds, in no particular order.

/// `weekday`: one that contradicts its date or the article's.
void check_weekdays(const AlertContext& context, Findings& findings);

/// `weekday`: a day that its month does not have.
void check_days_exist(const AlertContext& context, Findings& findings);

/// `spelling`: one name written in two ways; the rarer one is reported.
void check_spelling(const AlertContext& context, Findings& findings);

/// `sum`: shares above 100 %, parts that do not make their total.
void check_shares(const AlertContext& context, Findings& findings);

/// `sum`: a rise, a fall or a multiple that does not fit the numbers it is said of.
void check_changes(const AlertContext& context, Findings& findings);

/// `age`: an age that does not fit a birth, a death before it.
void check_ages(const AlertContext& context, Findings& findings);

/// `age`: durations and anniversaries that do not fit the dates beside them.
void check_durations(const AlertContext& context, Findings& findings);

/// `conflict`: a figure that the title and the body, or the body twice, give otherwise.
void check_conflicts(const AlertContext& context, Findings& findings);

/// `conflict`: a quotation of the title that the body gives otherwise.
void check_title_quotes(const AlertContext& context, Findings& findings);

/// `conflict`: someone said to hold two offices that nobody holds together.
void check_offices(const AlertContext& context, Findings& findings);

/// `introduced`: surnames and acronyms that the article never introduces.
void check_introductions(const AlertContext& context, Findings& findings);

/// `unattributed`: quotations of a sentence or more with nobody around who may have said them.
void check_attributions(const AlertContext& context, Findings& findings);

/// `undated`: relative dates in an article whose own date is not known, reported once.
void check_reference_date(const AlertContext& context, Findings& findings);

}  // namespace manicule
