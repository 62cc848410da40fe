#include "entities/lattice.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace manicule {

Transitions exp_of(const Transitions& transitions) {
  Transitions out{};
  for (std::size_t a = 0; a < kLabels; ++a) {
    for (std::size_t b = 0; b < kLabels; ++b) {
      if (transitions[a][b] > kImpossible / 2) out[a][b] = std::exp(transitions[a][b]);
    }
  }
  return out;
}

const std::vector<Label>& Lattice::best(const LabelRow* scores, std::size_t n,
                                        const Transitions& transitions) {
  labels_.assign(n, kOutside);
  if (n == 0) return labels_;
  best_.resize(n);
  for (std::size_t y = 0; y < kRow; ++y) best_[0][y] = transitions[kOutside][y] + scores[0][y];
  for (std::size_t i = 1; i < n; ++i) {
    LabelRow now;
    now.fill(2 * kImpossible);
    for (std::size_t a = 0; a < kLabels; ++a) {
      const float base = best_[i - 1][a];
      for (std::size_t y = 0; y < kRow; ++y) now[y] = std::max(now[y], base + transitions[a][y]);
    }
    for (std::size_t y = 0; y < kRow; ++y) best_[i][y] = now[y] + scores[i][y];
  }
  // Finding again where a score came from costs less than noting it for every label.
  Label next = kOutside;
  for (std::size_t i = n; i > 0; --i) {
    float top = -std::numeric_limits<float>::infinity();
    for (std::size_t y = 0; y < kLabels; ++y) {
      const float score = best_[i - 1][y] + transitions[y][next];
      if (score > top) {
        top = score;
        labels_[i - 1] = static_cast<Label>(y);
      }
    }
    next = labels_[i - 1];
  }
  return labels_;
}

void Lattice::sum(const LabelRow* scores, std::size_t n, const Transitions& exp_transitions,
                  const std::uint32_t* allowed) {
  potential_.resize(n);
  forward_.resize(n);
  backward_.resize(n);
  scale_.resize(n + 1);
  log_sum_ = 0;
  for (std::size_t i = 0; i < n; ++i) {
    const std::uint32_t labels = allowed != nullptr ? allowed[i] : kEveryLabel;
    // The best of those that count gets 1, so that not all of them vanish beside one that does not.
    float top = kImpossible;
    for (std::size_t y = 0; y < kLabels; ++y) {
      if ((labels >> y & 1) != 0) top = std::max(top, scores[i][y]);
    }
    LabelRow& p = potential_[i];
    p.fill(0);
    for (std::size_t y = 0; y < kLabels; ++y) {
      if ((labels >> y & 1) != 0) p[y] = std::exp(scores[i][y] - top);
    }
    log_sum_ += top;

    LabelRow f{};
    if (i == 0) {
      f = exp_transitions[kOutside];
    } else {
      for (std::size_t a = 0; a < kLabels; ++a) {
        const float before = forward_[i - 1][a];
        if (before == 0) continue;
        for (std::size_t y = 0; y < kRow; ++y) f[y] += before * exp_transitions[a][y];
      }
    }
    float total = 0;
    for (std::size_t y = 0; y < kRow; ++y) {
      f[y] *= p[y];
      total += f[y];
    }
    total = std::max(total, std::numeric_limits<float>::min());
    for (std::size_t y = 0; y < kRow; ++y) f[y] /= total;
    scale_[i] = total;
    log_sum_ += std::log(total);
    forward_[i] = f;
  }
  if (n == 0) return;
  float last = 0;
  for (std::size_t y = 0; y < kLabels; ++y)
    last += forward_[n - 1][y] * exp_transitions[y][kOutside];
  last = std::max(last, std::numeric_limits<float>::min());
  scale_[n] = last;
  log_sum_ += std::log(last);

  backward_[n - 1].fill(0);
  for (std::size_t y = 0; y < kLabels; ++y)
    backward_[n - 1][y] = exp_transitions[y][kOutside] / last;
  for (std::size_t i = n - 1; i > 0; --i) {
    LabelRow after{};
    for (std::size_t y = 0; y < kRow; ++y)
      after[y] = potential_[i][y] * backward_[i][y] / scale_[i];
    backward_[i - 1].fill(0);
    for (std::size_t a = 0; a < kLabels; ++a) {
      float total = 0;
      for (std::size_t y = 0; y < kRow; ++y) total += exp_transitions[a][y] * after[y];
      backward_[i - 1][a] = total;
    }
  }
}

void Lattice::add_transitions(const Transitions& exp_transitions, float factor,
                              Transitions& total) const {
  const std::size_t n = forward_.size();
  for (std::size_t y = 0; y < kLabels; ++y) {
    total[kOutside][y] += factor * marginal(0, static_cast<Label>(y));
    total[y][kOutside] += factor * marginal(n - 1, static_cast<Label>(y));
  }
  for (std::size_t i = 1; i < n; ++i) {
    LabelRow after{};
    for (std::size_t y = 0; y < kRow; ++y)
      after[y] = potential_[i][y] * backward_[i][y] / scale_[i];
    for (std::size_t a = 0; a < kLabels; ++a) {
      const float before = factor * forward_[i - 1][a];
      if (before == 0) continue;
      for (std::size_t y = 0; y < kRow; ++y)
        total[a][y] += before * exp_transitions[a][y] * after[y];
    }
  }
}

float Lattice::name_probability(std::size_t begin, std::size_t end, EntityKind kind,
                                const Transitions& exp_transitions) const {
  if (end - begin == 1) return marginal(begin, make_label(kind, Place::kUnit));
  Label before = make_label(kind, Place::kBegin);
  float probability = forward_[begin][before];
  for (std::size_t i = begin + 1; i < end; ++i) {
    const Label now = make_label(kind, i + 1 == end ? Place::kLast : Place::kInside);
    probability *= exp_transitions[before][now] * potential_[i][now] / scale_[i];
    before = now;
  }
  return std::min(1.0F, probability * backward_[end - 1][before]);
}

}  // namespace manicule
