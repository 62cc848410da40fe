#include "quotes/reported.h"

#include <algorithm>

#include "quotes/clauses.h"
#include "quotes/content_clause.h"
#include "quotes/subjects.h"

namespace manicule {
namespace {

/// A reported clause, as indexes into its line.
struct Found {
  std::uint32_t begin = 0, end = 0;
  Span cue;
  Stance stance = Stance::kNeutral;
  std::optional<Subject> subject;
};

class LineReader {
 public:
  LineReader(const Line& line, const std::vector<Draft>& drafts, bool in_quote)
      : line_(line), drafts_(drafts), in_quote_(in_quote), clauses_(line), size_(clauses_.size()) {}

  std::vector<Found> read() {
    for (std::uint32_t i = 0; i < size_; ++i) {
      if (line_.gap(i)) continue;
      // Whatever is found takes its clause; reading goes on behind it.
      if (source_before(i) || source_behind(i) || verb_behind(i) || that_clause(i)) {
        i = std::max(i, found_.back().end - 1);
      }
    }
    return std::move(found_);
  }

 private:
  bool add(std::uint32_t begin, std::uint32_t end, Span cue, Stance stance,
           std::optional<Subject> subject) {
    while (begin < end && clauses_.trailing(begin)) ++begin;
    while (end > begin && clauses_.trailing(end - 1)) --end;
    const std::uint32_t least = found_.empty() ? 0 : found_.back().end;
    if (begin < least || begin >= end || clauses_.words(begin, end) < 2) return false;
    std::uint32_t told = begin;
    while (told < end && line_.adverb(told)) ++told;
    if (told == end) return false;  // "weet dat nog niet"
    found_.push_back({begin, end, cue, stance, std::move(subject)});
    return true;
  }

  // --- selon X, …

  bool source_before(std::uint32_t i) {
    const auto phrase = phrase_at(line_, i);
    if (!phrase) return false;
    if (phrase->phrase->role == PhraseRole::kOwn && clauses_.boundary(i) &&
        !(i > 0 && line_.mark(i - 1, ',')) && line_.mark(phrase->end, ',') &&
        line_.word(phrase->end + 1)) {  // "À l'en croire, …"
      const std::uint32_t begin = phrase->end + 1;
      return add(begin, clauses_.end_of(begin), line_.span(i, phrase->end), phrase->phrase->stance,
                 source_within(line_, i, *phrase));
    }
    if (phrase->phrase->role == PhraseRole::kAfter) {  // "Einem Staatssekretär zufolge ..."
      auto subject = subject_before(line_, clause_begin(line_, i), i);
      if (!subject) return false;
      return add(phrase->end, clauses_.end_of(phrase->end), line_.span(i, phrase->end),
                 phrase->phrase->stance, subject);
    }
    if (!clauses_.boundary(i)) return false;
    const PhraseRole role = phrase->phrase->role;
    if (role != PhraseRole::kBefore && role != PhraseRole::kTurned && role != PhraseRole::kWeak) {
      return false;
    }
    if (clauses_.has_clause_before(i)) return false;
    const bool relative =
        line_.is(phrase->end, WordClass::kRelative) && !line_.determiner(phrase->end);
    if (relative) return relative_clause(i, *phrase);
    auto subject = source_at(line_, phrase->end);
    if (!subject) {
      std::uint32_t k = phrase->end;
      while (line_.is(k, WordClass::kArticle)) ++k;
      if (k < size_ && line_.gap(k)) subject = name_in_marks(line_, drafts_, k);
    }
    if (!subject) return false;
    if (role == PhraseRole::kWeak && !can_hold_opinion(*subject)) return false;
    const bool turned = role == PhraseRole::kTurned;
    const std::uint32_t begin =
        turned ? clauses_.turned_clause(subject->end) : clauses_.main_clause(subject->end);
    if (begin >= size_) return false;
    return add(begin, clauses_.end_of(begin), line_.span(i, phrase->end), phrase->phrase->stance,
               subject);
  }

  bool is_relative(std::uint32_t i) const {
    return line_.is(i, WordClass::kRelative) && !line_.determiner(i);
  }

