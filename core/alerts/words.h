#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>

#include "lexicon/data_lines.h"
#include "lexicon/word_map.h"

namespace manicule {

/// What a word may say to a check; one word can say several of these. Named in the data files as
/// in kAlertWordNames (words.cpp).
enum class AlertWord : std::uint8_t {
  kFrom,         ///< "de 100 à 120"
  kTo,           ///< "de 100 à 120"
  kAgainst,      ///< "120, contre 100"
  kRise,         ///< "hausse", "more"
  kFall,         ///< "baisse", "fell"
  kPassing,      ///< joins a change to its numbers: "passant de"
  kThatIs,       ///< "soit"
  kTotal,        ///< "au total"
  kOfThe,        ///< "sur les 486 participants"
  kOf,           ///< "46 % des hommes"
  kIncluding,    ///< "dont 324 femmes"
  kAnd,          ///< before the last of several
  kRest,         ///< "les 45 % restants"
  kSplit,        ///< says that shares are of one whole: "se répartissent"
  kBorn,         ///< "né"
  kDied,         ///< "mort"
  kAged,         ///< says that an age is that of today
  kKin,          ///< someone else whose age or birth may be told: "mère"
  kFounded,      ///< "fondée en 1975"
  kAnniversary,  ///< "fête ses 40 ans"
  kBesideDate,   ///< between a weekday and its date: "Montag, dem 3. März"
  kArticle,      ///< before a function: "le maire"
  kOnePlace,     ///< an office held in one place only: "maire"
  kFormer,       ///< says that a function is not held, or not yet: "ancien"
  kKnown,        ///< needs no introduction: "AFP", "Mozart"
  kWeekday,      ///< in AlertWords::weekdays
  kMonth,        ///< in AlertWords::months
  kOffice        ///< in AlertWords::offices
};

/// What someone is: nobody is two of one group at once.
struct Office {
  std::uint8_t group = 0;
  std::uint8_t number = 0;  ///< one for all forms of a word: "maire", "mairesse"

  bool excludes(Office other) const { return group == other.group && number != other.number; }
};

constexpr bool has(std::uint32_t classes, AlertWord word) {
  return ((classes >> static_cast<unsigned>(word)) & 1) != 0;
}

struct AlertWords {
  WordMap<std::uint32_t> classes;  ///< one bit for each AlertWord
  WordMap<std::uint8_t> weekdays;  ///< 1 (Monday) to 7
  WordMap<std::uint8_t> months;    ///< 1 to 12
  WordMap<Office> offices;         ///< "maire", "juge"
};

/// Reads lines `class<TAB>words` of all files. The weekdays and the months stand in their order; a
/// line of class "office" is one group, the forms of one office joined by commas.
AlertWords load_alert_words(std::initializer_list<std::string_view> paths, DataErrors& errors);

}  // namespace manicule
