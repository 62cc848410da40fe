#pragma once

#include <vector>

#include "analysis.h"
#include "document/document.h"
#include "entities/model.h"

namespace manicule {

struct NamedSpan {
  Span span;
  EntityKind kind = EntityKind::kPerson;
  double score = 0;  ///< calibrated probability that span and kind are right
};

/// The names in `document`, in order, not overlapping: features, scores, Viterbi.
std::vector<NamedSpan> tag_names(const Document& document, const EntityModel& model,
                                 const Gazetteer& names);

}  // namespace manicule
