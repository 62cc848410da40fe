#pragma once

#include <vector>

#include "quotes/draft.h"
#include "quotes/reference.h"
#include "quotes/scene.h"

namespace manicule {

/// Gives speakers to the turns of conversations that have none. Those of a dialogue alternate, be
/// they opened by dashes or set in quotation marks, a paragraph each; the answers of an interview
/// are all by the person its introduction presents; elsewhere a paragraph that is nothing but a
/// quotation is by whom the paragraph before quotes. `drafts` are sorted.
void alternate_speakers(const Scene& scene, const References& references,
                        std::vector<Draft>& drafts);

}  // namespace manicule
