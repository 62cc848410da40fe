#include "exchange.h"

#include <algorithm>
#include <cmath>

namespace manicule::train {
namespace {

struct Neighbour {
  std::uint32_t word, count;
};

/// For each word its neighbours on one side, with how often.
std::vector<std::vector<Neighbour>> neighbours(const std::vector<std::uint32_t>& text,
                                               std::uint32_t words, bool left) {
  std::vector<std::vector<std::uint32_t>> lists(words + 1);
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    lists[text[left ? i + 1 : i]].push_back(text[left ? i : i + 1]);
  }
  std::vector<std::vector<Neighbour>> out(words + 1);
  for (std::size_t w = 0; w < lists.size(); ++w) {
    std::sort(lists[w].begin(), lists[w].end());
    for (const std::uint32_t word : lists[w]) {
      if (out[w].empty() || out[w].back().word != word) out[w].push_back({word, 0});
      ++out[w].back().count;
    }
  }
  return out;
}

class Exchange {
 public:
  Exchange(const std::vector<std::uint32_t>& text, std::uint32_t words, std::uint32_t classes)
      : classes_(classes),
        before_(neighbours(text, words, true)),
        after_(neighbours(text, words, false)),
        class_of_(words + 1),
        pairs_(std::size_t{classes} * classes),
        lefts_(classes),
        rights_(classes),
        left_(classes),
        right_(classes) {
    logs_.resize(text.size() + 2);
    for (std::size_t n = 1; n < logs_.size(); ++n) {
      logs_[n] = static_cast<double>(n) * std::log(static_cast<double>(n));
    }
    // The last class but one takes the rare words, the last is that of what stands between texts.
    for (std::uint32_t w = 1; w <= words; ++w) class_of_[w] = std::min(w - 1, classes - 2);
    class_of_[0] = classes - 1;
    for (std::size_t w = 0; w < after_.size(); ++w) {
      for (const Neighbour& next : after_[w]) {
        const std::uint32_t a = class_of_[w], b = class_of_[next.word];
        pairs_[a * classes_ + b] += next.count;
        lefts_[a] += next.count;
        rights_[b] += next.count;
      }
    }
  }

  /// Moves each word to the class that raises the likelihood most; returns how many moved.
  std::uint32_t run() {
    std::uint32_t moved = 0;
    for (std::uint32_t w = 1; w < class_of_.size(); ++w) moved += move(w);
    return moved;
  }

  std::vector<std::uint32_t> result() const { return class_of_; }

 private:
  double log_of(std::int64_t n) const { return logs_[static_cast<std::size_t>(n)]; }

  /// Adds the bigrams of word `w`, as a member of `to`, `sign` times.
  void add(std::uint32_t to, int sign) {
    for (const std::uint32_t c : left_used_) pairs_[c * classes_ + to] += sign * left_[c];
    for (const std::uint32_t c : right_used_) pairs_[to * classes_ + c] += sign * right_[c];
    pairs_[to * classes_ + to] += sign * self_;
    lefts_[to] += sign * (right_total_ + self_);
    rights_[to] += sign * (left_total_ + self_);
  }

  void gather(std::uint32_t w) {
    for (const std::uint32_t c : left_used_) left_[c] = 0;
    for (const std::uint32_t c : right_used_) right_[c] = 0;
    left_used_.clear();
    right_used_.clear();
    self_ = left_total_ = right_total_ = 0;
    for (const Neighbour& n : before_[w]) {
      if (n.word == w) continue;
      const std::uint32_t c = class_of_[n.word];
      if (left_[c] == 0) left_used_.push_back(c);
      left_[c] += n.count;
      left_total_ += n.count;
    }
    for (const Neighbour& n : after_[w]) {
      if (n.word == w) {
        self_ = n.count;
        continue;
      }
      const std::uint32_t c = class_of_[n.word];
      if (right_[c] == 0) right_used_.push_back(c);
      right_[c] += n.count;
      right_total_ += n.count;
    }
  }

  /// What the likelihood gains when the word that was gathered joins class `to`.
  double gain(std::uint32_t to) const {
    double sum = 0;
    const auto change = [&](std::int64_t count, std::int64_t more) {
      sum += log_of(count + more) - log_of(count);
    };
    for (const std::uint32_t c : left_used_) {
      if (c != to) change(pairs_[c * classes_ + to], left_[c]);
    }
    for (const std::uint32_t c : right_used_) {
      if (c != to) change(pairs_[to * classes_ + c], right_[c]);
    }
    change(pairs_[to * classes_ + to], self_ + left_[to] + right_[to]);
    sum -= log_of(lefts_[to] + right_total_ + self_) - log_of(lefts_[to]);
    sum -= log_of(rights_[to] + left_total_ + self_) - log_of(rights_[to]);
    return sum;
  }

  bool move(std::uint32_t w) {
    gather(w);
    const std::uint32_t from = class_of_[w];
    add(from, -1);
    std::uint32_t best = from;
    double most = gain(from) + 1e-9;
    for (std::uint32_t c = 0; c + 1 < classes_; ++c) {
      const double now = c == from ? most : gain(c);
      if (now > most) {
        most = now;
        best = c;
      }
    }
    class_of_[w] = best;
    add(best, 1);
    return best != from;
  }

  std::uint32_t classes_;
  std::vector<std::vector<Neighbour>> before_, after_;
  std::vector<std::uint32_t> class_of_;
  std::vector<std::int64_t> pairs_, lefts_, rights_;
  std::vector<std::int64_t> left_, right_;  // neighbours of the word gathered, by class
  std::vector<std::uint32_t> left_used_, right_used_;
  std::int64_t self_ = 0, left_total_ = 0, right_total_ = 0;
  std::vector<double> logs_;  // n log n
};

}  // namespace

std::vector<std::uint32_t> exchange_classes(const std::vector<std::uint32_t>& text,
                                            std::uint32_t words, std::uint32_t classes,
                                            int iterations) {
  Exchange exchange(text, words, classes);
  for (int i = 0; i < iterations; ++i) {
    if (exchange.run() == 0) break;
  }
  return exchange.result();
}

}  // namespace manicule::train
