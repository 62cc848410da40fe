#pragma once

#include <vector>

#include "quotes/draft.h"
#include "quotes/scene.h"

namespace manicule {

/// Sets the medium of each quotation that says where it was said, behind its cue and in the same
/// sentence: the name that a word such as "columns" or "interview" leads to, that word where no
/// name follows, or the organisation that the cue addresses ("told the BBC").
void find_media(const Scene& scene, std::vector<Draft>& drafts);

}  // namespace manicule
