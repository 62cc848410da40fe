#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "entities/features.h"
#include "entities/gazetteer.h"
#include "entities/lattice.h"
#include "entities/word_classes.h"

namespace manicule {

/// The trained tagger of one language: for each feature a row of weights, one a label.
class EntityModel {
 public:
  /// Reads a file that core/train wrote; returns what is wrong with it, or an empty string. After
  /// an error the model is empty.
  std::string read(std::string_view bytes);

  /// Adds the rows of `features`, as logarithms of potentials, to `out`.
  void add_scores(const std::vector<Feature>& features, LabelRow& out) const;

  const Transitions& transitions() const { return transitions_; }
  const Transitions& exp_transitions() const { return exp_transitions_; }

  /// The classes of words that the features ask for.
  const WordClasses& classes() const { return classes_; }

  /// The share of right names among held-out names of this probability: the CRF's own
  /// probabilities, corrected by isotonic regression.
  double calibrated(double probability) const;

 private:
  struct alignas(kRow) Weights {  // so that none lies across two lines of the cache
    std::array<std::int8_t, kRow> of{};
  };
  struct Slot {
    std::uint32_t feature = kFree;
    std::uint32_t row = 0;
  };
  static constexpr std::uint32_t kFree = 0xFFFFFFFF;
  static constexpr std::uint32_t kKnownBits = 1U << 22;

  bool may_know(Feature feature) const {
    const std::uint32_t bit = feature % kKnownBits;
    return (known_[bit / 64] >> bit % 64 & 1) != 0;
  }

  std::string read_all(std::string_view bytes);
  void index(const std::vector<Feature>& features);

  std::vector<Slot> slots_;
  std::vector<std::uint64_t> known_;  ///< a bit for each of kKnownBits hashes of features
  std::vector<Weights> rows_;
  WordClasses classes_;
  float scale_ = 0;
  Transitions transitions_{};
  Transitions exp_transitions_{};
  std::vector<std::pair<float, float>> calibration_;  // probability, share right; both ascending
};

/// The model of a language (ISO 639-1), read at first use from the embedded data or as given to
/// load_model(); null when there is none.
const EntityModel* find_entity_model(std::string_view language);

/// The lists of names that all models use; empty when there are none.
const Gazetteer& name_lists();

/// Takes the bytes of a file that is not embedded (the WebAssembly build carries no models): `name`
/// is its path below core/data, "fr/entities.model" or "all/names.bin". Returns what is wrong with
/// it, or an empty string. Analyses that come later use it; it must not be called during one.
std::string load_model(std::string_view name, std::string_view bytes);

}  // namespace manicule