  /// "..., il sottosegretario, secondo cui ..."
  bool relative_clause(std::uint32_t i, const PhraseAt& phrase) {
    const auto subject = relative_source(line_, i);
    const std::uint32_t begin = phrase.end + 1;
    if (!subject || begin >= size_) return false;
    return add(begin, clauses_.end_of(begin), line_.span(i, phrase.end), phrase.phrase->stance,
               subject);
  }

  bool can_hold_opinion(const Subject& subject) const {
    const Scene& scene = *line_.scene;
    if (subject.kind == SubjectKind::kName) {
      if (!subject.entity) return false;
      const EntityKind kind = scene.entities()[*subject.entity].kind;
      return kind == EntityKind::kPerson || kind == EntityKind::kOrganization;
    }
    if (subject.kind == SubjectKind::kPronoun) return line_.mark(subject.end, ',');
    const bool someone =
        scene.is(subject.head, WordClass::kPerson) || scene.is(subject.head, WordClass::kOffice);
    return subject.definite && someone && line_.mark(subject.end, ',');
  }

  // --- …, selon X

  bool source_behind(std::uint32_t i) {
    if (i < 4 || !line_.mark(i - 1, ',') || only_quoted(i)) return false;
    const auto phrase = phrase_at(line_, i);
    if (!phrase || is_relative(phrase->end)) return false;
    const PhraseRole role = phrase->phrase->role;
    if (role != PhraseRole::kBefore && role != PhraseRole::kTurned &&
        role != PhraseRole::kQuoting) {
      return false;
    }
    auto subject = source_at(line_, phrase->end);
    if (!subject || (role == PhraseRole::kQuoting && !speaks(*line_.scene, *subject))) return false;
    if (i >= 2 && (line_.is(i - 2, WordClass::kThat) || line_.is(i - 2, WordClass::kSubordinate))) {
      return false;  // "affirme que, selon X, …" goes on behind it
    }
    // "La tour est, selon elle, un pigeonnier"
    const bool parts = line_.finite(i - 2) || line_.is(i - 2, WordClass::kAnd);
    if (parts && line_.mark(subject->end, ',')) {
      const std::uint32_t begin = subject->end + 1;
      return add(begin, clauses_.end_of(begin), line_.span(i, phrase->end), phrase->phrase->stance,
                 subject);
    }
    return add(clauses_.own_begin(i), i - 1, line_.span(i, phrase->end), phrase->phrase->stance,
               subject);
  }

  /// What stands before the comma at `i` - 1 is a quotation, not a sentence that holds one.
  bool only_quoted(std::uint32_t i) const {
    if (!line_.gap(i - 2)) return false;
    if (drafts_[line_.draft(i - 2)].quote.kind == QuoteKind::kSpeech) return true;
    std::uint32_t around = 0;
    for (std::uint32_t k = clause_begin(line_, i); k < i - 2; ++k) around += line_.word(k);
    return around < 3;
  }

  // --- …, a indiqué X

  bool verb_behind(std::uint32_t i) {
    if (i < 2 || !line_.mark(i - 1, ',') || only_quoted(i)) return false;
    std::optional<VerbGroup> group = verb_group_at(line_, i);
    std::optional<Subject> subject;
    std::uint32_t after = 0;
    if (group) {
      const VerbForm form = group->verb->form;
      if (form == VerbForm::kGerund || form == VerbForm::kInfinitive || group->negated)
        return false;
      if (form == VerbForm::kParticiple && !group->after_auxiliary) return false;
      if (line_.is(group->end - 1, WordClass::kTells)) return false;
      std::uint32_t next = group->end;
      while (line_.is(next, WordClass::kMonth) || line_.is(next, WordClass::kReflexive)) ++next;
      if (!group->enclitic && line_.mark(group->end, ',') && form == VerbForm::kFinite &&
          !line_.is(group->begin, WordClass::kMine)) {
        return incise(i, *group, group->end, std::nullopt);  // "Da allora, dice, ..."
      }
      subject = subject_at(line_, group->enclitic.value_or(next), {});
      if (subject && !group->enclitic && subject->kind == SubjectKind::kPronoun) {
        subject = subject_behind(line_, next);
      }
      if (!subject || !speaks(*line_.scene, *subject)) return false;
      // "..., said it had": that is the subject of what is said.
      const std::uint32_t behind = subject->end;
      if (!group->enclitic && behind < size_ && (line_.finite(behind) || reads_verb(behind)))
        return false;
      if (!group->enclitic && subject->kind == SubjectKind::kPronoun && behind < size_ &&
          !line_.mark(behind, ',') && !line_.adverb(behind) &&
          !line_.is(behind, WordClass::kPreposition)) {
        return false;
      }
      if (line_.is(group->end, WordClass::kThat)) return false;
      after = std::max(group->end, subject->end);
    } else {
      subject = subject_at(line_, i, {});  // ", she said."
      if (!subject || subject->kind == SubjectKind::kDescription) return false;
      group = verb_group_at(line_, subject->end);
      if (!group || group->verb->form != VerbForm::kFinite) return false;
      if (group->end < size_ && !line_.mark(group->end, ',')) return false;
      after = group->end;
    }
    return incise(i, *group, after, subject);
  }

