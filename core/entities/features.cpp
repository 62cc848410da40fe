#include "entities/features.h"

#include <algorithm>
#include <string>

#include "text/unicode.h"

namespace manicule {
namespace {

/// Template numbers. A template that is dropped leaves its number free.
enum Template : std::uint32_t {
  kBias = 1,
  kWord,
  kWordShape,
  kWordBefore,
  kWordAfter,
  kWordBefore2,
  kWordAfter2,
  kPairBefore,
  kPairAfter,
  kBeforeShape,
  kAfterShape,
  kShapesBefore,
  kShapesAfter,
  kShapes3,
  kShapes5,
  kAffix,  // and the next five
  kSuffixBefore = kAffix + 6,
  kSuffixAfter,
  kInitial,
  kLeft,
  kRight,
  kLeftPosition,
  kRunFirst,
  kRunLast,
  kRunPosition,
  kTokenPart,
  kQuotes,
  kTwoBefore,
  kTwoAfter,
  kLists,
  kListsBefore,
  kListsAfter,
  kListBit,
  kListBitShape,
  kListBitBefore,
  kListBitAfter,
  kHyphens,
  kSuffixShapeBefore,
  kBeforeSuffix,
  kLeft2,
  kTriggersLeft,
  kAhead,
  kTriggersAhead,
  kBehind,
  kBehindWord,
  kDistances,
  kQuoteSize,
  kQuoteLeft,
  kQuoteTriggers,
  kSpaced,
  kSpacedWord,
  kSpacedBefore,
  kSpacedTriggers,
  kTriggers3,
  kClass,
  kClassBefore,
  kClassAfter,
  kClassBefore2,
  kClassAfter2,
  kClassOrdinary,
  kClassPairBefore,
  kClassPairAfter,
  kClassesAround,
  kClassLeft,
  kClassRight,
  kClassLeft2
};

std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  a = (a ^ (b + 0x9E3779B97F4A7C15 + (a << 6) + (a >> 2))) * 0xBF58476D1CE4E5B9;
  return a ^ (a >> 29);
}

Feature hash(std::uint32_t number, std::uint64_t a) {
  const std::uint64_t h = (a + number * 0x9E3779B97F4A7C15) * 0x94D049BB133111EB;
  return static_cast<Feature>((h ^ (h >> 31)) * 0xD6E8FEB86659FD93 >> (64 - kFeatureBits));
}
Feature hash(std::uint32_t number, std::uint64_t a, std::uint64_t b) {
  return hash(number, mix(a, b));
}

constexpr std::uint64_t triggers(ListBits bits) {
  return bits >> (4 * static_cast<unsigned>(NameList::kPersonTrigger));
}

}  // namespace

Feature feature(std::uint32_t number, std::uint64_t value) { return hash(number, value); }

FeatureExtractor::FeatureExtractor(std::string_view utf8, const NameWords& words,
                                   const Gazetteer& names, const WordClasses& classes)
    : utf8_(utf8), words_(words), names_(names), classes_(classes) {
  lists_.assign(words.words.size(), 0);
  run_of_.resize(words.words.size());
  count_words();
}

void FeatureExtractor::count_words() {
  WordMap<std::uint32_t> seen;
  fact_of_.reserve(words_.words.size());
  for (const NameWord& word : words_.words) {
    std::uint32_t& number = seen[word.key];
    if (number == 0) {
      facts_.emplace_back();
      facts_.back().lower_class = classes_.find(word.key, false);
      facts_.back().name_class = classes_.find(word.key, true);
      number = static_cast<std::uint32_t>(facts_.size());
    }
    WordFacts& facts = facts_[number - 1];
    constexpr std::uint16_t kMany = 1000;
    if (facts.count < kMany) {
      ++facts.count;
      facts.lower = static_cast<std::uint16_t>(facts.lower + (word.shape == WordShape::kLower));
      facts.capital = static_cast<std::uint16_t>(facts.capital +
                                                 (!word.initial && looks_like_name(word.shape)));
    }
    if (word.open && !facts.has_affixes) find_affixes(word, facts);
    fact_of_.push_back(number - 1);
  }
}

