#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "entities/labels.h"

namespace manicule {

/// One number for each label.
using LabelRow = std::array<float, kRow>;
/// transitions[before][after]; pairs that may not follow each other (labels.h) hold kImpossible.
using Transitions = std::array<LabelRow, kLabels>;

inline constexpr float kImpossible = -1e9F;

/// A linear-chain CRF (Lafferty et al. 2001) over one run of words with an outside word on either
/// side. Scores are logarithms.
class Lattice {
 public:
  /// The best labels of the run by Viterbi's algorithm; `scores` has one row for each of
  /// the `n` words.
  const std::vector<Label>& best(const LabelRow* scores, std::size_t n,
                                 const Transitions& transitions);

  /// Sums over all ways to label the run (forward and backward, scaled at each word), of which the
  /// functions below speak. `allowed`, if not null, has for each word a bit set of the labels that
  /// count.
  void sum(const LabelRow* scores, std::size_t n, const Transitions& exp_transitions,
           const std::uint32_t* allowed = nullptr);

  /// The logarithm of the sum; meaningful only after sum().
  double log_sum() const { return log_sum_; }

  /// The probability of `label` at word i.
  float marginal(std::size_t i, Label label) const {
    return forward_[i][label] * backward_[i][label];
  }

  /// Adds the probability of each transition, those from and to the outside words included, times
  /// `factor` to `total`.
  void add_transitions(const Transitions& exp_transitions, float factor, Transitions& total) const;

  /// The probability that words [begin, end) are exactly one name of `kind`.
  float name_probability(std::size_t begin, std::size_t end, EntityKind kind,
                         const Transitions& exp_transitions) const;

 private:
  std::vector<Label> labels_;
  std::vector<LabelRow> best_;  // the score of the best way to each label
  // Forward and backward are scaled so that their product is a probability: forward sums to 1 at
  // each word and scale_ holds what it was divided by.
  std::vector<LabelRow> potential_, forward_, backward_;
  std::vector<float> scale_;
  double log_sum_ = 0;
};

/// exp() of each, 0 where impossible.
Transitions exp_of(const Transitions& transitions);

}  // namespace manicule
