#pragma once

#include <vector>

#include "quotes/draft.h"
#include "quotes/reference.h"
#include "quotes/scene.h"

namespace manicule {

/// Adds the paragraphs that "> " cites, as quotations that go on from line to line.
void add_block_quotations(const Scene& scene, std::vector<Draft>& drafts);

/// Adds the turns of dialogues and the answers of interviews that a dash opens. A turn ends with
/// its paragraph, or before the clause that reports it; an answer may go on in paragraphs without a
/// dash until the next question. Turns in which quotation marks take the lead are left alone.
void add_turns(const Scene& scene, std::vector<Draft>& drafts);

}  // namespace manicule
