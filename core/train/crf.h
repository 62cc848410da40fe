#pragma once

#include <cstdint>
#include <vector>

#include "corpus.h"
#include "entities/features.h"
#include "entities/lattice.h"
#include "entities/words.h"

namespace manicule::train {

/// One run of open words, ready for training.
struct Example {
  std::uint32_t begin = 0;  ///< half-open range of Examples::words
  std::uint32_t end = 0;
  float weight = 1;
};

struct ExampleWord {
  std::uint32_t features_end = 0;  ///< its features end there in Examples::features
  std::uint32_t allowed = 0;       ///< bit y: label y agrees with the annotation
};

struct Examples {
  std::vector<Example> runs;
  std::vector<ExampleWord> words;
  std::vector<Feature> features;
  std::vector<LabelRow> base;  ///< if not empty, what a model before this one says of each word

  std::uint32_t features_begin(std::uint32_t word) const {
    return word == 0 ? 0 : words[word - 1].features_end;
  }
};

struct Coverage {
  std::uint32_t names = 0;  ///< annotated
  std::uint32_t lost = 0;   ///< of these, not made of open words
};

/// What the annotation of `document` allows each word to be, a bit a label. Where the corpus does
/// not annotate a kind, all its labels are allowed outside the names that it does annotate.
std::vector<std::uint32_t> allowed_labels(const GoldDocument& document, const Corpus& corpus,
                                          const NameWords& all, Coverage& coverage);

/// Adds the runs of a document.
void add_examples(const GoldDocument& document, const Corpus& corpus, const Gazetteer& names,
                  const WordClasses& classes, float weight, Examples& out, Coverage& coverage);

struct TrainOptions {
  int epochs = 6;
  float rate = 0.05F;
  float damping = 0.1F;  ///< added to the sum of squared gradients
  float l1 = 0.02F;
  float l2 = 0;
  float least_weight = 2;  ///< a feature is kept when the examples it stands in weigh that much
  float dropout = 0.1F;    ///< share of the features left out at each touch
  std::uint64_t seed = 1;
};

/// Weights of a CRF while it is trained.
class Crf {
 public:
  /// Stochastic gradient with AdaGrad's rates (Duchi et al. 2011) and an L1 penalty applied at each
  /// touch; the likelihood is that of all labellings the annotation allows.
  void train(const Examples& examples, const TrainOptions& options);

  /// The same with transitions that stay as they are.
  void train(const Examples& examples, const TrainOptions& options, const Transitions& transitions);

  const Transitions& transitions() const { return transitions_; }

  /// The kept features in ascending order, with their weights.
  template <class Use>
  void for_each(Use use) const {
    for (Feature f = 0; f < row_of_.size(); ++f) {
      if (row_of_[f] != kNone) use(f, weights_[row_of_[f]]);
    }
  }

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  void run_epochs(const Examples& examples, const TrainOptions& options);
  void keep_frequent(const Examples& examples, float least_weight);
  void update(const Examples& examples, const Example& run, const TrainOptions& options);

  std::vector<std::uint32_t> row_of_;  // by feature
  std::vector<LabelRow> weights_;
  std::vector<LabelRow> squares_;
  Transitions transitions_{}, transition_squares_{}, exp_transitions_{};
  Lattice all_, right_;
  std::vector<LabelRow> scores_;
  std::vector<std::uint32_t> allowed_;
  std::vector<std::vector<std::uint32_t>> active_;  // rows of each word's features
  std::uint64_t random_ = 1;
  bool transitions_fixed_ = false;
};

}  // namespace manicule::train
