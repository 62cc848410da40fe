#include "figures/numerals.h"

#include <algorithm>
#include <string>
#include <utility>

#include "figures/digits.h"
#include "figures/place_value.h"

namespace manicule {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Whether the reading's value in the data has this word: "100 alone".
bool has(const Reading& reading, std::string_view word) {
  return reading.text.find(word) != std::string_view::npos;
}

class Reader {
 public:
  Reader(const std::vector<Atom>& atoms, std::string_view text, NumberStyle style)
      : atoms_(atoms), text_(text), mark_(style.mark), joins_ordinals_(style.joins_ordinals) {}

  std::optional<Numeral> read(std::size_t at) {
    std::size_t first = at;
    bool negative = false;
    if (const Reading* sign = reading(at, kSign)) {
      // "5-10" and "5 -10" are no minus ten, and "- 10" is an item of a list.
      if (!is_digits(at + 1) && reading(at + 1, kDecimalLead) == nullptr) return {};
      if (atoms_[at + 1].space_before || (at > 0 && is_digits(at - 1))) return {};
      if (at > 0 && !atoms_[at].space_before && text_[atoms_[at].span.begin - 1] != '(') return {};
      negative = sign->value.mantissa < 0;
      ++first;
    }
    std::optional<Numeral> number =
        starts_digits(first) ? read_from_digits(first) : read_words(first);
    if (!number) number = read_fraction_sign(first);
    if (!number) return {};
    if (negative) number->value.mantissa = -number->value.mantissa;
    if (first != at) number->plain = false;
    return number;
  }

 private:
  const Reading* reading(std::size_t at, ClassId klass) const {
    // A number that is composed already has no readings yet.
    if (at >= atoms_.size() || atoms_[at].readings == nullptr) return nullptr;
    return atoms_[at].reading(klass);
  }
  bool is_digits(std::size_t at) const {
    return at < atoms_.size() && atoms_[at].kind == TokenKind::kNumber;
  }
  std::string_view text(std::size_t at) const {
    return text_.substr(atoms_[at].span.begin, atoms_[at].span.size());
  }

  /// Whether digits begin at atoms_[at], or ".75" does.
  bool starts_digits(std::size_t at) const {
    if (is_digits(at)) return true;
    if (reading(at, kDecimalLead) == nullptr || !is_digits(at + 1)) return false;
    const bool free = at == 0 || atoms_[at].space_before || reading(at - 1, kSign) != nullptr;
    return free && !atoms_[at + 1].space_before && (at == 0 || !is_digits(at - 1));
  }

  /// "12", "1 004", "1,5", and what may follow: "million", "k", "1/2" as one sign, "e".
  std::optional<Numeral> read_from_digits(std::size_t at) {
    Numeral number;
    number.digits = true;
    const bool lead = !is_digits(at);
    if (lead) ++at;
    number.end = at + 1;
    std::string digits(text(at));
    number.plain = std::all_of(digits.begin(), digits.end(), is_digit);
    number.padded = digits.size() > 1 && digits[0] == '0' && is_digit(digits[1]);
    if (number.plain && digits.size() <= 3 && digits[0] != '0') {
      while (is_group(number.end) && digits.size() <= kMostDigits + 3) {
        number.plain = false;
        digits += text(number.end++);
      }
    }
    number.length = static_cast<std::size_t>(std::count_if(digits.begin(), digits.end(), is_digit));
    if (lead && !number.plain) return {};
    if (is_network(number.end) && number.plain && digits.size() == 1) return {};
    number.plain &= !lead;
    const auto value = lead ? parse_decimal("0." + digits) : read_digits(digits, mark_);
    if (!value) return {};
    number.value = *value;
    if (read_power(number)) return number;
    if (const Reading* sign = reading(number.end, kFractionSign)) {
      if (const auto sum = add(number.value, sign->value)) number.value = *sum, ++number.end;
    } else if (is_rank_suffix(number.end)) {
      number.ordinal = true;
      ++number.end;
      return number;
    }
    add_half(number, Decimal::of(1));
    read_scales(number);
    read_decimal_word(number);
    return number;
  }

  /// Whether atoms_[at] is the letter of "5G", which is no number.
  bool is_network(std::size_t at) const {
    const Reading* scale = reading(at, kDigitScale);
    return scale != nullptr && has(*scale, "long") && atoms_[at].glued;
  }

