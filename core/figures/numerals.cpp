#include "figures/numerals.h"

#include <algorithm>
#include <limits>
#include <string>

namespace manicule {
namespace {

constexpr std::size_t kMostDigits = 18;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A number in words as far as it is read.
struct Words {
  std::int64_t total = 0;  ///< the groups closed by a scale
  std::int64_t group = 0;  ///< what stands after the last scale, below 10,000
  bool started = false;
  bool in_group = false;
  bool ordinal = false;
  std::int64_t last_scale = 0;  ///< of the last word, if it was a scale
};

constexpr std::int64_t kLargest = 1'000'000'000'000'000;

bool has(const Reading& join, std::string_view word) {
  return join.text.find(word) != std::string_view::npos;
}

class Reader {
 public:
  Reader(const std::vector<Atom>& atoms, std::string_view text, NumberStyle style)
      : atoms_(atoms), text_(text), mark_(style.mark), joins_ordinals_(style.joins_ordinals) {}

  std::optional<Numeral> read(std::size_t at) {
    std::size_t first = at;
    bool negative = false;
    if (const Reading* sign = reading(at, kSign)) {
      // "5-10" is no minus ten, and "- 10" is an item of a list.
      if (!is_digits(at + 1) || atoms_[at + 1].space_before) return {};
      if (at > 0 && !atoms_[at].space_before && text_[atoms_[at].span.begin - 1] != '(') return {};
      negative = sign->value.mantissa < 0;
      ++first;
    }
    std::optional<Numeral> number = is_digits(first) ? read_from_digits(first) : read_words(first);
    if (!number) number = read_fraction_sign(first);
    if (!number) return {};
    if (negative) number->value.mantissa = -number->value.mantissa;
    if (first != at) number->plain = false;
    return number;
  }

 private:
  const Reading* reading(std::size_t at, ClassId klass) const {
    return at < atoms_.size() && atoms_[at].node != nullptr ? atoms_[at].reading(klass) : nullptr;
  }
  bool is_digits(std::size_t at) const {
    return at < atoms_.size() && atoms_[at].kind == TokenKind::kNumber;
  }
  std::string_view text(std::size_t at) const {
    return text_.substr(atoms_[at].span.begin, atoms_[at].span.size());
  }

  /// "12", "1 004", "1,5", and what may follow: "million", "k", "1/2" as one sign, "e".
  std::optional<Numeral> read_from_digits(std::size_t at) {
    Numeral number;
    number.digits = true;
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
    const auto value = read_digits(digits, mark_);
    if (!value) return {};
    number.value = *value;
    if (const Reading* sign = reading(number.end, kFractionSign)) {
      if (const auto sum = add(number.value, sign->value)) number.value = *sum, ++number.end;
    } else if (reading(number.end, kOrdinalSuffix) && !atoms_[number.end].space_before) {
      number.ordinal = true;
      ++number.end;
      return number;
    }
    add_half(number, Decimal::of(1));
    read_scales(number);
    read_decimal_word(number);
    return number;
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
        const bool alone = scale != nullptr && scale->text.find("alone") != std::string_view::npos;
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
    }
  }

  /// "4 millions 300 000", "2 millions trois cent mille".
  void read_lower_groups(Numeral& number, Decimal scale) {
    if (!is_digits(number.end) || !atoms_[number.end].space_before) return;
    const std::size_t saved = depth_++;
    if (saved > 3) return;
    const auto lower = read_from_digits(number.end);
    depth_ = saved;
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
    if (reading(at, kHalfBefore) != nullptr && reading(at + 1, kScaleWord) != nullptr) {
      Numeral number;
      number.value = Decimal::of(5, -1);
      number.end = at + 1;
      read_scales(number);
      return number;
    }
    Words words;
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
    if (before_comma) {
      const auto rest =
          add(best->value, Decimal{-before_comma->value.mantissa, before_comma->value.exponent});
      if (!rest || *rest < Decimal::of(100)) return before_comma;
    }
    finish(*best, words);
    return best;
  }

