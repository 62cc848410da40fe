#pragma once

#include <vector>

#include "quotes/draft.h"
#include "quotes/layout.h"
#include "quotes/scene.h"

namespace manicule {

/// What points at a speaker, and how it stands to the quotation.
struct CueFound {
  Span span;  ///< empty where no word tells it, only the order: "«…»: Ana Gil shows"
  Stance stance = Stance::kNeutral;
  const CueVerb* verb = nullptr;  ///< null for a phrase
  std::optional<Subject> subject;
  bool before = false;   ///< the cue precedes the quotation
  std::uint32_t at = 0;  ///< index of its first word in the line
};

/// Finds cue and speaker of every draft from the clauses around it: behind it ("…", dit X), before
/// it (X dit : "…"; selon X, …), shared with the quotation it continues, or told by the sentence
/// before. Sets cue, stance, subject and said_with; the result tells which cue each draft has.
std::vector<std::optional<CueFound>> find_speakers(const Scene& scene, const Layout& layout,
                                                   std::vector<Draft>& drafts);

}  // namespace manicule
