#include "quotes/speakers.h"

#include <algorithm>
#include <map>

#include "quotes/noun_cues.h"
#include "quotes/subjects.h"

namespace manicule {
namespace {

bool says(const CueVerb& verb) {
  return verb.is(CueUse::kSays) || verb.is(CueUse::kUtters) || verb.is(CueUse::kObject);
}

class Finder {
 public:
  Finder(const Scene& scene, const Layout& layout, std::vector<Draft>& drafts)
      : scene_(scene), layout_(layout), drafts_(drafts), found_(drafts.size()) {}

  std::vector<std::optional<CueFound>> run() {
    for (std::uint32_t l = 0; l < layout_.lines.size(); ++l) {
      line_index_ = l;
      cue_owner_.clear();
      wordless_ = true;
      for (std::uint32_t i = 0; i < line().size() && wordless_; ++i) wordless_ = !line().word(i);
      // Cues behind a quotation are the surest, so they are given out first.
      for (const std::uint32_t d : line().quotes) behind(d);
      for (const std::uint32_t d : line().quotes) {
        if (!found_[d] && !drafts_[d].said_with) before(d);
      }
      for (const std::uint32_t d : line().quotes) {
        if (!found_[d] && !drafts_[d].said_with) from_next(d);
        if (!found_[d] && !drafts_[d].said_with) from_previous(d);
        if (!found_[d] && !drafts_[d].subject && !drafts_[d].said_with) from_its_sentence(d);
      }
    }
    return std::move(found_);
  }

 private:
  const Line& line() const { return layout_.lines[line_index_]; }
  std::uint32_t gap(std::uint32_t d) const { return layout_.places[d].gap; }

  void set(std::uint32_t d, CueFound cue, std::uint32_t at) {
    drafts_[d].quote.cue = cue.span;
    drafts_[d].quote.stance = cue.stance;
    drafts_[d].subject = cue.subject;
    found_[d] = std::move(cue);
    cue_owner_.emplace(at, d);
  }

  /// Whether the words of `d` end with a comma, question or exclamation mark.
  bool ends_open(std::uint32_t d) const {
    const TokenRange inside = drafts_[d].tokens;
    for (std::uint32_t t = inside.end; t > inside.begin; --t) {
      if (scene_.is_word(t - 1)) return false;
      if (scene_.is_mark(t - 1, ',') || scene_.is_mark(t - 1, '!') || scene_.is_mark(t - 1, '?')) {
        return true;
      }
    }
    return false;
  }

  // --- behind the quotation

  void behind(std::uint32_t d) {
    std::uint32_t i = gap(d) + 1;
    bool apart = ends_open(d);
    while (line().mark(i, ',') || line().dash(i)) {
      apart = true;
      ++i;
    }
    if (i >= line().size() || line().gap(i)) return;
    if (verb_first(d, i, apart) || subject_first(d, i, apart) || phrase_behind(d, i)) return;
    if (apart) unknown_verb(d, i);
    if (!found_[d] && stands_alone(d)) {
      if (const auto noun = noun_cue_behind(line(), i)) {
        set(d, {noun->span, Stance::kNeutral, nullptr, noun->subject}, i);
      }
    }
  }

  bool verb_first(std::uint32_t d, std::uint32_t i, bool apart) {
    std::uint32_t start = i;
    while (start < i + 2 && line().is(start, WordClass::kMonth)) ++start;
    const auto group = verb_group_at(line(), start);
    if (!group || group->verb->form == VerbForm::kInfinitive) return false;
    if (!says(*group->verb) && !group->enclitic) return false;
    if (group->verb->form == VerbForm::kGerund) return false;
    if (group->verb->form == VerbForm::kParticiple && !group->after_auxiliary) return false;
    CueFound cue{.span = line().span(group->begin, group->end),
                 .stance = group->verb->stance,
                 .verb = group->verb,
                 .subject = {}};
    if (group->enclitic) {
      cue.subject = subject_at(line(), *group->enclitic, {});
    } else {
      cue.subject = subject_behind(line(), group->end);
    }
    const bool own = stands_alone(d);
    if (!cue.subject) {
      // "«…», lembra": the subject is not expressed.
      const bool object =
          line().lower(group->end) && !line().is(group->end, WordClass::kPreposition);
      if (!apart || !own || object) return false;
    } else if (!apart && !own) {
      return false;
    }
    set(d, cue, group->begin);
    return true;
  }