  /// Whether the words before and at `i` cannot be one number for the marks between them.
  bool breaks(std::size_t i) const {
    const Atom& before = atoms_[i - 1];
    return atoms_[i].span.begin - before.span.end > 6;
  }

  void finish(Numeral& number, const Words& words) {
    if (number.ordinal) return;
    const bool scaled = words.last_scale != 0 && !words.in_group;
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
      Words words;
      std::size_t i = at;
      bool multiplier = false;
      while (i < atoms_.size() && reading(i, kScaleWord) == nullptr &&
             take(words, i, i == at, multiplier)) {
        ++i;
        if (const Reading* join = reading(i, kJoinWord)) {
          if (take_after_join(words, *join, i + 1)) i += 2;
        }
      }
      if (i == at || words.ordinal) break;
      digits += std::to_string(words.total + words.group);
      at = i;
    }
    const auto fraction = parse_decimal("0." + digits);
    const auto sum = fraction && !digits.empty() ? add(number.value, *fraction) : std::nullopt;
    if (!sum) return;
    number.value = *sum;
    number.end = at;
    number.digits = number.plain = false;
    read_scales(number);
  }

  Numeral numeral(const Words& words, std::size_t end, std::size_t begin) const {
    Numeral number;
    number.value = Decimal::of(words.total + words.group);
    number.end = end;
    number.ordinal = words.ordinal;
    if (words.last_scale >= 1000 && !words.in_group && end > begin + 1) {
      number.scale = Decimal::of(words.last_scale);
    }
    number.article = end == begin + 1 && reading(begin, kArticle) != nullptr &&
                     reading(begin, kCardinalWord) == nullptr;
    return number;
  }

