#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "figures/decimal.h"
#include "lexicon/data_lines.h"
#include "lexicon/word_map.h"

namespace manicule {

/// How numbers are written: "1.234,5" or "1,234.5".
enum class DecimalMark : std::uint8_t { kComma, kDot };

/// A class of words or atoms in the grammar of figures: "number", "month", or one literal word.
using ClassId = std::uint16_t;

/// In which letters a word must be written to be meant: "M" is a million, "m" a metre.
enum class LetterCase : std::uint8_t { kAny, kUpper, kLower };

/// One meaning of a word: "mars" is {month, 3}. The text views the data file and lives as long.
struct Reading {
  ClassId klass = 0;
  Decimal value;          ///< of `text`, where that is a number
  std::string_view text;  ///< the value as the data file has it: "3", "kilometer"
  LetterCase letters = LetterCase::kAny;
};

/// Classes that the engine itself knows.
enum BuiltinClass : ClassId {
  kNoClass,
  kAnyWord,  ///< any word: "word"
  kCapWord,  ///< a word that begins with a capital: "cap"
  kLowWord,  ///< a word without capitals: "lower"
  kNumber,   ///< a cardinal number, composed: "1 004", "vingt et un", "1,5 million"
  kDigits,   ///< a number in digits alone
  kYear,     ///< four plain digits, 1000 to 2199, or such a number in words
  kPadded,   ///< digits that begin with a zero: "05", "007"
  kDigits2,  ///< exactly two plain digits: "05", "89"
  kScaled,   ///< a number that ends in a scale word ("3 millions", "1.2bn"); the value is the scale
  kArticle,  ///< a number one that may be just an article: "un", "a", "ein"
  kOrdinal,  ///< a rank, composed: "twenty-first", "3rd"
  // Words that numbers are composed of (figures/numerals.h).
  kCardinalWord,  ///< adds: "trois", "vingt", "doscientos"
  kHundredWord,   ///< multiplies what stands before it: "cent"
  kScaleWord,     ///< multiplies and closes a group: "mille", "milliards"
  kDigitScale,    ///< a scale only right after digits: "k", "bn"
  kOrdinalWord,   ///< like kCardinalWord, and the number becomes a rank
  kOrdinalHundred,
  kOrdinalScale,
  kOrdinalSuffix,  ///< after digits: "e", "th"
  kJoinWord,       ///< stands between them: "et", "and"
  kDecimalWord,    ///< "virgule", "point"
  kHalfAfter,      ///< adds half of what it follows: "et demi", "and a half"
  kHalfBefore,     ///< half of the scale that follows: "demi", "half a"
  kFractionSign,   ///< "\u00bd"
  kDecimalLead,    ///< the mark of ".75"
  kSign,           ///< "-", "+"
  kCurrencyCode,   ///< "EUR": counts in capitals only
  kCurrencySign,   ///< "$", "A$": nothing stands between its letters and its mark
  kUnitSymbol,     ///< "km"; one of a single letter counts in the case of its form
  kFraction,       ///< "quarts": a part of what is counted
  kCollective,     ///< "dozens"
  kNoNoun,         ///< a word that no noun is counted by: "14 million in 2020"
  kPercentSign,    ///< "%", "per cent"
  kPlainWord,      ///< not a number, although it looks like one: "eenvoudig"
  kFirstFreeClass
};

/// A set of classes in which some share a place: what is not in it is in none of the classes. The
/// first classes, which are everywhere, share theirs with none, and the last place is free.
using ClassMask = std::uint64_t;
constexpr ClassMask class_bit(ClassId klass) {
  constexpr std::uint32_t kOwn = kDigits, kShared = 63 - kOwn - 1;
  if (klass <= kOwn) return ClassMask{1} << klass;
  const std::uint64_t mixed = static_cast<std::uint32_t>(klass) * 0x9E3779B1U;
  return ClassMask{1} << (kOwn + 1 + (mixed * kShared >> 32U));
}

/// Whether numbers are composed of words of that class.
constexpr bool is_numeral(ClassId klass) {
  return (klass >= kCardinalWord && klass <= kSign) || klass == kArticle;
}

/// The words that figures are made of, in one language: phrases of one or more words with their
/// readings.
class FigureLexicon {
 public:
  FigureLexicon();

  /// What a word, or the words of a phrase so far, lead to.
  struct Node {
    std::vector<Reading> readings;  ///< of exactly these words
    bool continues = false;         ///< longer phrases begin with them
    bool numeral = false;           ///< a reading is one that numbers are composed of
  };

  const Node* find(WordKey key) const { return nodes_.find(key); }

  /// The key of a phrase from that of its beginning and that of its next word.
  static WordKey join(WordKey phrase, WordKey word) {
    WordKey mixed =
        (phrase ^ (word + 0x9E3779B97F4A7C15 + (phrase << 6) + (phrase >> 2))) * 0xD6E8FEB86659FD93;
    mixed ^= mixed >> 32;
    return mixed == 0 ? 1 : mixed;
  }

  /// The class of that name, made if it is new; literal words are classes whose name begins with
  /// '"'.
  ClassId intern(std::string_view name);
  /// The class of one literal word, which gets a reading of that class.
  ClassId intern_literal(std::string_view word);

  /// Reads a file of lines `class TAB value TAB form|form|...`. A form may be a phrase;
  /// "dritte+n+r" stands for "dritte", "dritten", "dritter"; a form that begins with "-" is the end
  /// of a compound with a number ("-monatig" in "18-monatig").
  void load(std::string_view path, DataErrors& errors);

  /// The same for the text of such a file, which must outlive the lexicon; errors name it `path`.
  void read(std::string_view text, std::string_view path, DataErrors& errors);

  void add(std::string_view form, const Reading& reading);

  /// Whether some numeral that may begin a compound begins with these bytes (two of them).
  bool may_begin_compound(std::string_view word) const {
    return word.size() > 3 && compound_[pair_index(word)];
  }
  /// Whether common nouns are written with capitals (a line `setting TAB TAB capital-nouns`).
  bool capital_nouns() const { return capital_nouns_; }
  /// False with `setting TAB TAB split-ordinals`: cardinal and ordinal words stay apart.
  bool joins_ordinals() const { return joins_ordinals_; }
  /// `setting TAB TAB units-first`: units stand before tens alone ("drie-en-twintig"), and what
  /// follows tens is another number.
  bool units_first() const { return units_first_; }
  /// `setting TAB TAB decimal-dot`, else a comma.
  DecimalMark decimal_mark() const { return mark_; }
  const std::vector<std::string>& class_names() const { return names_; }

 private:
  /// Adds the form, and once more without its accents.
  void add_spellings(const std::string& form, const Reading& reading);

  static std::size_t pair_index(std::string_view word) {
    return static_cast<unsigned char>(word[0] | 0x20) * 256U + static_cast<unsigned char>(word[1]);
  }

  WordMap<Node> nodes_;
  std::vector<std::string> names_;
  std::unordered_map<std::string, ClassId> ids_;
  std::vector<bool> compound_;
  bool capital_nouns_ = false;
  bool joins_ordinals_ = true;
  bool units_first_ = false;
  DecimalMark mark_ = DecimalMark::kComma;
};

/// The words of a lexicon form or literal, folded and cut as the words of a text are cut into
/// atoms.
std::vector<std::string> split_form(std::string_view form);

}  // namespace manicule