  bool subject_first(std::uint32_t d, std::uint32_t i, bool apart) {
    if (!apart || !stands_alone(d)) return false;
    const auto subject = subject_at(line(), i, {});
    if (!subject || subject->kind == SubjectKind::kSelf) return false;
    std::uint32_t at = subject->end;
    while (line().is(at, WordClass::kMonth) || (at > i + 1 && line().mark(at, ','))) ++at;
    auto group = verb_group_at(line(), at);
    if (!group && at > i + 1 && line().mark(at - 1, ',')) {
      group = verb_group_at(line(), behind_apposition(at));
    }
    if (!group || !says(*group->verb) || group->verb->form == VerbForm::kGerund ||
        group->verb->form == VerbForm::kInfinitive) {
      return false;
    }
    set(d, {line().span(group->begin, group->end), group->verb->stance, group->verb, subject},
        group->begin);
    return true;
  }

  /// The index behind the next comma, where one is near: "Whitcomb, a Republican, told".
  std::uint32_t behind_apposition(std::uint32_t i) const {
    constexpr std::uint32_t kLongest = 14;
    for (std::uint32_t k = i; k < i + kLongest && k < line().size() && !line().gap(k); ++k) {
      if (line().mark(k, ',')) return k + 1;
    }
    return line().size();
  }

  bool phrase_behind(std::uint32_t d, std::uint32_t i) {
    const auto phrase = phrase_at(line(), i);
    if (!phrase) return false;
    const PhraseRole role = phrase->phrase->role;
    if (role != PhraseRole::kBefore && role != PhraseRole::kTurned &&
        role != PhraseRole::kQuoting) {
      return false;
    }
    const auto subject = source_at(line(), phrase->end);
    if (!subject) return false;
    set(d, {line().span(i, phrase->end), phrase->phrase->stance, nullptr, subject}, i);
    return true;
  }

  /// A word that no lexicon knows, between a quoted clause and a name, is the verb.
  void unknown_verb(std::uint32_t d, std::uint32_t i) {
    constexpr std::uint32_t kClause = 3;
    if (!stands_alone(d) || drafts_[d].tokens.size() < kClause) return;
    std::uint32_t verb = i;
    while (line().is(verb, WordClass::kReflexive) || line().is(verb, WordClass::kAuxiliary)) ++verb;
    if (!line().lower(verb) || scene_.info(line().at[verb]).classes != 0) return;
    const auto subject = subject_at(line(), verb + 1, {});
    if (!subject) return;
    const bool person = subject->kind == SubjectKind::kName ||
                        (subject->kind == SubjectKind::kPronoun && verb + 2 < line().size()) ||
                        scene_.is(subject->head, WordClass::kPerson);
    if (person) set(d, {line().span(i, verb + 1), Stance::kNeutral, nullptr, subject}, i);
  }

  /// Nothing but a connective or a colon before the quotation in its line.
  bool stands_alone(std::uint32_t d) const {
    const std::uint32_t p = gap(d);
    if (p == 0) return true;
    if (line().mark(p - 1, ':') || line().dash(p - 1)) return true;
    for (std::uint32_t i = 0; i < p; ++i) {
      if (line().gap(i)) return true;  // behind another quotation
      if (line().word(i) && !line().is(i, WordClass::kAnd)) return false;
    }
    return true;
  }

  // --- before the quotation

