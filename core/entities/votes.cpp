#include "entities/votes.h"

#include <algorithm>

#include "entities/templates.h"

namespace manicule {
namespace {

constexpr std::uint16_t kMany = 1000;

}  // namespace

Votes::Votes(const NameWords& words, const std::vector<Label>& labels)
    : labels_(labels), counts_of_(words.words.size(), 0), counts_(1) {
  WordMap<std::uint32_t> numbers;
  for (std::size_t i = 0; i < words.words.size(); ++i) {
    const NameWord& word = words.words[i];
    if (!looks_like_name(word.shape)) continue;
    std::uint32_t& number = numbers[word.key];
    if (number == 0) {
      number = static_cast<std::uint32_t>(counts_.size());
      counts_.push_back({});
    }
    counts_of_[i] = number;
    std::uint16_t& count = counts_[number][labels[i]];
    count = std::min(kMany, static_cast<std::uint16_t>(count + 1));
  }
}

std::uint32_t Votes::verdict(std::uint32_t i) const {
  if (i >= counts_of_.size() || counts_of_[i] == 0) return 0;
  Counts counts = counts_[counts_of_[i]];
  --counts[labels_[i]];
  std::uint32_t total = 0;
  std::size_t best = 0;
  for (std::size_t y = 0; y < kLabels; ++y) {
    total += counts[y];
    if (counts[y] > counts[best]) best = y;
  }
  if (total == 0) return 1;
  const std::uint32_t share = counts[best] == total ? 2 : counts[best] * 2 > total ? 1 : 0;
  const std::uint32_t size = total == 1 ? 0 : total < 4 ? 1 : 2;
  return static_cast<std::uint32_t>(2 + (best * 3 + share) * 3 + size);
}

void Votes::features(std::uint32_t i, std::vector<Feature>& out) const {
  out.clear();
  const std::uint32_t mine = verdict(i);
  if (mine == 0) return;
  const std::uint32_t before = i > 0 ? verdict(i - 1) : 0;
  const std::uint32_t after = verdict(i + 1);
  if (mine <= 1 && before <= 1 && after <= 1) return;
  const auto label = [](std::uint32_t v) { return v < 2 ? v : 2 + (v - 2) / 9; };
  out.push_back(feature(kVote, mine));
  out.push_back(feature(kVoteAfter, label(mine) * 64 + label(after)));
  out.push_back(feature(kVoteBefore, label(mine) * 64 + label(before)));
  out.push_back(feature(kVoteOwn, label(mine) * 64 + labels_[i]));
}

}  // namespace manicule
