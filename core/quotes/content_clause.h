#pragma once

#include <cstdint>

#include "quotes/clauses.h"
#include "quotes/draft.h"
#include "quotes/verb_group.h"

namespace manicule {

/// Where the clause that `group` reports begins, as an index into `line`, or 0 where it reports
/// none: behind "that" or "whether", at a clause in the subjunctive, at a perfect infinitive, or
/// right behind a verb that needs no "that".
std::uint32_t content_begin(const Line& line, const std::vector<Draft>& drafts,
                            const Clauses& clauses, const VerbGroup& group);

}  // namespace manicule