  void before(std::uint32_t d) {
    constexpr std::uint32_t kReach = 40;
    const std::uint32_t p = gap(d);
    const std::uint32_t stop = p > kReach ? p - kReach : 0;
    if (p > 1 && line().mark(p - 1, ':') && named_before_colon(d)) return;
    for (std::uint32_t i = p; i-- > stop;) {
      if (line().gap(i)) continue;
      const auto owner = cue_owner_.find(i);
      if (owner != cue_owner_.end()) {
        drafts_[d].said_with = owner->second;
        found_[d] = found_[owner->second];
        found_[d]->before = true;
        drafts_[d].quote.cue = found_[d]->span;
        drafts_[d].quote.stance = found_[d]->stance;
        drafts_[d].subject = found_[d]->subject;
        return;
      }
      if (line().mark(i, ';')) {
        if (!drafts_[d].subject) elliptical(d, i + 1);
        break;
      }
      if (line().is(i, WordClass::kSubordinate) && i > 0 && line().mark(i - 1, ',')) break;
      if (verb_before(d, i) || phrase_before(d, i)) return;
    }
    if (p > 1 && line().mark(p - 1, ':')) told_by_colon(d);
  }

  /// "X parle d'un « … » ; Y, d'un « … »": the verb is left out, the speaker is not.
  void elliptical(std::uint32_t d, std::uint32_t begin) {
    if (line().name(begin) == Scene::kNoName || cue_owner_.empty()) return;
    if (!line().mark(line().name_end(begin), ',')) return;
    for (std::uint32_t i = begin; i < gap(d); ++i) {
      if (line().finite(i)) return;
    }
    drafts_[d].subject = name_at(line(), begin);
  }

  /// "Sa réponse : « … »", and where no noun tells it, the subject of the clause before the colon:
  /// "Le voisin n'a rien vu : « … »".
  void told_by_colon(std::uint32_t d) {
    const std::uint32_t p = gap(d);
    if (const auto noun = noun_cue_before(line(), p)) {
      set(d, {noun->span, Stance::kNeutral, nullptr, noun->subject, true}, p - 1);
      return;
    }
    std::uint32_t begin = clause_begin(line(), p - 1);
    while (line().adverb(begin) || line().is(begin, WordClass::kAnd) || line().mark(begin, ',')) {
      ++begin;
    }
    auto subject = subject_at(line(), begin, {});
    if (!subject || !speaks(scene_, *subject)) subject = subject_before(line(), begin, p - 1);
    const bool adjunct = line().is(begin, WordClass::kPreposition);
    if (subject && speaks(scene_, *subject) && (adjunct || opens_clause(*subject))) {
      drafts_[d].subject = subject;
    }
  }

  /// Nothing but an adverb between `subject` and the mark or the start before it.
  bool opens_clause(const Subject& subject) const {
    const auto& at = line().at;
    auto i = static_cast<std::uint32_t>(
        std::find(at.begin(), at.end(), scene_.token_from(subject.span.begin)) - at.begin());
    while (i > 0 &&
           (line().adverb(i - 1) || line().is(i - 1, WordClass::kAnd) || line().determiner(i - 1) ||
            line().is(i - 1, WordClass::kHonorific) || line().is(i - 1, WordClass::kPerson))) {
      --i;
    }
    return i == 0 || line().punctuation(i - 1);
  }

  /// "…, a message from my mother: '…'": no verb, but a person right before the colon.
  bool named_before_colon(std::uint32_t d) {
    std::uint32_t begin = gap(d) - 1;
    while (begin > 0 && !line().gap(begin - 1) && line().word(begin - 1) &&
           begin + 3 > gap(d) - 1 && !line().is(begin - 1, WordClass::kPreposition)) {
      --begin;
      if (line().is(begin, WordClass::kPossessive) || line().is(begin, WordClass::kArticle) ||
          line().is(begin, WordClass::kIndefinite)) {
        break;
      }
    }
    if (begin + 1 >= gap(d) - 1 || !line().is(gap(d) - 2, WordClass::kPerson)) return false;
    if (begin > 0 && cue_reading(line(), begin - 1, true) != nullptr) return false;
    if (begin > 0 && cue_reading(line(), begin - 1, false) != nullptr) return false;
    auto subject = subject_at(line(), begin, {});
    if (!subject || subject->end != gap(d) - 1) return false;
    drafts_[d].subject = subject;
    return true;
  }

