#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis.h"
#include "lexicon/data_lines.h"
#include "lexicon/word_map.h"

namespace manicule {

/// What a word can be for the quotes layer; the names of words.tsv, in the same order.
enum class WordClass : std::uint8_t {
  kPronoun,      ///< a subject that stands for someone: he, elle
  kOblique,      ///< after "according to": him, lui
  kSomeone,      ///< a subject without a face: on, man
  kSpeaker,      ///< I, we: the speaker of the quotation around it
  kArticle,      ///< the, le, der
  kIndefinite,   ///< a, un, ein
  kPossessive,   ///< his, son, sein
  kThis,         ///< this, cette
  kRelative,     ///< who, qui, der
  kThat,         ///< opens reported speech: that, que, dass
  kWhether,      ///< opens a reported question: whether, si, ob
  kAnd,          ///< joins two verbs of one subject: and, but
  kSubordinate,  ///< opens another clause: because, when, while
  kPreposition,  ///< of, chez, bei
  kAuxiliary,    ///< has, a, hat
  kReflexive,    ///< s', se, si, sich
  kNegation,     ///< not, ne
  kFinite,       ///< only a clause holds it: is, est, will
  kIndirect,     ///< a verb form that little but indirect speech has: sei, werde
  kSubjunctive,  ///< indirect speech: sei, habe, werde
  kHonorific,    ///< M., Mme, Dr, monsieur
  kPerson,       ///< a role or kind of person: minister, witness
  kGroup,        ///< an organisation as a common noun: company, firm
  kSource,       ///< what is asked or read: sources, report, poll
  kWork,         ///< what bears a title in marks: film, novel, storm
  kNaming,       ///< what comes is a name or term in marks: dubbed, so-called
  kMedium,       ///< where something was said: columns, X, interview
  kMonth,        ///< may stand between a verb and its subject: days, months, yesterday
  kClipped,      ///< written with an apostrophe first: 't, 90s
  kCredit,       ///< of the line that names an interviewer
  kBare,         ///< reports a clause without "that": said
  kOf,           ///< joins a noun to the one before it: of, de, von
  kAs,           ///< opens a clause that names the source of the next: wie, comme
  kPerfect,      ///< begins a reported infinitive: avoir, aver
  kOffice,       ///< a person or group that needs no introduction: the mayor, the police
  kSaying,       ///< a noun for what someone says: answer, warning
  kOwner,        ///< a possessive that shows the gender of the owner: his, her
  kPassive,      ///< makes a passive: was, wurde, été
  kAsks,         ///< labels a question of an interview: Q
  kAnswers,      ///< labels an answer: A
  kYou,          ///< who is interviewed
  kTells,        ///< has the addressee, not the subject, behind it: told
  kBy,           ///< leads to who acts in a passive: by, par, von
  kTo,           ///< begins an infinitive behind a verb that may do without "that": to
  kMine,         ///< of the first person, in any case: I, me, my
  kLeads         ///< a verb whose infinitive tells what was said: vient (d'annoncer), tient (a ...)
};

/// The form of a cue verb.
enum class VerbForm : std::uint8_t { kFinite, kParticiple, kInfinitive, kGerund };

/// What a cue verb governs.
enum class CueUse : std::uint8_t {
  kSays,    ///< a quotation and a that-clause: say, announce
  kUtters,  ///< only a quotation: laugh, sigh
  kObject,  ///< quoted words as part of its object: denounce, speak of
  kNames,   ///< a name: call, dub
  kPlain    ///< nothing: the verb only tells that there is a clause
};

/// One reading of a word form as a cue verb.
struct CueVerb {
  VerbForm form = VerbForm::kFinite;
  std::uint8_t uses = 0;  ///< bits of CueUse
  Stance stance = Stance::kNeutral;
  std::vector<WordKey> complement;  ///< words that must follow: "fait" + "savoir"; often none
  bool far = false;                 ///< the complement may end the clause: "teilte ... mit"

  bool is(CueUse use) const { return (uses >> static_cast<unsigned>(use)) & 1U; }
  /// Whether it goes with words of someone, not with a name alone.
  bool reports() const { return is(CueUse::kSays) || is(CueUse::kUtters) || is(CueUse::kObject); }
};

/// All that one word is.
struct WordInfo {
  std::uint64_t classes = 0;  ///< bits of WordClass
  Gender gender = Gender::kUnknown;
  std::vector<CueVerb> verbs;

  bool is(WordClass c) const { return ((classes >> static_cast<unsigned>(c)) & 1U) != 0; }
  void set(WordClass c) { classes |= std::uint64_t{1} << static_cast<unsigned>(c); }
};

enum class PhraseRole : std::uint8_t {
  kBefore,   ///< stands before its source: selon, according to
  kWeak,     ///< likewise, but means other things too: pour, so
  kTurned,   ///< like kBefore, and the clause behind it begins with its verb: laut
  kAfter,    ///< stands after its source: zufolge
  kQuoting,  ///< only beside a quotation, source behind: aldus, so
  kNaming,   ///< like WordClass::kNaming
  kOwn       ///< holds its source, a possessive: by her own account
};

/// Several words, or one, that point at a source.
struct CuePhrase {
  std::vector<WordKey> words;
  PhraseRole role = PhraseRole::kBefore;
  Stance stance = Stance::kNeutral;
};

/// The words of one language by which quotations and their speakers are told, read from
/// core/data/<code>/quotes/.
struct QuoteLexicon {
  WordMap<WordInfo> words;
  WordMap<std::vector<CuePhrase>> phrases;  ///< by their first word, longest first
  /// The verb stands second, whatever the clause begins with: told by its phrases of role kTurned.
  bool verb_second = false;

  /// Reads words.tsv, phrases.tsv, verbs.tsv and conjugation.tsv of `folder` ("fr/quotes/").
  static QuoteLexicon load(const std::string& folder, DataErrors& errors);
};

}  // namespace manicule