  /// Whether the ending at atoms_[at] makes a rank of the digits before it. Degrees look like
  /// ranks: only before a noun is "45\u00b0" the 45th.
  bool is_rank_suffix(std::size_t at) const {
    const Reading* suffix = reading(at, kOrdinalSuffix);
    if (suffix == nullptr || atoms_[at].space_before) return false;
    if (!has(*suffix, "noun")) return true;
    return at + 1 < atoms_.size() && atoms_[at + 1].kind == TokenKind::kWord &&
           atoms_[at + 1].space_before && atoms_[at + 1].shape == Shape::kLower;
  }

  /// The exponent that begins at atoms_[at], right after what stands there, and where it ends.
  std::optional<std::pair<int, std::size_t>> exponent(std::size_t at) const {
    bool negative = false;
    if (const Reading* sign = reading(at, kSign); sign != nullptr && atoms_[at].glued) {
      negative = sign->value.mantissa < 0;
      ++at;
    }
    if (!is_digits(at) || !atoms_[at].glued || text(at).size() > 2) return {};
    negative |= text_[atoms_[at].span.begin - 1] == '-';  // a hyphen that was dropped
    int value = 0;
    for (const char digit : text(at)) {
      if (!is_digit(digit)) return {};
      value = value * 10 + (digit - '0');
    }
    return std::pair(negative ? -value : value, at + 1);
  }

  bool is_text(std::size_t at, std::string_view wanted) const {
    return at < atoms_.size() && text(at) == wanted;
  }

  /// "1e10", "10^-4", "1.3 x 10^6"; false where none of them follows.
  bool read_power(Numeral& number) {
    const std::size_t at = number.end;
    std::optional<Decimal> value;
    std::size_t end = at;
    const auto raise = [&](Decimal base, std::size_t from) {
      const auto by = exponent(from);
      if (!by) return std::optional<Decimal>();
      end = by->second;
      return power(base, by->first);
    };
    if ((is_text(at, "e") || is_text(at, "E")) && atoms_[at].glued) {
      if (const auto scale = raise(Decimal::of(10), at + 1)) value = multiply(number.value, *scale);
    } else if (is_text(at, "^") && atoms_[at].glued) {
      value = raise(number.value, at + 1);
    } else if ((is_text(at, "x") || is_text(at, "\xC3\x97") || is_text(at, "*")) &&
               is_text(at + 1, "10") && is_text(at + 2, "^")) {
      if (const auto scale = raise(Decimal::of(10), at + 3)) value = multiply(number.value, *scale);
    }
    if (!value) return false;
    number.value = *value;
    number.end = end;
    number.plain = false;
    return true;
  }

  /// Whether atoms_[at] is a group of three digits that continues the digits before it.
  bool is_group(std::size_t at) const {
    if (!is_digits(at) || !atoms_[at].space_before) return false;
    const std::uint32_t gap = atoms_[at].span.begin - atoms_[at - 1].span.end;
    const std::string_view group = text(at);
    const std::size_t digits = static_cast<std::size_t>(
        std::find_if_not(group.begin(), group.end(), is_digit) - group.begin());
    return gap <= 3 && text_[atoms_[at - 1].span.end] != '\n' && digits == 3 &&
           (group.size() == 3 || group[3] == (mark_ == DecimalMark::kDot ? '.' : ','));
  }

  /// The scale words after digits: "1,5 million", "4 mil milhoes", "12k".
  void read_scales(Numeral& number) {
    Decimal last;
    while (number.end < atoms_.size()) {
      const Reading* scale = reading(number.end, kScaleWord);
      if (scale == nullptr && number.digits) scale = reading(number.end, kDigitScale);
      if (scale == nullptr && number.digits) {
        scale = reading(number.end, kHundredWord);
        // "3 cent" may be money; "3 hundred" and "2.5 hundred thousand" are not.
        const bool alone = scale != nullptr && has(*scale, "alone") && !has(*scale, "digits");
        if (alone && reading(number.end + 1, kScaleWord) == nullptr) scale = nullptr;
      }
      if (scale == nullptr) break;
      // "150 mille" scales, "2000 mille" is two numbers.
      if (!last.is_zero() && scale->value < last) break;
      const auto product = multiply(number.value, scale->value);
      if (!product) break;
      number.value = *product;
      number.digits = number.plain = false;
      last = scale->value;
      number.scale = last;
      ++number.end;
    }
    if (!number.scale.is_zero()) {
      add_half(number, last);
      read_lower_groups(number, last);
      read_lower_words(number, last);
    }
  }