  /// The verb of saying whose clause holds the words around `i`: "assure que ... présente".
  std::optional<std::uint32_t> governing(std::uint32_t i) const {
    constexpr std::uint32_t kReach = 20;
    for (std::uint32_t k = i; k-- > (i > kReach ? i - kReach : 0);) {
      if (line().gap(k) || line().mark(k, ';') || line().mark(k, ':')) break;
      if (line().is(k, WordClass::kThat)) {
        for (std::uint32_t v = k; v-- > 0 && v + 4 > k;) {
          if (verb_of(v)) return v;
        }
      }
    }
    // "said it had ..."
    if (i > 1 && line().is(i - 1, WordClass::kPronoun) && line().is(i - 2, WordClass::kBare)) {
      return i - 2;
    }
    return std::nullopt;
  }

  bool verb_of(std::uint32_t i) const {
    if (!line().word(i) || line().name(i) != Scene::kNoName) return false;
    const auto& verbs = scene_.info(line().at[i]).verbs;
    return std::any_of(verbs.begin(), verbs.end(),
                       [](const CueVerb& v) { return v.is(CueUse::kSays); });
  }

  bool verb_before(std::uint32_t d, std::uint32_t i) {
    const auto group = verb_group_around(line(), i);
    if (!group) return false;
    if (const auto outer = governing(group->begin)) {
      if (cue_owner_.find(*outer) == cue_owner_.end() && verb_before(d, *outer)) return true;
    }
    const CueVerb& verb = *group->verb;
    const bool names = verb.is(CueUse::kNames) && !says(verb);
    const bool bare = verb.form == VerbForm::kParticiple && !group->after_auxiliary;
    CueFound cue{line().span(group->begin, group->end), verb.stance, &verb, {}, true};
    if (bare || group->passive) cue.subject = agent_of(*group, gap(d));
    if (bare && !cue.subject) return false;
    if (!bare && !group->passive) cue.subject = subject_of(*group, gap(d));
    if (names && (!cue.subject || cue.subject->kind == SubjectKind::kDescription)) return false;
    set(d, cue, group->begin);
    drafts_[d].unnamed = group->passive && !cue.subject;
    return true;
  }

  /// Who acts in a passive: "jugé « … » par X", "described by X as “…”".
  std::optional<Subject> agent_of(const VerbGroup& group, std::uint32_t p) const {
    constexpr std::uint32_t kNear = 5;
    if (group.end + kNear < p) return std::nullopt;
    for (std::uint32_t i = before_participle(group); i < p + 3 && i < line().size(); ++i) {
      if (!line().is(i, WordClass::kBy)) continue;
      const auto subject = subject_at(line(), i + 1, {.oblique = true});
      if (subject) return subject;
    }
    return std::nullopt;
  }

  /// "werd door de coalitie afgedaan": the agent may stand between the parts of the verb.
  std::uint32_t before_participle(const VerbGroup& group) const {
    constexpr std::uint32_t kReach = 8;
    for (std::uint32_t i = group.begin; i-- > (group.begin > kReach ? group.begin - kReach : 0);) {
      if (!line().word(i)) break;
      if (line().is(i, WordClass::kPassive)) return i + 1;
    }
    return group.end;
  }