void FeatureExtractor::find_affixes(const NameWord& word, WordFacts& facts) {
  static constexpr std::uint32_t kLongest = 4;
  facts.has_affixes = true;
  std::string folded;
  fold_append(folded, utf8_.substr(word.span.begin, word.span.size()));
  const std::string_view all = folded;
  std::uint32_t at = 0;
  for (std::uint32_t n = 1; n <= kLongest; ++n) {
    if (at < all.size()) at += decode(all, at).size;
    if (n >= 2) facts.affixes[n - 2] = static_cast<std::uint32_t>(word_key(all.substr(0, at)));
  }
  at = static_cast<std::uint32_t>(all.size());
  for (std::uint32_t n = 1; n <= kLongest; ++n) {
    if (at > 0) at = previous(all, at);
    if (n >= 2) facts.affixes[3 + n - 2] = static_cast<std::uint32_t>(word_key(all.substr(at)));
  }
}

void FeatureExtractor::find_runs(const NameSentence& sentence) {
  Run last{sentence.begin, sentence.begin, sentence.begin};
  for (std::uint32_t begin = sentence.begin; begin < sentence.end;) {
    std::uint32_t end = begin;
    while (end < sentence.end && !looks_like_name(words_.words[end].shape)) ++end;
    last.next = end;
    for (; begin < end; ++begin) run_of_[begin] = last;
    while (end < sentence.end && looks_like_name(words_.words[end].shape)) ++end;
    last = {begin, end, end};
    for (; begin < end; ++begin) run_of_[begin] = last;
  }
}

void FeatureExtractor::enter(const NameSentence& sentence) {
  sentence_ = sentence;
  names_.mark(words_.words, sentence, lists_);
  find_runs(sentence);
}

