#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "entities/features.h"
#include "entities/labels.h"
#include "entities/words.h"

namespace manicule {

/// What a first labelling of a document says of a word's other occurrences, as features of a second
/// labelling (Krishnan and Manning 2006): "Camara" alone is a person where "Moussa Camara" was.
class Votes {
 public:
  /// `labels` has one label for each word.
  Votes(const NameWords& words, const std::vector<Label>& labels);

  /// The features of word `i`; none for a word that does not look like a name.
  void features(std::uint32_t i, std::vector<Feature>& out) const;

 private:
  using Counts = std::array<std::uint16_t, kLabels>;
  /// The label that most of the other occurrences have, and how sure that is; 0 without any.
  std::uint32_t verdict(std::uint32_t i) const;

  const std::vector<Label>& labels_;
  std::vector<std::uint32_t> counts_of_;  ///< for each word; 0: none are kept
  std::vector<Counts> counts_;
};

}  // namespace manicule
