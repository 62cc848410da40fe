#include "crf.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "document/document.h"
#include "entities/words.h"

namespace manicule::train {
namespace {

std::uint32_t kind_labels(std::size_t kind) { return 0xFU << (1 + 4 * kind); }

}  // namespace

std::vector<std::uint32_t> allowed_labels(const GoldDocument& document, const Corpus& corpus,
                                          const NameWords& all, Coverage& coverage) {
  std::uint32_t unknown = 0;
  for (std::size_t kind = 0; kind < kKinds; ++kind) {
    if ((corpus.known_kinds >> kind & 1) == 0) unknown |= kind_labels(kind);
  }
  std::vector<std::uint32_t> allowed(all.words.size(), 1U | unknown);
  const std::uint32_t other = 1U | kind_labels(3) | kind_labels(4) | kind_labels(5);
  std::uint32_t w = 0;
  auto sentence = all.sentences.begin();
  for (const GoldName& name : document.names) {
    while (w < all.words.size() && all.words[w].span.end <= name.span.begin) ++w;
    while (sentence != all.sentences.end() && sentence->end <= w) ++sentence;
    const std::uint32_t begin = w;
    std::uint32_t end = begin;
    bool open = true;
    while (end < all.words.size() && all.words[end].span.begin < name.span.end)
      open &= all.words[end++].open;
    const bool whole = sentence != all.sentences.end() && end <= sentence->end;
    ++coverage.names;
    const bool exact = begin < end && all.words[begin].span.begin == name.span.begin &&
                       all.words[end - 1].span.end == name.span.end;
    if (name.other) {
      for (std::uint32_t i = begin; i < end; ++i) allowed[i] = other;
      continue;
    }
    if (!exact || !open || !whole) {
      ++coverage.lost;
      // Nothing can be learnt where the words do not fit the annotation.
      for (std::uint32_t i = begin; i < end; ++i) allowed[i] = open ? kEveryLabel : 1U;
      continue;
    }
    for (std::uint32_t i = begin; i < end; ++i) {
      const Place place = end - begin == 1 ? Place::kUnit
                          : i == begin     ? Place::kBegin
                          : i + 1 == end   ? Place::kLast
                                           : Place::kInside;
      allowed[i] = 1U << make_label(name.kind, place);
    }
  }
  return allowed;
}

void add_examples(const GoldDocument& gold, const Corpus& corpus, const Gazetteer& names,
                  const WordClasses& classes, float weight, Examples& out, Coverage& coverage) {
  const Text text = Text::from_utf8(gold.text);
  ReadOptions read;
  read.language = gold.language;
  const Document document = read_document(text, read);
  const NameWords all = cut_words(document);
  const std::vector<std::uint32_t> allowed = allowed_labels(gold, corpus, all, coverage);
  FeatureExtractor extractor(text.utf8(), all, names, classes);
  std::vector<Feature> features;
  for (const NameSentence& sentence : all.sentences) {
    extractor.enter(sentence);
    for (std::uint32_t begin = sentence.begin; begin < sentence.end;) {
      std::uint32_t end = begin;
      while (end < sentence.end && all.words[end].open) ++end;
      if (end > begin && (gold.only.empty() || gold.only.contains(all.words[begin].span))) {
        Example run;
        run.begin = static_cast<std::uint32_t>(out.words.size());
        run.weight = weight;
        for (std::uint32_t i = begin; i < end; ++i) {
          extractor.features(i, features);
          out.features.insert(out.features.end(), features.begin(), features.end());
          out.words.push_back({static_cast<std::uint32_t>(out.features.size()), allowed[i]});
        }
        run.end = static_cast<std::uint32_t>(out.words.size());
        out.runs.push_back(run);
      }
      begin = std::max(end, begin + 1);
    }
  }
}

void Crf::keep_frequent(const Examples& examples, float least_weight) {
  std::vector<float> weight(std::size_t{1} << kFeatureBits);
  for (const Example& run : examples.runs) {
    for (std::uint32_t f = examples.features_begin(run.begin);
         f < examples.words[run.end - 1].features_end; ++f) {
      weight[examples.features[f]] += run.weight;
    }
  }
  row_of_.assign(weight.size(), kNone);
  std::uint32_t rows = 0;
  for (Feature f = 0; f < weight.size(); ++f) {
    if (weight[f] >= least_weight) row_of_[f] = rows++;
  }
  weights_.assign(rows, {});
  squares_.assign(rows, {});
}

void Crf::train(const Examples& examples, const TrainOptions& options) {
  Transitions transitions;
  for (std::size_t a = 0; a < kLabels; ++a) {
    transitions[a].fill(kImpossible);
    for (std::size_t b = 0; b < kLabels; ++b) {
      if (may_follow(static_cast<Label>(a), static_cast<Label>(b))) transitions[a][b] = 0;
    }
  }
  transitions_ = transitions;
  transitions_fixed_ = false;
  run_epochs(examples, options);
}

void Crf::train(const Examples& examples, const TrainOptions& options,
                const Transitions& transitions) {
  transitions_ = transitions;
  transitions_fixed_ = true;
  run_epochs(examples, options);
}

void Crf::run_epochs(const Examples& examples, const TrainOptions& options) {
  keep_frequent(examples, options.least_weight);
  exp_transitions_ = exp_of(transitions_);
  std::vector<std::uint32_t> order(examples.runs.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::uint64_t state = options.seed * 0x9E3779B97F4A7C15;
  TrainOptions now = options;
  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    for (std::size_t i = order.size(); i > 1; --i) {
      state = state * 6364136223846793005 + 1442695040888963407;
      std::swap(order[i - 1], order[(state >> 33) % i]);
    }
    // The last epochs settle.
    now.rate = options.rate * (epoch + 3 > options.epochs ? 0.3F : 1.0F);
    for (const std::uint32_t run : order) update(examples, examples.runs[run], now);
  }
}

void Crf::update(const Examples& examples, const Example& run, const TrainOptions& options) {
  const std::uint32_t n = run.end - run.begin;
  scores_.resize(n);
  allowed_.resize(n);
  if (active_.size() < n) active_.resize(n);
  const auto limit = static_cast<std::uint32_t>(options.dropout * 0xFFFFFF);
  for (std::uint32_t i = 0; i < n; ++i) {
    LabelRow& row = scores_[i];
    row.fill(0);
    active_[i].clear();
    const std::uint32_t word = run.begin + i;
    allowed_[i] = examples.words[word].allowed;
    for (std::uint32_t f = examples.features_begin(word); f < examples.words[word].features_end;
         ++f) {
      const std::uint32_t at = row_of_[examples.features[f]];
      if (at == kNone) continue;
      random_ = random_ * 6364136223846793005 + 1442695040888963407;
      if ((random_ >> 40) < limit) continue;
      active_[i].push_back(at);
      const LabelRow& weights = weights_[at];
      for (std::size_t y = 0; y < kRow; ++y) row[y] += weights[y];
    }
    for (std::size_t y = 0; y < kRow; ++y) row[y] /= 1 - options.dropout;
    if (examples.base.empty()) continue;
    for (std::size_t y = 0; y < kRow; ++y) row[y] += examples.base[word][y];
  }
  all_.sum(scores_.data(), n, exp_transitions_);
  right_.sum(scores_.data(), n, exp_transitions_, allowed_.data());
  const double loss = all_.log_sum() - right_.log_sum();
  // Nothing to learn from it now; or the annotation cannot be had, which would poison every weight.
  constexpr double kLearnt = 1e-3, kHopeless = 300;
  if (!(loss > kLearnt && loss < kHopeless)) return;

  const auto step = [&](float gradient, float& weight, float& square) {
    square += gradient * gradient;
    const float rate = options.rate / std::sqrt(square + options.damping);
    weight -= rate * (gradient + options.l2 * weight);
    const float shrink = rate * options.l1 * std::min(1.0F, std::fabs(gradient) * 4);
    const float less = std::max(weight - shrink, 0.0F), more = std::min(weight + shrink, 0.0F);
    weight = less + more;
  };

  for (std::uint32_t i = 0; i < n; ++i) {
    LabelRow gradient{};
    float largest = 0;
    for (std::size_t y = 0; y < kLabels; ++y) {
      const auto label = static_cast<Label>(y);
      gradient[y] = run.weight * (all_.marginal(i, label) - right_.marginal(i, label));
      largest = std::max(largest, std::fabs(gradient[y]));
    }
    if (largest < 1e-3F) continue;
    for (const std::uint32_t at : active_[i]) {
      LabelRow& weights = weights_[at];
      LabelRow& squares = squares_[at];
      for (std::size_t y = 0; y < kRow; ++y) step(gradient[y], weights[y], squares[y]);
    }
  }
  if (transitions_fixed_) return;
  Transitions change{};
  all_.add_transitions(exp_transitions_, run.weight, change);
  right_.add_transitions(exp_transitions_, -run.weight, change);
  for (std::size_t a = 0; a < kLabels; ++a) {
    for (std::size_t b = 0; b < kLabels; ++b) {
      if (std::fabs(change[a][b]) < 1e-4F ||
          !may_follow(static_cast<Label>(a), static_cast<Label>(b)))
        continue;
      step(change[a][b], transitions_[a][b], transition_squares_[a][b]);
      exp_transitions_[a][b] = std::exp(transitions_[a][b]);
    }
  }
}

}  // namespace manicule::train
