// Trains the weights of language identification (document/identify.h):
//   train_identify OUT FILE...
// FILE is named after its language ("fr.txt"; "und.txt" for all others) and holds one text a line.
// Multinomial logistic regression over hashed features, by stochastic gradient descent on snippets
// of 3 to 30 words; the best buckets are kept and trained again, then rounded to a byte.

#include "document/identify.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "language/language.h"
#include "text/text.h"

namespace {

constexpr std::size_t kClasses = 8;
constexpr std::size_t kBuckets = 1 << 16;
constexpr std::size_t kKept = 5900;  // ten bytes each in the file
constexpr int kSteps = 2'000'000;

using Row = std::array<float, kClasses>;
using Words = std::vector<std::string>;

struct Corpus {
  std::size_t label = 0;
  std::vector<Words> texts;
};

Words words_of(const std::string& line) {
  Words words;
  std::size_t at = 0;
  while (at < line.size()) {
    const std::size_t end = std::min(line.find(' ', at), line.size());
    if (end > at) words.push_back(line.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

Corpus read(const std::string& path) {
  const std::string name = path.substr(path.find_last_of('/') + 1);
  const auto& codes = manicule::language_codes();
  Corpus corpus;
  corpus.label = static_cast<std::size_t>(
      std::find(codes.begin(), codes.end(), name.substr(0, name.find('.'))) - codes.begin());
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    Words words = words_of(line);
    if (words.size() > 2) corpus.texts.push_back(std::move(words));
  }
  return corpus;
}

class Trainer {
 public:
  explicit Trainer(std::vector<Corpus> corpora)
      : corpora_(std::move(corpora)), weights_(kBuckets), used_(kBuckets), open_(kBuckets, true) {}

  void train() {
    for (Row& row : weights_) row.fill(0);
    for (int step = 0; step < kSteps; ++step) {
      // The other languages, being many, come two times as often as each of ours.
      const Corpus& corpus = corpora_[random_() % (corpora_.size() + 1) % corpora_.size()];
      learn(snippet(corpus), corpus.label,
            1.0F * (1 - static_cast<float>(step) / static_cast<float>(kSteps)));
    }
  }

  /// Closes all buckets but the kKept whose weights say most, weighed by how often they are seen.
  void prune() {
    std::vector<std::pair<float, std::size_t>> worth;
    for (std::size_t i = 0; i < kBuckets; ++i) {
      const auto [low, high] = std::minmax_element(weights_[i].begin(), weights_[i].end());
      worth.emplace_back((*high - *low) * std::sqrt(static_cast<float>(used_[i])), i);
    }
    std::sort(worth.rbegin(), worth.rend());
    open_.assign(kBuckets, false);
    for (std::size_t i = 0; i < kKept; ++i) open_[worth[i].second] = true;
  }

  void write(const char* path) const {
    float largest = 0;
    for (const Row& row : weights_) {
      for (const float w : row) largest = std::max(largest, std::abs(w));
    }
    // The few largest weights are cut off, so that the many small ones keep their differences.
    const float scale = 2 * 127 / largest;
    std::ofstream out(path, std::ios::binary);
    for (std::size_t i = 0; i < kBuckets; ++i) {
      if (!open_[i]) continue;
      out.put(static_cast<char>(i & 0xFF)).put(static_cast<char>(i >> 8));
      for (const float w : weights_[i]) {
        out.put(static_cast<char>(std::lround(std::clamp(w * scale, -127.0F, 127.0F))));
      }
    }
  }

 private:
  std::string snippet(const Corpus& corpus) {
    const Words& words = corpus.texts[random_() % corpus.texts.size()];
    const std::size_t size = 3 + random_() % 28;
    const std::size_t begin = words.size() <= size ? 0 : random_() % (words.size() - size);
    std::string out;
    for (std::size_t i = begin; i < std::min(words.size(), begin + size); ++i)
      out += words[i] + ' ';
    return out;
  }

  void learn(const std::string& text, std::size_t label, float rate) {
    features_.clear();
    std::uint32_t others = 0;
    const std::uint32_t words = manicule::for_each_language_feature(
        text, others, [this](std::uint16_t f) { features_.push_back(f); });
    if (words == 0) return;
    // With the sum over all features a long text would teach far more than a short one.
    const float share = 1 / std::sqrt(static_cast<float>(features_.size()));
    Row p{};
    for (const auto f : features_) {
      if (!open_[f]) continue;
      for (std::size_t i = 0; i < kClasses; ++i) p[i] += share * weights_[f][i];
    }
    const float most = *std::max_element(p.begin(), p.end());
    float sum = 0;
    for (float& x : p) sum += x = std::exp(x - most);
    for (std::size_t i = 0; i < kClasses; ++i) p[i] = (i == label ? 1.0F : 0.0F) - p[i] / sum;
    for (const auto f : features_) {
      ++used_[f];
      if (!open_[f]) continue;
      for (std::size_t i = 0; i < kClasses; ++i) {
        weights_[f][i] += rate * share * p[i] - 1e-6F * rate * weights_[f][i];
      }
    }
  }

  std::vector<Corpus> corpora_;
  std::vector<Row> weights_;
  std::vector<std::uint32_t> used_;
  std::vector<bool> open_;
  std::vector<std::uint16_t> features_;
  std::mt19937 random_{1};
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fputs("usage: train_identify OUT FILE...\n", stderr);
    return 2;
  }
  std::vector<Corpus> corpora;
  for (int i = 2; i < argc; ++i) corpora.push_back(read(argv[i]));
  std::sort(corpora.begin(), corpora.end(),
            [](const Corpus& a, const Corpus& b) { return a.label > b.label; });
  Trainer trainer(std::move(corpora));
  trainer.train();
  trainer.prune();
  trainer.train();
  trainer.write(argv[1]);
}
