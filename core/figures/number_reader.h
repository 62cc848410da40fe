#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "figures/numerals.h"
#include "figures/place_value.h"

namespace manicule {

/// Reads one number from atoms: what read_numeral() (figures/numerals.h) does. Digits are read in
/// number_digits.cpp, words in number_words.cpp, and what may follow either in numerals.cpp.
class NumberReader {
 public:
  NumberReader(const std::vector<Atom>& atoms, std::string_view text, NumberStyle style)
      : atoms_(atoms), text_(text), style_(style) {}

  std::optional<Numeral> read(std::size_t at);

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
  bool is_text(std::size_t at, std::string_view wanted) const {
    return at < atoms_.size() && text(at) == wanted;
  }

  // What follows digits and words alike.
  /// The scale words after digits: "1,5 million", "4 mil milhoes", "12k".
  void read_scales(Numeral& number);
  /// "3 hundred and one", "4 thousand 3 hundred and 21", "2 millions trois cent mille".
  void read_lower_words(Numeral& number, Decimal scale);
  /// "4 millions 300 000", "2 millions trois cent mille".
  void read_lower_groups(Numeral& number, Decimal scale);
  void add_half(Numeral& number, Decimal scale);
  std::optional<Numeral> read_fraction_sign(std::size_t at);
  void finish(Numeral& number, const PlaceValue& words);
  /// "deux virgule cinq", "two point zero three".
  void read_decimal_word(Numeral& number);

  // Digits.
  /// Whether digits begin at atoms_[at], or ".75" does.
  bool starts_digits(std::size_t at) const;
  /// "12", "1 004", "1,5", and what may follow: "million", "k", "1/2" as one sign, "e".
  std::optional<Numeral> read_from_digits(std::size_t at);
  /// Whether atoms_[at] is the letter of "5G", which is no number.
  bool is_network(std::size_t at) const;
  /// Whether the ending at atoms_[at] makes a rank of the digits before it. Degrees look like
  /// ranks: only before a noun is "45\u00b0" the 45th.
  bool is_rank_suffix(std::size_t at) const;
  /// The exponent that begins at atoms_[at], right after what stands there, and where it ends.
  std::optional<std::pair<int, std::size_t>> exponent(std::size_t at) const;
  /// "1e10", "10^-4", "1.3 x 10^6"; false where none of them follows.
  bool read_power(Numeral& number);
  /// Whether atoms_[at] is a group of three digits that continues the digits before it.
  bool is_group(std::size_t at) const;

  // Words.
  std::optional<Numeral> read_words(std::size_t at);
  /// Whether the words after the join in `all`, which is `before` without them, count what follows:
  /// "cento e tre quarti" is 100 and 3/4, "ciento treinta y dos quintos" 132/5.
  bool counts_apart(const Numeral& before, const Numeral& all) const;
  static Numeral numeral_of_article(std::size_t at);
  /// Whether the words before and at `i` cannot be one number for the marks between them.
  bool breaks(std::size_t i) const;
  Numeral numeral(const PlaceValue& words, std::size_t end, std::size_t begin) const;
  /// Takes atoms_[i], which follows a joining word, if that word may stand there.
  bool take_after_join(PlaceValue& words, const Reading& join, std::size_t i);
  bool begins_compound(std::size_t i, bool first) const;
  /// Adds atoms_[i] to the number; false, and `words` as before, where it does not fit.
  bool take(PlaceValue& words, std::size_t i, bool first, bool& multiplier);

  const std::vector<Atom>& atoms_;
  std::string_view text_;
  NumberStyle style_;
  std::size_t depth_ = 0;
};

/// Whether the reading's value in the data has this word: "100 alone".
inline bool says(const Reading& reading, std::string_view word) {
  return reading.text.find(word) != std::string_view::npos;
}

}  // namespace manicule