  /// Reports what stands around the verb and its speaker in [i, after).
  bool incise(std::uint32_t i, const VerbGroup& group, std::uint32_t after,
              const std::optional<Subject>& subject) {
    if (!group.verb->is(CueUse::kSays) && !group.verb->is(CueUse::kUtters)) return false;
    // "Drie jaar later, in 1888, begon Ensor aan ..."
    if (!group.verb->is(CueUse::kSays) && line_.word(after)) return false;
    const Span cue = line_.span(group.begin, group.end);
    const std::uint32_t begin = clauses_.own_begin(i);
    const bool parted = line_.mark(after, ',');
    const bool aside =
        line_.is(begin, WordClass::kSubordinate) && clauses_.next_comma(begin) + 1 == i;
    if (aside && !parted) return false;  // "Da er krank war, sagte er ab"
    // "un avion qui, assure le mécanicien, démarre toujours"
    const bool leads_on =
        i >= 2 && (line_.is(i - 2, WordClass::kRelative) || line_.is(i - 2, WordClass::kThat));
    const bool beginning = leads_on || clauses_.words(begin, i) < 3 || is_phrase(begin, i - 1);
    if (parted && beginning) {
      return add(after + 1, clauses_.end_of(after + 1), cue, group.verb->stance, subject);
    }
    if (clauses_.words(begin, i) < 3 || apposes(line_, begin, i - 1)) return false;
    return add(begin, i - 1, cue, group.verb->stance, subject);
  }

  /// "The vicar at the time, she claims, ...": a noun phrase or an adverbial, not yet a sentence.
  bool is_phrase(std::uint32_t begin, std::uint32_t comma) const {
    constexpr std::uint32_t kLongest = 8;
    if (comma > begin + kLongest || clauses_.next_comma(begin) != comma) return false;
    if (line_.is(begin, WordClass::kPreposition)) return comma <= begin + kLongest / 2;
    const auto subject = subject_at(line_, begin, {});
    return subject && subject->kind != SubjectKind::kPronoun &&
           skip_adjuncts(line_, subject->end) >= comma;
  }

  bool reads_verb(std::uint32_t i) const {
    if (!line_.word(i)) return false;
    const auto& verbs = line_.scene->info(line_.at[i]).verbs;
    return std::any_of(verbs.begin(), verbs.end(), [](const CueVerb& v) {
      return v.form == VerbForm::kFinite && v.complement.empty();
    });
  }

  // --- X a annoncé que …, X said it …, X dit avoir …