void FeatureExtractor::features(std::uint32_t i, std::vector<Feature>& out) const {
  out.clear();
  const auto in = [&](std::uint32_t j) { return j >= sentence_.begin && j < sentence_.end; };
  const auto key = [&](std::uint32_t j) -> std::uint64_t {
    return in(j) ? words_.words[j].key : 1;
  };
  const auto shape = [&](std::uint32_t j) -> std::uint64_t {
    return in(j) ? 2 + static_cast<std::uint64_t>(words_.words[j].shape) : 1;
  };
  const auto affix = [&](std::uint32_t j, std::uint32_t n) -> std::uint64_t {
    return in(j) ? facts_[fact_of_[j]].affixes[n] : 1;
  };
  const auto lists = [&](std::uint32_t j) -> ListBits { return in(j) ? lists_[j] : 0; };

  const auto word_class = [&](std::uint32_t j) -> std::uint64_t {
    if (!in(j)) return 1;
    const WordFacts& facts = facts_[fact_of_[j]];
    const bool as_name = looks_like_name(words_.words[j].shape) &&
                         (!words_.words[j].initial || facts.lower_class == 0);
    return 2 + (as_name ? facts.name_class : facts.lower_class) * std::uint64_t{2} + as_name;
  };

  const NameWord& word = words_.words[i];
  const WordFacts& facts = facts_[fact_of_[i]];
  const std::uint64_t casing = static_cast<std::uint64_t>(sentence_.casing);
  const std::uint64_t s0 = shape(i) + 32 * casing;
  const std::uint64_t w0 = word.key;

  out.push_back(hash(kBias, s0));
  out.push_back(hash(kWord, w0));
  out.push_back(hash(kWordShape, w0, s0));
  out.push_back(hash(kWordBefore, key(i - 1)));
  out.push_back(hash(kWordAfter, key(i + 1)));
  out.push_back(hash(kWordBefore2, key(i - 2)));
  out.push_back(hash(kWordAfter2, key(i + 2)));
  out.push_back(hash(kPairBefore, key(i - 1), w0));
  out.push_back(hash(kPairAfter, w0, key(i + 1)));
  out.push_back(hash(kBeforeShape, key(i - 1), s0));
  out.push_back(hash(kAfterShape, key(i + 1), s0));
  out.push_back(hash(kShapesBefore, shape(i - 1), s0));
  out.push_back(hash(kShapesAfter, shape(i + 1), s0));
  out.push_back(hash(kShapes3, shape(i - 1) * 64 + shape(i + 1), s0));
  out.push_back(
      hash(kShapes5, mix(shape(i - 2) * 64 + shape(i - 1), shape(i + 1) * 64 + shape(i + 2)), s0));
  for (std::uint32_t n = 0; n < kAffixes; ++n) out.push_back(hash(kAffix + n, facts.affixes[n]));
  out.push_back(hash(kSuffixBefore, affix(i - 1, 4)));
  out.push_back(hash(kSuffixAfter, affix(i + 1, 4)));
  out.push_back(hash(kSuffixShapeBefore, facts.affixes[4], shape(i - 1) * 64 + s0));
  out.push_back(hash(kBeforeSuffix, key(i - 1), facts.affixes[4]));
  out.push_back(hash(kTwoBefore, key(i - 2), key(i - 1)));
  out.push_back(hash(kTwoAfter, key(i + 1), key(i + 2)));

  const std::uint64_t seen = (facts.lower > 0 ? 1 : 0) +
                             (facts.capital > (word.initial ? 0 : 1) ? 2 : 0) +
                             (word.initial ? 4 : 0);
  out.push_back(hash(kInitial, s0, seen));

  const std::uint64_t c0 = word_class(i), before_class = word_class(i - 1),
                      after_class = word_class(i + 1);
  out.push_back(hash(kClass, c0));
  out.push_back(hash(kClassBefore, before_class, s0));
  out.push_back(hash(kClassAfter, after_class, s0));
  out.push_back(hash(kClassBefore2, word_class(i - 2)));
  out.push_back(hash(kClassAfter2, word_class(i + 2)));
  out.push_back(hash(kClassPairBefore, word_class(i - 2), before_class));
  out.push_back(hash(kClassPairAfter, after_class, word_class(i + 2)));
  out.push_back(hash(kClassesAround, before_class * 4096 + after_class, s0));
  if (looks_like_name(word.shape)) {
    out.push_back(hash(kClassOrdinary, facts.lower_class, s0 * 8 + seen));
  }

  const Run run = run_of_[i];
  if (looks_like_name(word.shape)) {
    const std::uint64_t place = std::min(i - run.begin, 3U) * 4 + std::min(run.end - 1 - i, 3U);
    const std::uint32_t left = run.begin - 1;
    out.push_back(hash(kLeft, key(left), s0));
    out.push_back(hash(kLeft2, key(left - 1), key(left)));
    out.push_back(hash(kRight, key(run.end), s0));
    out.push_back(hash(kClassLeft, word_class(left), place));
    out.push_back(hash(kClassLeft2, word_class(left - 1), word_class(left)));
    out.push_back(hash(kClassRight, word_class(run.end), place));
    out.push_back(hash(kLeftPosition, key(left), place));
    out.push_back(hash(kRunFirst, key(run.begin), place));
    out.push_back(hash(kRunLast, key(run.end - 1), place));
    out.push_back(hash(kRunPosition, place, s0));
    const std::uint64_t near = mix(triggers(lists(left)), triggers(lists(left - 1)));
    out.push_back(hash(kTriggersLeft, near, s0));
  } else {
    const std::uint64_t ahead = std::min(run.next - i, 6U) * 2 + (run.next < sentence_.end ? 1 : 0);
    const std::uint64_t behind = run.begin < run.end ? std::min(i - run.end, 6U) : 7;
    out.push_back(hash(kAhead, w0, ahead));
    out.push_back(hash(kTriggersAhead, triggers(lists(i)), ahead));
    out.push_back(hash(kBehind, key(run.begin), behind));
    out.push_back(hash(kBehindWord, key(run.begin), w0));
    out.push_back(hash(kDistances, behind * 16 + ahead, s0));
  }
  if (word.hyphen_before || word.hyphen_after) {
    const std::uint64_t where = (word.hyphen_before ? 1 : 0) + (word.hyphen_after ? 2 : 0);
    out.push_back(hash(kTokenPart, word.token_key, where));
    out.push_back(hash(kHyphens, mix(where, s0), shape(i - 1) * 64 + shape(i + 1)));
  }
  if (i < word.quote_end) {
    const std::uint64_t place =
        std::min(i - word.quote_begin, 2U) * 4 + std::min(word.quote_end - 1 - i, 2U);
    const std::uint64_t size = std::min(word.quote_end - word.quote_begin, 9U);
    const std::uint64_t first = shape(word.quote_begin);
    out.push_back(hash(kQuotes, place, s0 * 64 + first));
    out.push_back(hash(kQuoteSize, size, place * 64 + first));
    out.push_back(hash(kQuoteLeft, key(word.quote_begin - 2), first));
    out.push_back(hash(
        kQuoteTriggers,
        mix(triggers(lists(word.quote_begin - 2)), triggers(lists(word.quote_begin - 3))), first));
  }
  if (words_.spaced_marks) {
    out.push_back(hash(kSpaced, s0));
    out.push_back(hash(kSpacedWord, w0));
    out.push_back(hash(kSpacedBefore, key(i - 1), s0));
    out.push_back(hash(kSpacedTriggers, mix(triggers(lists(i)), triggers(lists(i - 1))), s0));
  }

  const ListBits mine = lists(i), before = lists(i - 1), after = lists(i + 1);
  out.push_back(hash(kLists, mine, s0));
  out.push_back(
      hash(kTriggers3, mix(triggers(lists(i - 2)), triggers(before)), triggers(mine) * 64 + s0));
  if ((mine | before) != 0) out.push_back(hash(kListsBefore, before, mine));
  if ((mine | after) != 0) out.push_back(hash(kListsAfter, after, mine));
  const auto each_bit = [&](ListBits bits, std::uint32_t number) {
    for (std::uint64_t bit = 0; bits != 0; ++bit, bits >>= 1) {
      if ((bits & 1) != 0) out.push_back(hash(number, bit));
    }
  };
  each_bit(mine, kListBit);
  each_bit(before, kListBitBefore);
  each_bit(after, kListBitAfter);
}