  std::optional<Subject> subject_of(const VerbGroup& group, std::uint32_t limit) const {
    const VerbForm form = group.verb->form;
    const bool bound = form == VerbForm::kInfinitive || form == VerbForm::kGerund;
    // Who speaks in the sentence speaks here too: "…", a-t-il dit, avant d'assurer que "…".
    if (bound && !cue_owner_.empty()) return found_[cue_owner_.begin()->second]->subject;
    // "…, a dénoncé X, et a promis « … »": one subject for both verbs.
    const bool joined = group.begin > 0 && line().is(group.begin - 1, WordClass::kAnd);
    if (joined && !group.enclitic) {
      for (const auto& [at, owner] : cue_owner_) {
        if (at < group.begin && found_[owner]->subject) return found_[owner]->subject;
      }
    }
    return verb_subject(line(), drafts_, group, limit);
  }

  bool phrase_before(std::uint32_t d, std::uint32_t i) {
    const auto phrase = phrase_at(line(), i);
    if (!phrase) return false;
    const PhraseRole role = phrase->phrase->role;
    if (role == PhraseRole::kAfter) return postposition(d, i, *phrase);
    if (role == PhraseRole::kOwn) return own_words(d, i, *phrase);
    if (role == PhraseRole::kNaming || role == PhraseRole::kQuoting) return false;
    const bool starts = i == 0 || line().mark(i - 1, ',') || line().mark(i - 1, ':') ||
                        line().mark(i - 1, ';') || line().is(i - 1, WordClass::kAnd);
    if (role == PhraseRole::kWeak && !starts) return false;
    const bool relative =
        line().is(phrase->end, WordClass::kRelative) && !line().determiner(phrase->end);
    auto subject = relative ? relative_source(line(), i) : source_at(line(), phrase->end);
    if (!subject) {  // "Per il «Corriere della Sera» …": the source itself stands in marks
      std::uint32_t k = phrase->end;
      while (line().is(k, WordClass::kArticle)) ++k;
      if (k < gap(d) && line().gap(k)) subject = name_in_marks(line(), drafts_, k);
    }
    if (!subject || subject->end > gap(d)) return false;
    if (role == PhraseRole::kWeak && subject->kind != SubjectKind::kName &&
        subject->kind != SubjectKind::kPronoun && !scene_.is(subject->head, WordClass::kPerson) &&
        !scene_.is(subject->head, WordClass::kOffice)) {
      return false;
    }
    set(d, {line().span(i, phrase->end), phrase->phrase->stance, nullptr, subject, true}, i);
    return true;
  }

  /// "by her own account"
  bool own_words(std::uint32_t d, std::uint32_t i, const PhraseAt& phrase) {
    std::optional<Subject> subject;
    for (std::uint32_t k = i; k < phrase.end; ++k) {
      if (!line().is(k, WordClass::kPossessive)) continue;
      subject = Subject{};
      subject->kind = SubjectKind::kPronoun;
      subject->span = line().span(k, k + 1);
      subject->head = line().at[k];
      subject->gender = scene_.info(line().at[k]).gender;
    }
    set(d, {line().span(i, phrase.end), phrase.phrase->stance, nullptr, subject, true}, i);
    return true;
  }

  /// "Einem Staatssekretär zufolge ..."
  bool postposition(std::uint32_t d, std::uint32_t i, const PhraseAt& phrase) {
    const auto subject = subject_before(line(), clause_begin(line(), i), i);
    if (!subject) return false;
    set(d, {line().span(i, phrase.end), phrase.phrase->stance, nullptr, subject, true}, i);
    return true;
  }

  /// "Il s'est contenté d'un « merci ».": words that end the sentence, behind an indefinite
  /// article, are those of a person who is its subject.
  void from_its_sentence(std::uint32_t d) {
    const std::uint32_t p = gap(d);
    if (p < 3 || p + 2 < line().size() || p > 60) return;
    std::uint32_t k = p;
    while (k > 1 && k + 2 > p && line().lower(k - 1) && !line().is(k - 1, WordClass::kIndefinite))
      --k;
    if (!line().is(k - 1, WordClass::kIndefinite)) return;
    const auto subject = subject_before(line(), clause_begin(line(), k - 1), k - 1);
    if (!subject) return;
    const bool pronoun =
        subject->kind == SubjectKind::kPronoun && subject->gender != Gender::kUnknown;
    if (pronoun || scene_.is(subject->head, WordClass::kPerson)) drafts_[d].subject = subject;
  }

