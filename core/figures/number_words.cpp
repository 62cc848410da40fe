#include "figures/number_reader.h"

namespace manicule {

std::optional<Numeral> NumberReader::read_words(std::size_t at) {
  if (const Reading* part = reading(at, kHalfBefore);
      part != nullptr && reading(at + 1, kScaleWord) != nullptr) {
    Numeral number;
    number.value = part->value;
    number.end = at + 1;
    read_scales(number);
    return number;
  }
  PlaceValue words;
  std::optional<Numeral> best, after_multiplier, before_join, before_comma, last_rank;
  std::size_t i = at;
  while (i < atoms_.size() && (i == at || !breaks(i))) {
    // "two million, three hundred thousand", but not "two million, three people".
    const Reading* comma = reading(i, kJoinWord);
    if (comma != nullptr && comma->text == "comma") {
      bool ignored = false;
      if (!best || words.in_group || words.ordinal || !take(words, i + 1, false, ignored)) break;
      if (!before_comma) before_comma = best;
      i += 2;
      best = numeral(words, i, at);
      continue;
    }
    if (const Reading* join = reading(i, kJoinWord); join != nullptr && words.started) {
      if (take_after_join(words, *join, i + 1)) {
        before_join = best;
        i += 2;
        best = numeral(words, i, at);
        if (best->ordinal) last_rank = best;
        continue;
      }
    }
    bool multiplier = false;
    if (!take(words, i, i == at, multiplier)) {
      if (multiplier && best) {
        // "one hundred and two hundred": the last words belong to the next number.
        if (before_join) return before_join;
        if (after_multiplier) return after_multiplier;
      }
      break;
    }
    best = numeral(words, ++i, at);
    if (best->ordinal) last_rank = best;
    if (multiplier) {
      after_multiplier = best;
      before_join.reset();
    }
    if (words.ordinal) before_join.reset();
  }
  if (!best) return {};
  if (last_rank && !best->ordinal) return last_rank;
  // "cento e tre quarti": the last words count what follows them.
  if (before_join && counts_apart(*before_join, *best)) return before_join;
  // "un centesimo": a part, not a rank.
  const bool part = best->ordinal && best->end == at + 2 && reading(at, kArticle) != nullptr &&
                    reading(at, kCardinalWord) == nullptr && !atoms_[at + 1].glued;
  if (part) return numeral_of_article(at);
  if (before_comma) {
    const auto rest =
        add(best->value, Decimal{-before_comma->value.mantissa, before_comma->value.exponent});
    if (!rest || *rest < Decimal::of(100)) return before_comma;
  }
  finish(*best, words);
  return best;
}

bool NumberReader::counts_apart(const Numeral& before, const Numeral& all) const {
  if (reading(all.end, kCollective) != nullptr) return true;
  const Reading* fraction = reading(all.end, kFraction);
  if (fraction == nullptr) return false;
  const Decimal last = *add(all.value, {-before.value.mantissa, before.value.exponent});
  const std::int64_t tens = before.value.integer().value_or(0) % 100;
  const bool fills_units = tens >= 20 && last < Decimal::of(10);
  return last < fraction->value && !fills_units;
}

Numeral NumberReader::numeral_of_article(std::size_t at) {
  Numeral one;
  one.value = Decimal::of(1);
  one.end = at + 1;
  one.article = true;
  return one;
}

bool NumberReader::breaks(std::size_t i) const {
  const Atom& before = atoms_[i - 1];
  return atoms_[i].span.begin - before.span.end > 6;
}

Numeral NumberReader::numeral(const PlaceValue& words, std::size_t end, std::size_t begin) const {
  Numeral number;
  number.value = Decimal::of(words.value());
  number.end = end;
  number.ordinal = words.ordinal;
  if (words.last_scale >= 1000 && words.ends_in_scale() && end > begin + 1) {
    number.scale = Decimal::of(words.last_scale);
  }
  number.article = end == begin + 1 && reading(begin, kArticle) != nullptr &&
                   reading(begin, kCardinalWord) == nullptr;
  return number;
}

bool NumberReader::take_after_join(PlaceValue& words, const Reading& join, std::size_t i) {
  const Reading* next = reading(i, kCardinalWord);
  if (next == nullptr) next = reading(i, kArticle);
  if (next == nullptr) next = reading(i, kOrdinalWord);
  const std::int64_t value = next == nullptr ? 1000 : next->value.integer().value_or(1000);
  const std::int64_t low = words.group % 100;
  bool fits = says(join, "any");
  const bool tens = words.in_group && low >= 20 && low % 10 == 0;
  fits |= says(join, "unit") && tens && value < 20;
  fits |= says(join, "one") && tens && value % 10 == 1;
  fits |= says(join, "dash") && tens && value < 10 && !style_.units_first;
  fits |= says(join, "low") && value < 100 && low == 0 && words.value() >= 100;
  if (says(join, "inverse") && words.in_group && low > 0 && low < 10 && value >= 20 &&
      value < 100) {
    words.group += value;
    words.ordinal |= next->klass == kOrdinalWord;
    return true;
  }
  // "mil" may follow a closed group, not a word: "dois e mil" is two numbers.
  if (reading(i, kScaleWord) != nullptr && (words.in_group || !says(join, "any"))) return false;
  bool multiplier = false;
  return fits && take(words, i, /*first=*/false, multiplier) &&
         (!multiplier || reading(i, kScaleWord) != nullptr);
}

bool NumberReader::begins_compound(std::size_t i, bool first) const {
  return (first || atoms_[i].glued) && i + 1 < atoms_.size() && atoms_[i + 1].glued;
}

bool NumberReader::take(PlaceValue& words, std::size_t i, bool first, bool& multiplier) {
  if (i >= atoms_.size() || atoms_[i].node == nullptr) return false;
  const Atom& atom = atoms_[i];
  for (std::uint32_t r = 0; r < atom.reading_count; ++r) {
    const Reading& reading = atom.readings[r];
    const std::int64_t value = reading.value.integer().value_or(1);
    switch (reading.klass) {
      case kArticle:
        if (!first && reading.text == "a") break;
        if (words.add_word(1, {})) return true;
        break;
      case kCardinalWord:
        if (style_.units_first && words.in_group && words.group % 100 >= 20) break;
        if (words.add_word(value, {})) return true;
        break;
      case kOrdinalWord:
        // "venti quinti" is a fraction, "ventesimo" one word.
        if (!first && !words.ordinal && !style_.joins_ordinals && !atom.glued) break;
        if (words.add_word(value, {true})) return true;
        break;
      case kHundredWord:
      case kOrdinalHundred:
        // "quarante-cinq cents" are coins.
        if (says(reading, "teens") && words.group >= 20) break;
        multiplier = true;
        if (words.add_hundred(value, {reading.klass == kOrdinalHundred, says(reading, "alone")})) {
          return true;
        }
        break;
      case kScaleWord:
      case kOrdinalScale:
        multiplier = true;
        // "milioneduecento": inside one word the article is left out.
        if (words.add_scale(reading.value.integer().value_or(0),
                            {reading.klass == kOrdinalScale,
                             says(reading, "alone") || begins_compound(i, first)})) {
          return true;
        }
        break;
      default:
        break;
    }
  }
  return false;
}

}  // namespace manicule