std::uint32_t templates_hash() {
  const std::string text = "Le Val-d'Oise, \"selon\" Ada B. de Rom 42 fois";
  NameWords words;
  NameSentence sentence;
  std::uint32_t begin = 0;
  for (std::uint32_t at = 0; at <= text.size(); ++at) {
    if (at < text.size() && text[at] != ' ') continue;
    NameWord word;
    word.span = {begin, at};
    word.key = word.token_key = word_key(fold(std::string_view(text).substr(begin, at - begin)));
    word.shape = static_cast<WordShape>(words.words.size() % 15);
    word.hyphen_before = word.initial = words.words.size() % 3 == 0;
    word.open = true;
    words.words.push_back(word);
    begin = at + 1;
  }
  sentence.end = static_cast<std::uint32_t>(words.words.size());
  const Gazetteer none;
  const WordClasses no_classes;
  FeatureExtractor extractor(text, words, none, no_classes);
  extractor.enter(sentence);
  std::uint64_t total = kFeatureBits;
  std::vector<Feature> features;
  for (std::uint32_t i = 0; i < sentence.end; ++i) {
    extractor.features(i, features);
    for (const Feature feature : features) total = mix(total, feature);
  }
  return static_cast<std::uint32_t>(total >> 32);
}

}  // namespace manicule
