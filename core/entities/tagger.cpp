#include "entities/tagger.h"

#include "entities/features.h"
#include "entities/words.h"

namespace manicule {

std::vector<NamedSpan> tag_names(const Document& document, const EntityModel& model,
                                 const Gazetteer& names) {
  const NameWords all = cut_words(document);
  FeatureExtractor extractor(document.text->utf8(), all, names);
  Lattice lattice;
  std::vector<Feature> features;
  std::vector<LabelRow> scores;
  std::vector<NamedSpan> found;
  for (const NameSentence& sentence : all.sentences) {
    extractor.enter(sentence);
    for (std::uint32_t begin = sentence.begin; begin < sentence.end;) {
      if (!all.words[begin].open) {
        ++begin;
        continue;
      }
      std::uint32_t end = begin;
      scores.clear();
      while (end < sentence.end && all.words[end].open) {
        extractor.features(end++, features);
        model.score(features, scores.emplace_back());
      }
      const std::vector<Label>& labels = lattice.best(scores, model.transitions());
      bool summed = false;
      for (std::uint32_t i = 0; i < labels.size(); ++i) {
        if (labels[i] == kOutside) continue;
        const std::uint32_t first = i;
        while (leaves_open(labels[i])) ++i;
        if (!summed) lattice.sum(scores, model.exp_transitions());
        summed = true;
        const EntityKind kind = kind_of(labels[i]);
        const double p = static_cast<double>(
            lattice.name_probability(first, i + 1, kind, model.exp_transitions()));
        found.push_back({{all.words[begin + first].span.begin, all.words[begin + i].span.end},
                         kind,
                         model.calibrated(p)});
      }
      begin = end;
    }
  }
  return found;
}

}  // namespace manicule