  bool that_clause(std::uint32_t i) {
    const auto group = verb_group_around(line_, i);
    if (!group || group->negated || !group->verb->is(CueUse::kSays)) return false;
    if (group->end != i + 1 && group->verb->complement.empty() && !group->enclitic) return false;
    if (group->verb->form == VerbForm::kParticiple && !group->after_auxiliary) return false;
    std::uint32_t begin = content_begin(line_, drafts_, clauses_, *group);
    if (begin == 0 && opened_by_as(*group)) begin = clauses_.next_comma(group->end) + 1;
    if (begin == 0 || begin >= size_) return false;
    if (group->verb->form == VerbForm::kInfinitive && !bound_infinitive(group->begin)) return false;
    if (group->passive) return false;  // "she was told that"
    auto subject = verb_subject(line_, drafts_, *group, begin);
    if (!subject && heads_clause(*group)) return false;
    // "si presume che ...": nobody says it.
    const bool impersonal = group->reflexive && !group->after_auxiliary;
    if (impersonal && !(subject && speaks(*line_.scene, *subject))) return false;
    const VerbForm form = group->verb->form;
    const bool bound = form == VerbForm::kInfinitive || form == VerbForm::kGerund;
    if (!found_.empty() && (bound || line_.is(group->begin - 1, WordClass::kAnd))) {
      subject = found_.back().subject;
    } else if (bound && !led(group->begin)) {
      if (const auto quoted = quotation_before(group->begin)) {
        const Draft& draft = drafts_[drafts_[*quoted].said_with.value_or(*quoted)];
        if (draft.quote.kind == QuoteKind::kSpeech) subject = draft.subject;
      }
    }
    // What people think of themselves is no report.
    if (subject && in_quote_ && !line_.is(begin - 1, WordClass::kWhether) &&
        (subject->kind == SubjectKind::kSelf || subject->kind == SubjectKind::kSomeone)) {
      return false;
    }
    std::uint32_t end = clauses_.end_of(begin);
    if (in_relative_clause(group->begin)) end = std::min(end, clauses_.next_comma(begin));
    return add(begin, end, line_.span(group->begin, group->end), group->verb->stance, subject);
  }

  /// A form without a subject that may be a participle, at the start of its clause: "Asked
  /// whether".
  bool heads_clause(const VerbGroup& group) const {
    const auto& verbs = line_.scene->info(line_.at[group.begin]).verbs;
    const bool participle = std::any_of(verbs.begin(), verbs.end(), [](const CueVerb& v) {
      return v.form == VerbForm::kParticiple;
    });
    return participle && clauses_.boundary(group.begin);
  }

  /// "Wie die Polizei mitteilte, ..."
  bool opened_by_as(const VerbGroup& group) const {
    if (!line_.is(0, WordClass::kAs) || group.begin > 14) return false;
    return clauses_.next_comma(0) == clauses_.next_comma(group.end) &&
           clauses_.next_comma(group.end) < group.end + 8;
  }

  /// "..., a-t-il lancé avant d'assurer que": the infinitive goes on with what was said.
  bool bound_infinitive(std::uint32_t verb) const {
    if (led(verb)) return true;
    if (verb == 0 || !line_.is(verb - 1, WordClass::kPreposition)) return false;
    return !found_.empty() || quotation_before(verb);
  }

  /// "vient d'annoncer que", "a tenu à préciser que": the infinitive is what was said.
  bool led(std::uint32_t verb) const {
    constexpr std::uint32_t kReach = 3;
    for (std::uint32_t k = verb; k-- > (verb > kReach ? verb - kReach : 0);) {
      if (line_.is(k, WordClass::kLeads)) return true;
      if (!line_.is(k, WordClass::kPreposition) && !line_.is(k, WordClass::kTo)) return false;
    }
    return false;
  }

  /// The draft of the last quotation not far before index `i`.
  std::optional<std::uint32_t> quotation_before(std::uint32_t i) const {
    constexpr std::uint32_t kReach = 40;
    for (std::uint32_t k = i; k-- > (i > kReach ? i - kReach : 0);) {
      if (line_.gap(k)) return line_.draft(k);
    }
    return std::nullopt;
  }

  /// "Zipaisa, which says it has ..., went down"
  bool in_relative_clause(std::uint32_t verb) const {
    for (std::uint32_t k = verb; k-- > (verb > 4 ? verb - 4 : 0);) {
      if (line_.mark(k, ','))
        return line_.is(k + 1, WordClass::kRelative) && !line_.is(k + 1, WordClass::kArticle);
    }
    return false;
  }

