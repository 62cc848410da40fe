#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "corpus.h"
#include "entities/model.h"

namespace manicule::train {

struct Tally {
  std::uint32_t right = 0, found = 0, gold = 0;
  double f1() const {
    return found + gold == 0 ? 0 : 200.0 * right / static_cast<double>(found + gold);
  }
};

/// Strict scores over the kinds that the corpus annotates; `by_kind` has kKinds entries.
Tally evaluate(const std::vector<const GoldDocument*>& documents, const Corpus& corpus,
               const EntityModel& model, const Gazetteer& names, std::vector<Tally>& by_kind);

/// Isotonic regression (pool adjacent violators) of being right on the model's probabilities, as a
/// few points. Only corpora that annotate everything should take part.
std::vector<std::pair<float, float>> calibrate(const std::vector<const GoldDocument*>& documents,
                                               const EntityModel& model, const Gazetteer& names);

}  // namespace manicule::train
