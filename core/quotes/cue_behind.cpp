#include "quotes/cue_behind.h"

#include "quotes/noun_cues.h"
#include "quotes/subjects.h"

namespace manicule {
namespace {

class CueBehind {
 public:
  CueBehind(const Line& line, const Draft& draft, std::uint32_t gap)
      : line_(line), draft_(draft), gap_(gap) {}

  std::optional<CueFound> find() const {
    std::uint32_t i = gap_ + 1;
    bool apart = ends_open();
    while (line_.mark(i, ',') || line_.dash(i)) {
      apart = true;
      ++i;
    }
    if (i >= line_.size() || line_.gap(i)) return std::nullopt;
    if (line_.mark(i, ':')) return person_behind_colon(i + 1);
    if (auto cue = verb_first(i, apart)) return cue;
    if (auto cue = subject_first(i, apart)) return cue;
    if (auto cue = phrase_behind(i)) return cue;
    if (!stands_alone()) return std::nullopt;
    if (auto cue = apart ? unknown_verb(i) : std::nullopt) return cue;
    if (const auto noun = noun_cue_behind(line_, i)) {
      return CueFound{noun->span, Stance::kNeutral, nullptr, noun->subject, false, i};
    }
    return std::nullopt;
  }

 private:
  /// Whether the words of the quotation end with a comma, question or exclamation mark.
  bool ends_open() const {
    const TokenRange inside = draft_.tokens;
    for (std::uint32_t t = inside.end; t > inside.begin; --t) {
      if (line_.scene->is_word(t - 1)) return false;
      if (line_.scene->is_mark(t - 1, ',') || line_.scene->is_mark(t - 1, '!') ||
          line_.scene->is_mark(t - 1, '?')) {
        return true;
      }
    }
    return false;
  }

  std::optional<CueFound> verb_first(std::uint32_t i, bool apart) const {
    std::uint32_t start = i;
    while (start < i + 2 && line_.is(start, WordClass::kMonth)) ++start;
    const auto group = verb_group_at(line_, start);
    if (!group || group->verb->form == VerbForm::kInfinitive) return std::nullopt;
    // "Ana Gil, autora de «Sal», considera ...": the verb of the sentence.
    if (apposes(line_, clause_begin(line_, gap_), gap_) && line_.mark(gap_ + 1, ',')) {
      return std::nullopt;
    }
    if (!group->verb->reports() && !group->enclitic) return std::nullopt;
    if (group->verb->form == VerbForm::kGerund) return std::nullopt;
    if (group->verb->form == VerbForm::kParticiple && !group->after_auxiliary) return std::nullopt;
    CueFound cue{.span = line_.span(group->begin, group->end),
                 .stance = group->verb->stance,
                 .verb = group->verb,
                 .subject = {},
                 .at = group->begin};
    if (group->enclitic) {
      cue.subject = subject_at(line_, *group->enclitic, {});
    } else {
      cue.subject = subject_behind(line_, group->end);
    }
    const bool own = stands_alone();
    if (!cue.subject) {
      // "«…», lembra": the subject is not expressed.
      const bool object = line_.lower(group->end) && !line_.is(group->end, WordClass::kPreposition);
      if (!apart || !own || object) return std::nullopt;
    } else if (!apart && !own) {
      return std::nullopt;
    }
    return cue;
  }

  std::optional<CueFound> subject_first(std::uint32_t i, bool apart) const {
    if (!apart || !stands_alone()) return std::nullopt;
    const auto subject = subject_at(line_, i, {});
    if (!subject || subject->kind == SubjectKind::kSelf) return std::nullopt;
    std::uint32_t at = subject->end;
    while (line_.is(at, WordClass::kMonth) || (at > i + 1 && line_.mark(at, ','))) ++at;
    auto group = verb_group_at(line_, at);
    if (!group && at > i + 1 && line_.mark(at - 1, ',')) {
      group = verb_group_at(line_, behind_apposition(at));
    }
    if (!group || !group->verb->reports() || group->verb->form == VerbForm::kGerund ||
        group->verb->form == VerbForm::kInfinitive) {
      return std::nullopt;
    }
    return CueFound{line_.span(group->begin, group->end),
                    group->verb->stance,
                    group->verb,
                    subject,
                    false,
                    group->begin};
  }

  /// The index behind the next comma, where one is near: "Whitcomb, a Republican, told".
  std::uint32_t behind_apposition(std::uint32_t i) const {
    constexpr std::uint32_t kLongest = 14;
    for (std::uint32_t k = i; k < i + kLongest && k < line_.size() && !line_.gap(k); ++k) {
      if (line_.mark(k, ',')) return k + 1;
    }
    return line_.size();
  }

  /// "«Lo avevamo scritto»: Ernesto De Luca mostra i fogli": who is the subject says it.
  std::optional<CueFound> person_behind_colon(std::uint32_t i) const {
    constexpr std::uint32_t kClause = 3;
    if (!stands_alone() || draft_.tokens.size() < kClause) return std::nullopt;
    const auto subject = subject_at(line_, i, {});
    if (!subject || !speaks(*line_.scene, *subject)) return std::nullopt;
    return CueFound{{}, Stance::kNeutral, nullptr, subject, false, i};
  }

  std::optional<CueFound> phrase_behind(std::uint32_t i) const {
    const auto phrase = phrase_at(line_, i);
    if (!phrase) return std::nullopt;
    const PhraseRole role = phrase->phrase->role;
    if (role != PhraseRole::kBefore && role != PhraseRole::kTurned &&
        role != PhraseRole::kQuoting) {
      return std::nullopt;
    }
    const auto subject = source_at(line_, phrase->end);
    if (!subject) return std::nullopt;
    return CueFound{line_.span(i, phrase->end), phrase->phrase->stance, nullptr, subject, false, i};
  }

  /// A word that no lexicon knows, between a quoted clause and a name, is the verb.
  std::optional<CueFound> unknown_verb(std::uint32_t i) const {
    constexpr std::uint32_t kClause = 3;
    if (!stands_alone() || draft_.tokens.size() < kClause) return std::nullopt;
    std::uint32_t verb = i;
    while (line_.is(verb, WordClass::kReflexive) || line_.is(verb, WordClass::kAuxiliary)) ++verb;
    if (!line_.lower(verb) || line_.scene->info(line_.at[verb]).classes != 0) return std::nullopt;
    const auto subject = subject_at(line_, verb + 1, {});
    if (!subject) return std::nullopt;
    const bool person = subject->kind == SubjectKind::kName ||
                        (subject->kind == SubjectKind::kPronoun && verb + 2 < line_.size()) ||
                        line_.scene->is(subject->head, WordClass::kPerson);
    if (!person) return std::nullopt;
    return CueFound{line_.span(i, verb + 1), Stance::kNeutral, nullptr, subject, false, i};
  }

  /// Nothing but a connective or a colon before the quotation in its line.
  bool stands_alone() const {
    const std::uint32_t p = gap_;
    if (p == 0) return true;
    if (line_.mark(p - 1, ':') || line_.dash(p - 1)) return true;
    for (std::uint32_t i = 0; i < p; ++i) {
      if (line_.gap(i)) return true;  // behind another quotation
      if (line_.word(i) && !line_.is(i, WordClass::kAnd)) return false;
    }
    return true;
  }

  const Line& line_;
  const Draft& draft_;
  std::uint32_t gap_;
};

}  // namespace

std::optional<CueFound> cue_behind(const Line& line, const Draft& draft, std::uint32_t gap) {
  return CueBehind(line, draft, gap).find();
}

}  // namespace manicule