  /// "3 hundred and one", "4 thousand 3 hundred and 21", "2 millions trois cent mille".
  void read_lower_words(Numeral& number, Decimal scale) {
    constexpr std::size_t kDeepest = 3;
    const Reading* join = reading(number.end, kJoinWord);
    const bool joined = join != nullptr && has(*join, "low") && !has(*join, "unit");
    const std::size_t at = number.end + (joined ? 1 : 0);
    if (at >= atoms_.size() || depth_ > kDeepest || !number.value.is_integer()) return;
    const Decimal hundred = Decimal::of(100);
    if (is_digits(at) && (!joined || !(scale == hundred))) return;
    ++depth_;
    const auto lower = is_digits(at) ? read_from_digits(at) : read_words(at);
    --depth_;
    if (!lower || lower->ordinal || lower->article || !lower->value.is_integer()) return;
    const auto least = divide(scale, Decimal::of(1000));
    const bool fits =
        lower->value < scale && (joined ? !(Decimal::of(1000) < scale) || !(lower->value < hundred)
                                        : least && !(lower->value < *least));
    const auto sum = fits ? add(number.value, lower->value) : std::nullopt;
    if (!sum) return;
    number.value = *sum;
    number.end = lower->end;
  }

  /// "4 millions 300 000", "2 millions trois cent mille".
  void read_lower_groups(Numeral& number, Decimal scale) {
    if (!is_digits(number.end) || !atoms_[number.end].space_before) return;
    constexpr std::size_t kDeepest = 3;
    if (depth_ > kDeepest) return;
    ++depth_;
    const auto lower = read_from_digits(number.end);
    --depth_;
    const bool fits = lower && !lower->ordinal && lower->value.is_integer() &&
                      lower->value < scale &&
                      (!lower->scale.is_zero() || !lower->plain || lower->length == 6 ||
                       (lower->length == 3 && scale == Decimal::of(1000)));
    if (!fits) return;
    if (const auto sum = add(number.value, lower->value)) {
      number.value = *sum;
      number.end = lower->end;
    }
  }

  void add_half(Numeral& number, Decimal scale) {
    if (reading(number.end, kHalfAfter) == nullptr) return;
    const auto half = multiply(scale, Decimal::of(5, -1));
    const auto sum = half ? add(number.value, *half) : std::nullopt;
    if (!sum) return;
    number.value = *sum;
    number.digits = number.plain = false;
    ++number.end;
  }

  std::optional<Numeral> read_fraction_sign(std::size_t at) {
    const Reading* sign = reading(at, kFractionSign);
    if (sign == nullptr) return {};
    Numeral number;
    number.value = sign->value;
    number.end = at + 1;
    read_scales(number);
    return number;
  }

