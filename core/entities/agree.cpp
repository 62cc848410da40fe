#include "entities/agree.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

#include "entities/gazetteer.h"
#include "lexicon/word_map.h"

namespace manicule {
namespace {

using KindScores = std::array<float, kKinds>;

/// Smaller probabilities count as much, so that no mention alone outvotes all others.
constexpr float kLeastOfSame = 1e-3F, kLeastOfPart = 0.05F;
/// What a name says of a longer one that it begins or ends, and the other way round.
constexpr float kPartWeight = 0.3F;
/// Longer names, in words, are neither taken apart nor looked for elsewhere.
constexpr std::uint32_t kLongest = 12;

KindScores log_shares(const NamedSpan& name, float least) {
  float total = 0;
  for (const float p : name.kinds) total += p;
  KindScores out{};
  for (std::size_t k = 0; k < kKinds; ++k) out[k] = std::log(name.kinds[k] / total + least);
  return out;
}

/// What the mentions of one wording say of its kind.
struct Opinion {
  KindScores strict{};  ///< the sum of what each says
  KindScores loose{};   ///< the same for names that share a word with it
  float mentions = 0;

  void add(const NamedSpan& name) {
    const KindScores same = log_shares(name, kLeastOfSame), part = log_shares(name, kLeastOfPart);
    for (std::size_t k = 0; k < kKinds; ++k) {
      strict[k] += same[k];
      loose[k] += part[k];
    }
    ++mentions;
  }
};

WordKey key_of(const NameWords& words, NameRange range) {
  WordKey key = 0;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    key = phrase_key(key, words.words[i].key);
  }
  return key;
}

bool is_long(NameRange range) { return range.end - range.begin >= 2; }

void agree_on_kinds(const NameWords& words, FoundNames& names) {
  const std::size_t size = names.spans.size();
  std::vector<WordKey> keys(size);
  WordMap<Opinion> opinions;
  WordMap<KindScores> hints;  // what other names say
  for (std::size_t i = 0; i < size; ++i) {
    keys[i] = key_of(words, names.ranges[i]);
    opinions[keys[i]].add(names.spans[i]);
  }
  const auto hint = [&](WordKey to, WordKey from) {
    const Opinion& opinion = *opinions.find(from);
    KindScores& sum = hints[to];
    for (std::size_t k = 0; k < kKinds; ++k) {
      sum[k] += kPartWeight * opinion.loose[k] / opinion.mentions;
    }
  };
  WordMap<bool> done;
  for (std::size_t i = 0; i < size; ++i) {
    if (!is_long(names.ranges[i]) || done.contains(keys[i])) continue;
    done[keys[i]] = true;
    const auto [begin, end] = names.ranges[i];
    if (end - begin > kLongest) continue;
    for (std::uint32_t cut = begin + 1; cut < end; ++cut) {
      // Not so where another word joins them: "City of Paris" is no place.
      const WordKey front = key_of(words, {begin, cut}), back = key_of(words, {cut, end});
      if (looks_like_name(words.words[cut].shape) && opinions.contains(front)) hint(front, keys[i]);
      if (!looks_like_name(words.words[cut - 1].shape) || !opinions.contains(back)) continue;
      hint(back, keys[i]);
      hint(keys[i], back);
    }
  }
  for (std::size_t i = 0; i < size; ++i) {
    KindScores scores = opinions.find(keys[i])->strict;
    if (const KindScores* more = hints.find(keys[i])) {
      for (std::size_t k = 0; k < kKinds; ++k) scores[k] += (*more)[k];
    }
    names.spans[i].kind =
        static_cast<EntityKind>(std::max_element(scores.begin(), scores.end()) - scores.begin());
  }
}

/// A name that is less probable is not looked for elsewhere.
constexpr float kSure = 0.6F;

/// The names of two or more words, by their words. (One word may well be another thing elsewhere.)
class Repeats {
 public:
  Repeats(const NameWords& words, const FoundNames& names) : words_(words), names_(names) {
    for (std::uint32_t i = 0; i < names.ranges.size(); ++i) {
      const NameRange range = names.ranges[i];
      const NamedSpan& name = names.spans[i];
      if (!is_long(range) || range.end - range.begin > kLongest) continue;
      if (name.kinds[static_cast<std::size_t>(name.kind)] < kSure) continue;
      std::uint32_t& longest = longest_[words.words[range.begin].key];
      longest = std::max(longest, range.end - range.begin);
      std::uint32_t& number = numbers_[key_of(words, range)];
      if (number == 0) number = i + 1;
    }
  }

