#include "entities/family_names.h"

#include <algorithm>
#include <string>
#include <utility>

#include "lexicon/word_map.h"
#include "text/unicode.h"

namespace manicule {
namespace {

constexpr auto kPerson = static_cast<std::size_t>(EntityKind::kPerson);
/// Full names that are less probable are not trusted.
constexpr float kSure = 0.7F;
/// A family name alone must be a person at least as probably as this where it stands.
constexpr float kLeast = 0.05F;
constexpr std::uint32_t kShortest = 4;  // bytes

bool may_be_family_name(const NameWord& word) {
  return (word.shape == WordShape::kCapitalized || word.shape == WordShape::kCamel) &&
         word.span.size() >= kShortest && !word.hyphen_before && !word.hyphen_after;
}

/// By the key of the family name: the probability of the surest full name.
WordMap<float> family_names(const NameWords& words, const FoundNames& names) {
  WordMap<float> families;
  for (std::size_t i = 0; i < names.ranges.size(); ++i) {
    const NameRange range = names.ranges[i];
    const float probability = names.spans[i].kinds[kPerson];
    const NameWord& last = words.words[range.end - 1];
    if (range.end - range.begin < 2 || probability < kSure || !may_be_family_name(last)) continue;
    float& best = families[last.key];
    best = std::max(best, probability);
  }
  return families;
}

const float* find_family(std::string_view utf8, const NameWord& word,
                         const WordMap<float>& families) {
  if (const float* same = families.find(word.key)) return same;
  const std::string_view text = utf8.substr(word.span.begin, word.span.size());
  if (text.back() != 's') return nullptr;
  return families.find(word_key(fold(text.substr(0, text.size() - 1))));
}

}  // namespace

void find_family_names(std::string_view utf8, const NameWords& words,
                       const std::vector<LabelRow>& scores, const Transitions& exp_transitions,
                       FoundNames& names) {
  const WordMap<float> families = family_names(words, names);
  if (families.size() == 0) return;
  FoundNames out;
  std::size_t next = 0;
  Lattice lattice;
  for (const OpenRun& run : open_runs(words)) {
    bool summed = false;
    for (std::uint32_t i = run.begin; i < run.end; ++i) {
      for (; next < names.ranges.size() && names.ranges[next].begin <= i; ++next) {
        out.ranges.push_back(names.ranges[next]);
        out.spans.push_back(names.spans[next]);
      }
      const NameWord& word = words.words[i];
      const bool inside = !out.ranges.empty() && out.ranges.back().end > i;
      if (inside || !may_be_family_name(word)) continue;
      const float* whole = find_family(utf8, word, families);
      if (whole == nullptr) continue;
      if (!summed) lattice.sum(&scores[run.begin], run.end - run.begin, exp_transitions);
      summed = true;
      const std::uint32_t at = i - run.begin;
      const float alone =
          lattice.name_probability(at, at + 1, EntityKind::kPerson, exp_transitions);
      if (alone < kLeast) continue;
      NamedSpan name{word.span, EntityKind::kPerson, 0, {}};
      name.kinds[kPerson] = (alone + *whole) / 2;
      out.ranges.push_back({i, i + 1});
      out.spans.push_back(name);
    }
  }
  for (; next < names.ranges.size(); ++next) {
    out.ranges.push_back(names.ranges[next]);
    out.spans.push_back(names.spans[next]);
  }
  names = std::move(out);
}

}  // namespace manicule
