#pragma once

#include <optional>
#include <vector>

#include "quotes/draft.h"
#include "quotes/layout.h"
#include "quotes/speakers.h"

namespace manicule {

/// Tells what the marks around each draft mean. In this order: a word that names ("dit",
/// "so-called") makes a term, `scare`; a work beside it, or a name or capital without a cue, a
/// `title`; a cue makes `speech` of what stands as its own sentence and `partial` of what stands
/// inside the article's; without a cue a whole sentence is `speech`, a few words are `scare`.
void tell_kinds(const Scene& scene, const Layout& layout,
                const std::vector<std::optional<CueFound>>& cues, std::vector<Draft>& drafts);

}  // namespace manicule
