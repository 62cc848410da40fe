#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "entities/gazetteer.h"
#include "entities/word_classes.h"
#include "entities/words.h"

namespace manicule {

/// Features are hashes of kFeatureBits bits.
inline constexpr std::uint32_t kFeatureBits = 24;
using Feature = std::uint32_t;

/// A hash of what the templates give for a made-up text: it changes whenever they change, so that a
/// model trained with others is refused.
std::uint32_t templates_hash();

/// Computes the features of the words of one document.
class FeatureExtractor {
 public:
  FeatureExtractor(std::string_view utf8, const NameWords& words, const Gazetteer& names,
                   const WordClasses& classes);

  /// Makes ready for the words of one sentence; the features of its words may then be asked for.
  void enter(const NameSentence& sentence);

  /// The features of word `i`, which is open, in `out` (what was there is lost).
  void features(std::uint32_t i, std::vector<Feature>& out) const;

 private:
  static constexpr std::uint32_t kAffixes = 6;
  static constexpr std::uint32_t kSuffix3 = 4;  ///< index of the suffix of three characters
  /// What is known of a word wherever it stands in the document.
  struct WordFacts {
    std::uint32_t affixes[kAffixes] = {};  ///< prefixes of 2 to 4, suffixes of 2 to 4 characters
    bool has_affixes = false;
    std::uint16_t lower_class = 0;  ///< among the words in lower case
    std::uint16_t name_class = 0;   ///< among those written like names
    std::uint16_t lower = 0;        ///< times in lower case
    std::uint16_t capital = 0;      ///< times like a name where no sentence begins
    std::uint16_t count = 0;
  };
  /// Words in a row that look like names; for another word the nearest run before it and the
  /// beginning of the next.
  struct Run {
    std::uint32_t begin = 0, end = 0, next = 0;
  };

  bool in_sentence(std::uint32_t word) const {
    return word >= sentence_.begin && word < sentence_.end;
  }
  const WordFacts& facts(std::uint32_t word) const { return facts_[fact_of_[word]]; }
  // What is asked of any word around; those beyond the sentence's ends are all the same.
  std::uint64_t key(std::uint32_t word) const;
  std::uint64_t shape(std::uint32_t word) const;
  std::uint64_t suffix(std::uint32_t word) const;
  std::uint64_t word_class(std::uint32_t word) const;
  ListBits lists(std::uint32_t word) const;
  std::uint64_t shape_and_casing(std::uint32_t word) const;
  /// Whether the document has the word in lower case, or like a name inside a sentence.
  std::uint64_t seen_elsewhere(std::uint32_t word) const;

  void add_window(std::uint32_t i, std::vector<Feature>& out) const;
  void add_classes(std::uint32_t i, std::vector<Feature>& out) const;
  /// The words that look like names in a row around a word that does, and what is beside them.
  void add_run(std::uint32_t i, std::vector<Feature>& out) const;
  /// How far the names around a word in lower case are.
  void add_distances(std::uint32_t i, std::vector<Feature>& out) const;
  void add_hyphens(std::uint32_t i, std::vector<Feature>& out) const;
  void add_quotation(std::uint32_t i, std::vector<Feature>& out) const;
  /// Texts that others have cut into words keep other rules.
  void add_spaced(std::uint32_t i, std::vector<Feature>& out) const;
  void add_lists(std::uint32_t i, std::vector<Feature>& out) const;

  void count_words();
  void find_runs(const NameSentence& sentence);
  void find_affixes(const NameWord& word, WordFacts& facts);

  std::string_view utf8_;
  const NameWords& words_;
  const Gazetteer& names_;
  const WordClasses& classes_;
  std::vector<ListBits> lists_;
  std::vector<std::uint32_t> fact_of_;  ///< for each word
  std::vector<WordFacts> facts_;
  std::vector<Run> run_of_;
  NameSentence sentence_;
};

}  // namespace manicule
