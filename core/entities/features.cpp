#include "entities/features.h"

#include <algorithm>
#include <string>
#include <utility>

#include "entities/templates.h"
#include "text/unicode.h"

namespace manicule {
namespace {

/// What stands beyond the ends of the sentence.
constexpr std::uint64_t kNoWord = 1;

constexpr std::uint64_t triggers(ListBits bits) {
  return bits >> (4 * static_cast<unsigned>(NameList::kPersonTrigger));
}

}  // namespace

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

std::uint64_t FeatureExtractor::key(std::uint32_t word) const {
  return in_sentence(word) ? words_.words[word].key : kNoWord;
}

std::uint64_t FeatureExtractor::shape(std::uint32_t word) const {
  return in_sentence(word) ? 2 + static_cast<std::uint64_t>(words_.words[word].shape) : kNoWord;
}

std::uint64_t FeatureExtractor::shape_and_casing(std::uint32_t word) const {
  return shape(word) + 32 * static_cast<std::uint64_t>(sentence_.casing);
}

std::uint64_t FeatureExtractor::suffix(std::uint32_t word) const {
  return in_sentence(word) ? facts(word).affixes[kSuffix3] : kNoWord;
}

ListBits FeatureExtractor::lists(std::uint32_t word) const {
  return in_sentence(word) ? lists_[word] : 0;
}

std::uint64_t FeatureExtractor::word_class(std::uint32_t word) const {
  if (!in_sentence(word)) return kNoWord;
  const WordFacts& known = facts(word);
  const bool as_name = looks_like_name(words_.words[word].shape) &&
                       (!words_.words[word].initial || known.lower_class == 0);
  return 2 + (as_name ? known.name_class : known.lower_class) * std::uint64_t{2} + as_name;
}

std::uint64_t FeatureExtractor::seen_elsewhere(std::uint32_t i) const {
  const bool initial = words_.words[i].initial;
  return (facts(i).lower > 0 ? 1 : 0) + (facts(i).capital > (initial ? 0 : 1) ? 2 : 0) +
         (initial ? 4 : 0);
}

void FeatureExtractor::features(std::uint32_t i, std::vector<Feature>& out) const {
  out.clear();
  add_window(i, out);
  add_classes(i, out);
  if (looks_like_name(words_.words[i].shape)) {
    add_run(i, out);
  } else {
    add_distances(i, out);
  }
  add_hyphens(i, out);
  add_quotation(i, out);
  if (words_.spaced_marks) add_spaced(i, out);
  add_lists(i, out);
}

void FeatureExtractor::add_window(std::uint32_t i, std::vector<Feature>& out) const {
  const WordFacts& known = facts(i);
  const std::uint64_t s0 = shape_and_casing(i);
  const std::uint64_t w0 = words_.words[i].key;
  out.push_back(feature(kBias, s0));
  out.push_back(feature(kWord, w0));
  out.push_back(feature(kWordShape, w0, s0));
  out.push_back(feature(kWordBefore, key(i - 1)));
  out.push_back(feature(kWordAfter, key(i + 1)));
  out.push_back(feature(kWordBefore2, key(i - 2)));
  out.push_back(feature(kWordAfter2, key(i + 2)));
  out.push_back(feature(kPairBefore, key(i - 1), w0));
  out.push_back(feature(kPairAfter, w0, key(i + 1)));
  out.push_back(feature(kBeforeShape, key(i - 1), s0));
  out.push_back(feature(kAfterShape, key(i + 1), s0));
  out.push_back(feature(kShapesBefore, shape(i - 1), s0));
  out.push_back(feature(kShapesAfter, shape(i + 1), s0));
  out.push_back(feature(kShapes3, shape(i - 1) * 64 + shape(i + 1), s0));
  out.push_back(feature(
      kShapes5, mix(shape(i - 2) * 64 + shape(i - 1), shape(i + 1) * 64 + shape(i + 2)), s0));
  for (std::uint32_t n = 0; n < kAffixes; ++n) out.push_back(feature(kAffix + n, known.affixes[n]));
  out.push_back(feature(kSuffixBefore, suffix(i - 1)));
  out.push_back(feature(kSuffixAfter, suffix(i + 1)));
  out.push_back(feature(kSuffixShapeBefore, suffix(i), shape(i - 1) * 64 + s0));
  out.push_back(feature(kBeforeSuffix, key(i - 1), suffix(i)));
  out.push_back(feature(kTwoBefore, key(i - 2), key(i - 1)));
  out.push_back(feature(kTwoAfter, key(i + 1), key(i + 2)));
  out.push_back(feature(kInitial, s0, seen_elsewhere(i)));
}

void FeatureExtractor::add_classes(std::uint32_t i, std::vector<Feature>& out) const {
  const std::uint64_t s0 = shape_and_casing(i);
  const std::uint64_t before = word_class(i - 1), after = word_class(i + 1);
  out.push_back(feature(kClass, word_class(i)));
  out.push_back(feature(kClassBefore, before, s0));
  out.push_back(feature(kClassAfter, after, s0));
  out.push_back(feature(kClassBefore2, word_class(i - 2)));
  out.push_back(feature(kClassAfter2, word_class(i + 2)));
  out.push_back(feature(kClassPairBefore, word_class(i - 2), before));
  out.push_back(feature(kClassPairAfter, after, word_class(i + 2)));
  out.push_back(feature(kClassesAround, before * 4096 + after, s0));
  if (looks_like_name(words_.words[i].shape)) {
    out.push_back(feature(kClassOrdinary, facts(i).lower_class, s0 * 8 + seen_elsewhere(i)));
  }
}

void FeatureExtractor::add_run(std::uint32_t i, std::vector<Feature>& out) const {
  const Run run = run_of_[i];
  const std::uint64_t s0 = shape_and_casing(i);
  const std::uint64_t place = std::min(i - run.begin, 3U) * 4 + std::min(run.end - 1 - i, 3U);
  const std::uint32_t left = run.begin - 1;
  out.push_back(feature(kLeft, key(left), s0));
  out.push_back(feature(kLeft2, key(left - 1), key(left)));
  out.push_back(feature(kRight, key(run.end), s0));
  out.push_back(feature(kClassLeft, word_class(left), place));
  out.push_back(feature(kClassLeft2, word_class(left - 1), word_class(left)));
  out.push_back(feature(kClassRight, word_class(run.end), place));
  out.push_back(feature(kLeftPosition, key(left), place));
  out.push_back(feature(kRunFirst, key(run.begin), place));
  out.push_back(feature(kRunLast, key(run.end - 1), place));
  out.push_back(feature(kRunPosition, place, s0));
  const std::uint64_t near = mix(triggers(lists(left)), triggers(lists(left - 1)));
  out.push_back(feature(kTriggersLeft, near, s0));
}

void FeatureExtractor::add_distances(std::uint32_t i, std::vector<Feature>& out) const {
  const Run run = run_of_[i];
  const std::uint64_t w0 = words_.words[i].key;
  const std::uint64_t ahead = std::min(run.next - i, 6U) * 2 + (run.next < sentence_.end ? 1 : 0);
  const std::uint64_t behind = run.begin < run.end ? std::min(i - run.end, 6U) : 7;
  out.push_back(feature(kAhead, w0, ahead));
  out.push_back(feature(kTriggersAhead, triggers(lists(i)), ahead));
  out.push_back(feature(kBehind, key(run.begin), behind));
  out.push_back(feature(kBehindWord, key(run.begin), w0));
  out.push_back(feature(kDistances, behind * 16 + ahead, shape_and_casing(i)));
}

void FeatureExtractor::add_hyphens(std::uint32_t i, std::vector<Feature>& out) const {
  const NameWord& word = words_.words[i];
  if (!word.hyphen_before && !word.hyphen_after) return;
  const std::uint64_t where = (word.hyphen_before ? 1 : 0) + (word.hyphen_after ? 2 : 0);
  out.push_back(feature(kTokenPart, word.token_key, where));
  out.push_back(
      feature(kHyphens, mix(where, shape_and_casing(i)), shape(i - 1) * 64 + shape(i + 1)));
}

void FeatureExtractor::add_quotation(std::uint32_t i, std::vector<Feature>& out) const {
  const auto [begin, end] = std::pair(words_.words[i].quote_begin, words_.words[i].quote_end);
  if (i >= end) return;
  const std::uint64_t place = std::min(i - begin, 2U) * 4 + std::min(end - 1 - i, 2U);
  const std::uint64_t size = std::min(end - begin, 9U);
  const std::uint64_t first = shape(begin);
  out.push_back(feature(kQuotes, place, shape_and_casing(i) * 64 + first));
  out.push_back(feature(kQuoteSize, size, place * 64 + first));
  out.push_back(feature(kQuoteLeft, key(begin - 2), first));
  const std::uint64_t near = mix(triggers(lists(begin - 2)), triggers(lists(begin - 3)));
  out.push_back(feature(kQuoteTriggers, near, first));
}

void FeatureExtractor::add_spaced(std::uint32_t i, std::vector<Feature>& out) const {
  const std::uint64_t s0 = shape_and_casing(i);
  out.push_back(feature(kSpaced, s0));
  out.push_back(feature(kSpacedWord, words_.words[i].key));
  out.push_back(feature(kSpacedBefore, key(i - 1), s0));
  out.push_back(feature(kSpacedTriggers, mix(triggers(lists(i)), triggers(lists(i - 1))), s0));
}

void FeatureExtractor::add_lists(std::uint32_t i, std::vector<Feature>& out) const {
  const std::uint64_t s0 = shape_and_casing(i);
  const ListBits mine = lists(i), before = lists(i - 1), after = lists(i + 1);
  out.push_back(feature(kLists, mine, s0));
  out.push_back(
      feature(kTriggers3, mix(triggers(lists(i - 2)), triggers(before)), triggers(mine) * 64 + s0));
  if ((mine | before) != 0) out.push_back(feature(kListsBefore, before, mine));
  if ((mine | after) != 0) out.push_back(feature(kListsAfter, after, mine));
  const auto each_bit = [&](ListBits bits, std::uint32_t number) {
    for (std::uint64_t bit = 0; bits != 0; ++bit, bits >>= 1) {
      if ((bits & 1) != 0) out.push_back(feature(number, bit));
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
    for (const Feature one : features) total = mix(total, one);
  }
  return static_cast<std::uint32_t>(total >> 32);
}

}  // namespace manicule
