#include "entities/tagger.h"

#include <algorithm>

#include "entities/features.h"
#include "entities/votes.h"

namespace manicule {

std::vector<OpenRun> open_runs(const NameWords& words) {
  std::vector<OpenRun> runs;
  for (const NameSentence& sentence : words.sentences) {
    for (std::uint32_t begin = sentence.begin; begin < sentence.end;) {
      std::uint32_t end = begin;
      while (end < sentence.end && words.words[end].open) ++end;
      if (end > begin) runs.push_back({begin, end});
      begin = end > begin ? end : begin + 1;
    }
  }
  return runs;
}

FirstPass label_once(std::string_view utf8, const NameWords& words, const EntityModel& model,
                     const Gazetteer& names) {
  FirstPass pass;
  pass.scores.resize(words.words.size());
  pass.labels.assign(words.words.size(), kOutside);
  FeatureExtractor extractor(utf8, words, names);
  std::vector<Feature> features;
  for (const NameSentence& sentence : words.sentences) {
    extractor.enter(sentence);
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      if (!words.words[i].open) continue;
      extractor.features(i, features);
      pass.scores[i].fill(0);
      model.add_scores(features, pass.scores[i]);
    }
  }
  Lattice lattice;
  for (const OpenRun& run : open_runs(words)) {
    const std::vector<Label>& labels =
        lattice.best(&pass.scores[run.begin], run.end - run.begin, model.transitions());
    std::copy(labels.begin(), labels.end(), pass.labels.begin() + run.begin);
  }
  return pass;
}

std::vector<NamedSpan> tag_names(const Document& document, const EntityModel& model,
                                 const Gazetteer& names) {
  const NameWords all = cut_words(document);
  FirstPass pass = label_once(document.text->utf8(), all, model, names);
  const Votes votes(all, pass.labels);
  Lattice lattice;
  std::vector<Feature> features;
  std::vector<NamedSpan> found;
  for (const OpenRun& run : open_runs(all)) {
    for (std::uint32_t i = run.begin; i < run.end; ++i) {
      votes.features(i, features);
      if (!features.empty()) model.add_scores(features, pass.scores[i]);
    }
    const LabelRow* scores = &pass.scores[run.begin];
    const std::uint32_t size = run.end - run.begin;
    const std::vector<Label>& labels = lattice.best(scores, size, model.transitions());
    bool summed = false;
    for (std::uint32_t i = 0; i < size; ++i) {
      if (labels[i] == kOutside) continue;
      const std::uint32_t first = i;
      while (leaves_open(labels[i])) ++i;
      if (!summed) lattice.sum(scores, size, model.exp_transitions());
      summed = true;
      const EntityKind kind = kind_of(labels[i]);
      const float probability =
          lattice.name_probability(first, i + 1, kind, model.exp_transitions());
      const NameWord* words = &all.words[run.begin];
      found.push_back({{words[first].span.begin, words[i].span.end},
                       kind,
                       model.calibrated(static_cast<double>(probability))});
    }
  }
  return found;
}

}  // namespace manicule