  std::optional<Numeral> read_words(std::size_t at) {
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

  /// Whether the words after the join in `all`, which is `before` without them, count what follows:
  /// "cento e tre quarti" is 100 and 3/4, "ciento treinta y dos quintos" 132/5.
  bool counts_apart(const Numeral& before, const Numeral& all) const {
    if (reading(all.end, kCollective) != nullptr) return true;
    const Reading* fraction = reading(all.end, kFraction);
    if (fraction == nullptr) return false;
    const Decimal last = *add(all.value, {-before.value.mantissa, before.value.exponent});
    const std::int64_t tens = before.value.integer().value_or(0) % 100;
    const bool fills_units = tens >= 20 && last < Decimal::of(10);
    return last < fraction->value && !fills_units;
  }

  static Numeral numeral_of_article(std::size_t at) {
    Numeral one;
    one.value = Decimal::of(1);
    one.end = at + 1;
    one.article = true;
    return one;
  }

  /// Whether the words before and at `i` cannot be one number for the marks between them.
  bool breaks(std::size_t i) const {
    const Atom& before = atoms_[i - 1];
    return atoms_[i].span.begin - before.span.end > 6;
  }

  void finish(Numeral& number, const PlaceValue& words) {
    if (number.ordinal) return;
    const bool scaled = words.ends_in_scale();
    if (!number.article) {
      const Decimal scale = scaled ? Decimal::of(words.last_scale) : Decimal::of(1);
      const std::size_t end = number.end;
      add_half(number, scale);
      if (number.end != end && !scaled) read_scales(number);
    } else if (reading(number.end, kHalfAfter) != nullptr) {
      number.article = false;
      add_half(number, Decimal::of(1));
      read_scales(number);
    }
    read_decimal_word(number);
  }

  /// "deux virgule cinq", "two point zero three".
  void read_decimal_word(Numeral& number) {
    if (number.article || !number.scale.is_zero() || !number.value.is_integer()) return;
    if (reading(number.end, kDecimalWord) == nullptr) return;
    std::string digits;
    std::size_t at = number.end + 1;
    while (at < atoms_.size() && digits.size() < 12) {
      if (is_digits(at)) {
        if (!digits.empty()) break;
        digits += text(at++);
        break;
      }
      PlaceValue words;
      std::size_t i = at;
      bool multiplier = false;
      while (i < atoms_.size() && (i == at || reading(i, kScaleWord) == nullptr) &&
             take(words, i, i == at, multiplier)) {
        ++i;
        if (const Reading* join = reading(i, kJoinWord)) {
          if (take_after_join(words, *join, i + 1)) i += 2;
        }
      }
      if (i == at || words.ordinal) break;
      digits += std::to_string(words.value());
      at = i;
    }
    if (reading(at, kFraction) != nullptr) return;  // "cien con tres cuartos"
    const auto fraction = parse_decimal("0." + digits);
    const auto sum = fraction && !digits.empty() ? add(number.value, *fraction) : std::nullopt;
    if (!sum) return;
    number.value = *sum;
    number.end = at;
    number.digits = number.plain = false;
    read_scales(number);
  }

  Numeral numeral(const PlaceValue& words, std::size_t end, std::size_t begin) const {
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

  /// Takes atoms_[i], which follows a joining word, if that word may stand there.
  bool take_after_join(PlaceValue& words, const Reading& join, std::size_t i) {
    const Reading* next = reading(i, kCardinalWord);
    if (next == nullptr) next = reading(i, kArticle);
    if (next == nullptr) next = reading(i, kOrdinalWord);
    const std::int64_t value = next == nullptr ? 1000 : next->value.integer().value_or(1000);
    const std::int64_t low = words.group % 100;
    bool fits = has(join, "any");
    fits |= has(join, "unit") && words.in_group && low >= 20 && low % 10 == 0 && value < 20;
    fits |= has(join, "low") && value < 100 && low == 0 && words.value() >= 100;
    if (has(join, "inverse") && words.in_group && low > 0 && low < 10 && value >= 20 &&
        value < 100) {
      words.group += value;
      words.ordinal |= next->klass == kOrdinalWord;
      return true;
    }
    // "mil" may follow a closed group, not a word: "dois e mil" is two numbers.
    if (reading(i, kScaleWord) != nullptr && (words.in_group || !has(join, "any"))) return false;
    bool multiplier = false;
    return fits && take(words, i, /*first=*/false, multiplier) &&
           (!multiplier || reading(i, kScaleWord) != nullptr);
  }

  bool begins_compound(std::size_t i, bool first) const {
    return (first || atoms_[i].glued) && i + 1 < atoms_.size() && atoms_[i + 1].glued;
  }

  /// Adds atoms_[i] to the number; false, and `words` as before, where it does not fit.
  bool take(PlaceValue& words, std::size_t i, bool first, bool& multiplier) {
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
          if (words.add_word(value, {})) return true;
          break;
        case kOrdinalWord:
          // "venti quinti" is a fraction, "ventesimo" one word.
          if (!first && !words.ordinal && !joins_ordinals_ && !atom.glued) break;
          if (words.add_word(value, {true})) return true;
          break;
        case kHundredWord:
        case kOrdinalHundred:
          multiplier = true;
          if (words.add_hundred(value, {reading.klass == kOrdinalHundred, has(reading, "alone")})) {
            return true;
          }
          break;
        case kScaleWord:
        case kOrdinalScale:
          multiplier = true;
          // "milioneduecento": inside one word the article is left out.
          if (words.add_scale(reading.value.integer().value_or(0),
                              {reading.klass == kOrdinalScale,
                               has(reading, "alone") || begins_compound(i, first)})) {
            return true;
          }
          break;
        default:
          break;
      }
    }
    return false;
  }

  const std::vector<Atom>& atoms_;
  std::string_view text_;
  DecimalMark mark_;
  bool joins_ordinals_;
  std::size_t depth_ = 0;
};

}  // namespace

std::optional<Numeral> read_numeral(const std::vector<Atom>& atoms, std::size_t at,
                                    std::string_view text, NumberStyle style) {
  return Reader(atoms, text, style).read(at);
}

}  // namespace manicule
