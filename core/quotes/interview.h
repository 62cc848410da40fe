#pragma once

#include <vector>

#include "quotes/draft.h"
#include "quotes/scene.h"

namespace manicule {

/// Adds the answers of an interview whose turns no dash opens, as speech without cue; its questions
/// are no quotations. Turns are told by labels that come again ("Q:", "A:", "Lena Brandt:", "Le
/// Courrier – "), whoever asks most of the questions being left out, or, without labels, by
/// paragraphs that ask a "you".
void add_answers(const Scene& scene, std::vector<Draft>& drafts);

}  // namespace manicule