  /// Takes atoms_[i], which follows a joining word, if that word may stand there.
  bool take_after_join(Words& words, const Reading& join, std::size_t i) {
    const Reading* next = reading(i, kCardinalWord);
    if (next == nullptr) next = reading(i, kArticle);
    if (next == nullptr) next = reading(i, kOrdinalWord);
    const std::int64_t value = next == nullptr ? 1000 : next->value.integer().value_or(1000);
    const std::int64_t low = words.group % 100;
    bool fits = has(join, "any");
    fits |= has(join, "unit") && words.in_group && low >= 20 && low % 10 == 0 && value < 20;
    fits |= has(join, "low") && value < 100 && low == 0 && words.total + words.group >= 100;
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

  /// Adds atoms_[i] to the number; false, and `words` as before, where it does not fit.
  bool take(Words& words, std::size_t i, bool first, bool& multiplier) {
    if (i >= atoms_.size() || atoms_[i].node == nullptr) return false;
    const Atom& atom = atoms_[i];
    for (std::uint32_t r = 0; r < atom.reading_count; ++r) {
      const Reading& reading = atom.readings[r];
      const std::int64_t value = reading.value.integer().value_or(1);
      switch (reading.klass) {
        case kArticle:
          if (!first && reading.text == "a") break;
          if (add_word(words, 1, /*ordinal=*/false)) return true;
          break;
        case kCardinalWord:
          if (add_word(words, value, /*ordinal=*/false)) return true;
          break;
        case kOrdinalWord:
          // "venti quinti" is a fraction, "ventesimo" one word.
          if (!first && !words.ordinal && !joins_ordinals_ && !atom.glued) break;
          if (add_word(words, value, /*ordinal=*/true)) return true;
          break;
        case kHundredWord:
        case kOrdinalHundred:
          multiplier = true;
          if (add_hundred(words, value, reading)) return true;
          break;
        case kScaleWord:
        case kOrdinalScale:
          multiplier = true;
          // "milioneduecento": inside one word the article is left out.
          if (add_scale(words, reading,
                        (first || atom.glued) && i + 1 < atoms_.size() && atoms_[i + 1].glued)) {
            return true;
          }
          break;
        default:
          break;
      }
    }
    return false;
  }

  static bool add_word(Words& words, std::int64_t value, bool ordinal) {
    // "dos millonesima ciento seis milesima": after a scale the words of the next group.
    if (words.ordinal && !ordinal && words.in_group) return false;
    const std::int64_t places = value < 10 ? 10 : value < 100 ? 100 : 1000;
    if (words.group % places != 0 || (words.in_group && words.group == 0)) return false;
    if (words.started && words.total == 0 && !words.in_group) return false;
    if (words.last_scale != 0 && value >= words.last_scale) return false;
    words.group += value;
    words.started = words.in_group = true;
    words.ordinal = ordinal;
    return true;
  }

  static bool add_hundred(Words& words, std::int64_t value, const Reading& reading) {
    const bool ordinal = reading.klass == kOrdinalHundred;
    if (words.ordinal && !ordinal) return false;
    if (!words.in_group) {
      if (reading.text.find("alone") == std::string_view::npos && !ordinal) return false;
      words.group = 100;
    } else if (words.group > 0 && words.group < 100) {
      words.group *= value == 1 ? 100 : value;
    } else {
      return false;
    }
    words.started = words.in_group = true;
    words.ordinal = ordinal;
    return true;
  }

  static bool add_scale(Words& words, const Reading& reading, bool begins_compound) {
    const bool ordinal = reading.klass == kOrdinalScale;
    const std::int64_t scale = reading.value.integer().value_or(0);
    if (scale == 0 || (words.ordinal && !ordinal)) return false;
    const bool alone =
        begins_compound || ordinal || reading.text.find("alone") != std::string_view::npos;
    std::int64_t low = words.total % scale + words.group;
    const std::int64_t high = words.total - words.total % scale;
    if (low == 0) {
      if (!alone || words.in_group) return false;
      low = 1;
    }
    if (low >= 1'000'000 || high % (scale * 1000) != 0 || low > kLargest / scale) return false;
    words.total = high + low * scale;
    words.group = 0;
    words.in_group = false;
    words.started = true;
    words.ordinal = ordinal;
    words.last_scale = scale;
    return true;
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

std::optional<Decimal> read_digits(std::string_view digits, DecimalMark mark) {
  constexpr std::string_view kCurly = "\xE2\x80\x99";
  std::string plain;       // digits, and separators as one byte each
  std::string separators;  // in order
  std::vector<std::size_t> groups(1, 0);
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (is_digit(digits[i])) {
      plain += digits[i];
      ++groups.back();
    } else {
      const bool curly = digits.substr(i, kCurly.size()) == kCurly;
      separators += curly ? '\'' : digits[i];
      groups.push_back(0);
      if (curly) i += kCurly.size() - 1;
    }
  }
  if (plain.empty() || plain.size() > kMostDigits) return {};
  const char decimal = mark == DecimalMark::kComma ? ',' : '.';
  std::size_t thousands = separators.size();  // how many of the separators group
  if (!separators.empty()) {
    const char last = separators.back();
    const auto of_last =
        static_cast<std::size_t>(std::count(separators.begin(), separators.end(), last));
    const bool could_group = groups.back() == 3 && groups[0] <= 3 && plain[0] != '0';
    const bool is_decimal =
        last != '\'' && of_last == 1 && (separators.size() > 1 || last == decimal || !could_group);
    if (is_decimal) --thousands;
  }
  for (std::size_t i = 0; i < thousands; ++i) {
    const bool indian = groups[i + 1] == 2 && separators[i] == ',' && i + 1 < thousands;
    if (separators[i] != separators[0] || (groups[i + 1] != 3 && !indian)) return {};
  }
  if (thousands > 0 && (groups[0] == 0 || groups[0] > 3)) return {};
  std::string number = plain;
  if (thousands < separators.size()) {
    if (groups.back() == 0) return {};
    number.insert(number.size() - groups.back(), 1, '.');
  }
  return parse_decimal(number);
}

}  // namespace manicule
