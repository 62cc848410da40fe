#pragma once

#include <array>
#include <vector>

#include "analysis.h"
#include "document/document.h"
#include "entities/model.h"
#include "entities/words.h"

namespace manicule {

struct NamedSpan {
  Span span;
  EntityKind kind = EntityKind::kPerson;
  double score = 0;                   ///< calibrated probability that span and kind are right
  std::array<float, kKinds> kinds{};  ///< probability of the span with each kind
};

/// The names in `document`, in order, not overlapping. Each run of open words is labelled by
/// Viterbi's algorithm, then again with the votes of the first labelling (votes.h).
std::vector<NamedSpan> tag_names(const Document& document, const EntityModel& model,
                                 const Gazetteer& names);

/// A half-open range of words that are all open and have none beside them that is.
struct OpenRun {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};
std::vector<OpenRun> open_runs(const NameWords& words);

/// The first labelling alone, with its scores: one row and one label for each word.
struct FirstPass {
  std::vector<LabelRow> scores;
  std::vector<Label> labels;
};
FirstPass label_once(std::string_view utf8, const NameWords& words, const EntityModel& model,
                     const Gazetteer& names);

}  // namespace manicule
