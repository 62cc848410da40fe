#pragma once

#include <vector>

#include "quotes/draft.h"
#include "quotes/reference.h"
#include "quotes/scene.h"

namespace manicule {

/// Joins the drafts that are one utterance - broken by an incise, said with the same cue, or
/// running over several paragraphs - into chains, gives all parts the cue and the speaker of the
/// part that has them, and resolves every speaker to an entity, in the order of the text.
void join_chains(const Scene& scene, const References& references, std::vector<Draft>& drafts);

/// Gives quotations in titles and headings the kind and speaker of the same words in the text.
void match_titles(const Scene& scene, std::vector<Draft>& drafts);

}  // namespace manicule