  /// The longest of them that begins with word `at` and does not go beyond `limit`: its number,
  /// from 1, and how many words it has; zeros if there is none.
  std::pair<std::uint32_t, std::uint32_t> find(std::uint32_t at, std::uint32_t limit) const {
    const std::uint32_t* longest = longest_.find(words_.words[at].key);
    if (longest == nullptr) return {0, 0};
    std::pair<std::uint32_t, std::uint32_t> best{0, 0};
    WordKey key = 0;
    for (std::uint32_t size = 1; size <= *longest && at + size <= limit; ++size) {
      key = phrase_key(key, words_.words[at + size - 1].key);
      const std::uint32_t* number = numbers_.find(key);
      if (number != nullptr && is_written_alike(*number - 1, at)) best = {*number, size};
    }
    return best;
  }

  const NamedSpan& name(std::uint32_t number) const { return names_.spans[number - 1]; }

 private:
  bool is_written_alike(std::uint32_t i, std::uint32_t at) const {
    const NameRange range = names_.ranges[i];
    for (std::uint32_t w = range.begin; w < range.end; ++w) {
      if (looks_like_name(words_.words[w].shape) &&
          !looks_like_name(words_.words[at + w - range.begin].shape))
        return false;
    }
    return true;
  }

  const NameWords& words_;
  const FoundNames& names_;
  WordMap<std::uint32_t> longest_;  // by the key of the first word
  WordMap<std::uint32_t> numbers_;  // by the key of all, counted from 1
};

void agree_on_words(const NameWords& words, FoundNames& names) {
  const Repeats repeats(words, names);
  FoundNames out;
  std::size_t next = 0;  // the first name that ends after the word looked at
  const auto keep_until = [&](std::uint32_t begin) {
    for (; next < names.ranges.size() && names.ranges[next].begin < begin; ++next) {
      out.ranges.push_back(names.ranges[next]);
      out.spans.push_back(names.spans[next]);
    }
  };
  for (const NameSentence& sentence : words.sentences) {
    for (std::uint32_t at = sentence.begin; at < sentence.end; ++at) {
      keep_until(at);
      const bool inside = !out.ranges.empty() && out.ranges.back().end > at;
      if (inside || !words.words[at].open) continue;
      const auto [number, size] = repeats.find(at, sentence.end);
      if (number == 0) continue;
      // A name that goes on after these words, or is made of them, stays.
      std::size_t last = next;
      while (last < names.ranges.size() && names.ranges[last].begin < at + size) ++last;
      const std::uint32_t end = last > next ? names.ranges[last - 1].end : 0;
      if (end > at + size ||
          (last == next + 1 && end == at + size && names.ranges[next].begin == at))
        continue;
      NamedSpan name = repeats.name(number);
      name.span = {words.words[at].span.begin, words.words[at + size - 1].span.end};
      out.ranges.push_back({at, at + size});
      out.spans.push_back(name);
      next = last;
    }
  }
  keep_until(static_cast<std::uint32_t>(words.words.size()));
  names = std::move(out);
}

}  // namespace

void agree_on_names(const NameWords& words, FoundNames& names) {
  agree_on_kinds(words, names);
  agree_on_words(words, names);
}

}  // namespace manicule
