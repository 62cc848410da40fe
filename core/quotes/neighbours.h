#pragma once

#include <optional>
#include <vector>

#include "quotes/draft.h"
#include "quotes/line.h"

namespace manicule {

/// Who says the quotation beside a sentence, as that sentence tells it.
struct Told {
  Subject subject;
  Span cue;  ///< empty where no word tells it
  Stance stance = Stance::kNeutral;
};

/// "«…». Così il ministro …": the sentence behind begins with who says it.
std::optional<Told> told_by_next(const Line& next);

/// "Il écrit dans un courriel :", "Patiënte Jeanne Baert maakt zich geen zorgen.": the sentence
/// before tells it, or is about someone.
std::optional<Told> told_by_previous(const Line& previous, const std::vector<Draft>& drafts);

}  // namespace manicule