  const Line& line_;
  const std::vector<Draft>& drafts_;
  bool in_quote_;
  Clauses clauses_;
  std::uint32_t size_;
  std::vector<Found> found_;
};

/// A sentence in indirect speech: a subjunctive, and no quotation.
bool is_indirect(const Line& line) {
  bool subjunctive = false;
  for (std::uint32_t i = 0; i < line.size(); ++i) {
    if (line.gap(i)) return false;
    subjunctive |= line.is(i, WordClass::kSubjunctive);
  }
  return subjunctive;
}

Span span_of(const Line& line, const std::vector<Draft>& drafts, std::uint32_t begin,
             std::uint32_t end) {
  const auto span = [&](std::uint32_t i) {
    return line.gap(i) ? drafts[line.draft(i)].quote.span : line.scene->token(line.at[i]).span;
  };
  return {span(begin).begin, span(end - 1).end};
}

/// "Kreisrätin Ute Moll verteidigte den Schritt. Die Auflage sei gesunken.": whose words a sentence
/// in indirect speech gives, behind one that quotes nobody.
std::optional<Subject> free_indirect(const Line& line, const Line& previous) {
  const auto verb_of = [](const Line& l) {
    std::uint32_t i = 0;
    while (i < l.size() && (l.gap(i) || !(l.finite(i) || cue_reading(l, i, false)))) ++i;
    return i;
  };
  const std::uint32_t verb = verb_of(line);
  if (verb == 0 || !line.is(verb, WordClass::kIndirect) || !is_indirect(line)) return std::nullopt;
  const std::uint32_t told = verb_of(previous);
  if (told >= previous.size()) return std::nullopt;
  const auto subject = subject_before(previous, 0, told);
  return subject && speaks(*line.scene, *subject) ? subject : std::nullopt;
}

}  // namespace

void add_reported(const Scene& scene, const Layout& layout, std::vector<Draft>& drafts) {
  std::vector<Draft> added;
  std::optional<Subject> speaker;  // of the sentence before, where that quotes or reports
  std::uint32_t spoken_block = 0;
  for (std::uint32_t l = 0; l < layout.lines.size(); ++l) {
    const Line& line = layout.lines[l];
    const auto container = layout.container[l];
    if (container && drafts[*container].quote.kind != QuoteKind::kSpeech) continue;
    const std::uint32_t block = layout.block[l];
    if (scene.document().blocks[block].kind != BlockKind::kParagraph) continue;
    const auto put = [&](const Found& found) {
      Draft draft;
      draft.origin = Origin::kReported;
      draft.block = block;
      draft.quote.kind = QuoteKind::kReported;
      draft.quote.span = draft.quote.content = span_of(line, drafts, found.begin, found.end);
      draft.tokens = {scene.token_from(draft.quote.span.begin),
                      scene.token_from(draft.quote.span.end)};
      if (!found.cue.empty()) draft.quote.cue = found.cue;
      draft.quote.stance = found.stance;
      draft.subject = found.subject;
      added.push_back(draft);
    };
    const auto found = LineReader(line, drafts, container.has_value()).read();
    for (const Found& f : found) put(f);
    if (container) continue;
    if (speaker && block > spoken_block + 1) speaker.reset();
    if (!speaker && l > 0 && layout.block[l - 1] == block && found.empty()) {
      speaker = free_indirect(line, layout.lines[l - 1]);
      if (speaker) spoken_block = block;
    }
    if (!found.empty()) {
      speaker = found.back().subject;
      spoken_block = block;
    } else if (speaker && is_indirect(line)) {
      std::uint32_t end = line.size();
      while (end > 0 && !line.word(end - 1) && !line.mark(end - 1, ')')) --end;
      if (end > 2) put({0, end, {}, Stance::kNeutral, speaker});
      spoken_block = block;
    } else {
      speaker.reset();
      for (const std::uint32_t d : line.quotes) {
        if (drafts[d].subject) speaker = drafts[d].subject;
        spoken_block = block;
      }
    }
  }
  for (Draft& draft : added) drafts.push_back(std::move(draft));
  sort_and_nest(drafts);
}

}  // namespace manicule