  // --- from the sentences around

  /// "«…». Così il ministro …": the next sentence begins with who says it.
  void from_next(std::uint32_t d) {
    if (line_index_ + 1 >= layout_.lines.size() || !alone(d)) return;
    const Line& next = layout_.lines[line_index_ + 1];
    if (layout_.block[line_index_ + 1] != layout_.block[line_index_] ||
        layout_.container[line_index_ + 1] != layout_.container[line_index_]) {
      return;
    }
    const auto phrase = phrase_at(next, 0);
    if (!phrase || phrase->phrase->role != PhraseRole::kQuoting) return;
    const auto subject = source_at(next, phrase->end);
    if (!subject || !speaks(scene_, *subject)) return;
    drafts_[d].subject = subject;
    drafts_[d].quote.cue = next.span(0, phrase->end);
  }

  void from_previous(std::uint32_t d) {
    if (line_index_ == 0) return;
    const Line& previous = layout_.lines[line_index_ - 1];
    const bool same_container =
        layout_.container[line_index_] == layout_.container[line_index_ - 1];
    const bool same_block = layout_.block[line_index_] == layout_.block[line_index_ - 1];
    if (!same_container || drafts_[d].origin != Origin::kMarks) return;
    if (!alone(d)) return;
    if (same_block && !previous.quotes.empty()) {
      const std::uint32_t last = previous.quotes.back();
      if (found_[last] && layout_.places[last].gap <= 1) drafts_[d].said_with = last;
      return;
    }
    const bool colon = previous.mark(previous.size() - 1, ':');
    if (!same_block && !colon) return;
    if (colon && line_index_ > 0 && told_before(d, previous)) return;
    const std::uint32_t end = previous.size();
    if (auto subject = subject_before(previous, end > 80 ? end - 80 : 0, end - 1)) {
      if (subject->kind == SubjectKind::kName || subject->kind == SubjectKind::kPronoun ||
          scene_.is(subject->head, WordClass::kPerson)) {
        drafts_[d].subject = subject;
      }
    }
  }

  /// "Il écrit dans un courriel :", and the quotation is the next paragraph.
  bool told_before(std::uint32_t d, const Line& previous) {
    for (std::uint32_t i = previous.size();
         i-- > (previous.size() > 40 ? previous.size() - 40 : 0);) {
      if (previous.gap(i)) continue;
      const auto group = verb_group_around(previous, i);
      if (!group || group->verb->form != VerbForm::kFinite) continue;
      drafts_[d].subject = verb_subject(previous, drafts_, *group, previous.size());
      if (!drafts_[d].subject) continue;
      drafts_[d].quote.cue = previous.span(group->begin, group->end);
      drafts_[d].quote.stance = group->verb->stance;
      return true;
    }
    return false;
  }

  /// The line holds nothing but quotations and punctuation.
  bool alone(std::uint32_t d) const { return wordless_ && (gap(d) == 0 || line().gap(gap(d) - 1)); }

  const Scene& scene_;
  const Layout& layout_;
  std::vector<Draft>& drafts_;
  std::vector<std::optional<CueFound>> found_;
  std::uint32_t line_index_ = 0;
  bool wordless_ = false;  // the line holds no word outside its quotations
  std::map<std::uint32_t, std::uint32_t> cue_owner_;  // in this line: where a cue begins, whose
};

}  // namespace

std::vector<std::optional<CueFound>> find_speakers(const Scene& scene, const Layout& layout,
                                                   std::vector<Draft>& drafts) {
  return Finder(scene, layout, drafts).run();
}

}  // namespace manicule
