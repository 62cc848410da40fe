#include "entities/tagger.h"

#include <algorithm>

#include "entities/agree.h"
#include "entities/family_names.h"
#include "entities/features.h"
#include "entities/nicknames.h"
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
  FeatureExtractor extractor(utf8, words, names, model.classes());
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
  FoundNames found;
  for (const OpenRun& run : open_runs(all)) {
    bool voted = false;
    for (std::uint32_t i = run.begin; i < run.end; ++i) {
      votes.features(i, features);
      if (features.empty()) continue;
      model.add_scores(features, pass.scores[i]);
      voted = true;
    }
    const LabelRow* scores = &pass.scores[run.begin];
    const std::uint32_t size = run.end - run.begin;
    const Label* labels =
        voted ? lattice.best(scores, size, model.transitions()).data() : &pass.labels[run.begin];
    bool summed = false;
    for (std::uint32_t i = 0; i < size; ++i) {
      if (labels[i] == kOutside) continue;
      const std::uint32_t first = i;
      while (leaves_open(labels[i])) ++i;
      if (!summed) lattice.sum(scores, size, model.exp_transitions());
      summed = true;
      const NameWord* words = &all.words[run.begin];
      NamedSpan name{{words[first].span.begin, words[i].span.end}, kind_of(labels[i]), 0, {}};
      for (std::size_t kind = 0; kind < kKinds; ++kind) {
        name.kinds[kind] = lattice.name_probability(first, i + 1, static_cast<EntityKind>(kind),
                                                    model.exp_transitions());
      }
      found.ranges.push_back({run.begin + first, run.begin + i + 1});
      found.spans.push_back(name);
    }
  }
  find_family_names(document.text->utf8(), all, pass.scores, model.exp_transitions(), found);
  join_around_nicknames(all, found);
  agree_on_names(all, found);
  for (NamedSpan& name : found.spans) {
    const float probability = name.kinds[static_cast<std::size_t>(name.kind)];
    name.score = model.calibrated(static_cast<double>(probability));
  }
  return std::move(found.spans);
}

}  // namespace manicule
