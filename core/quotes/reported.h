#pragma once

#include <vector>

#include "quotes/draft.h"
#include "quotes/layout.h"
#include "quotes/scene.h"

namespace manicule {

/// Adds what is reported without quotation marks, with cue and speaker, and sorts all drafts anew
/// (which leaves `layout` without use). A source before the clause ("Selon X, …") or behind it
/// ("…, a indiqué X"), a verb with its that-clause ("X a annoncé que …", "X said it would …") or
/// infinitive ("X dit avoir …"), and a sentence in the subjunctive of indirect speech behind one
/// that quotes ("Die Lage sei ernst."). The span ends with the clause.
void add_reported(const Scene& scene, const Layout& layout, std::vector<Draft>& drafts);

}  // namespace manicule
