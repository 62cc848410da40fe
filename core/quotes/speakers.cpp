#include "quotes/speakers.h"

#include <algorithm>
#include <map>

#include "quotes/colon.h"
#include "quotes/cue_behind.h"
#include "quotes/neighbours.h"
#include "quotes/noun_cues.h"
#include "quotes/subjects.h"
#include "quotes/verb_subject.h"

namespace manicule {
namespace {

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
      for (const std::uint32_t d : line().quotes) {
        if (auto cue = cue_behind(line(), drafts_[d], gap(d))) set(d, *cue, cue->at);
      }
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
    if (!cue.span.empty()) drafts_[d].quote.cue = cue.span;
    drafts_[d].quote.stance = cue.stance;
    drafts_[d].subject = cue.subject;
    found_[d] = std::move(cue);
    cue_owner_.emplace(at, d);
  }

  // --- before the quotation

  void before(std::uint32_t d) {
    constexpr std::uint32_t kReach = 40;
    const std::uint32_t p = gap(d);
    const std::uint32_t stop = p > kReach ? p - kReach : 0;
    if (const auto person = person_before_colon(line(), p)) {
      drafts_[d].subject = person;
      return;
    }
    if (participle_behind(d)) return;
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
        if (!cue_owner_.empty() && !drafts_[d].subject) {
          drafts_[d].subject = elliptical_subject(line(), i + 1, p);
        }
        break;
      }
      if (line().is(i, WordClass::kSubordinate) && i > 0 && line().mark(i - 1, ',')) break;
      if (verb_before(d, i) || phrase_before(d, i)) return;
    }
    if (const auto noun = noun_cue_before(line(), p)) {
      set(d, {noun->span, Stance::kNeutral, nullptr, noun->subject, true}, p - 1);
    } else if (!drafts_[d].subject) {
      drafts_[d].subject = colon_subject(line(), p);
    }
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

  /// "sostiene que ... y lamenta «…»": a verb behind "and" goes on with that one's subject.
  bool joins(std::uint32_t verb) const {
    constexpr std::uint32_t kAdverbials = 4;
    for (std::uint32_t k = verb; k-- > 0 && k + kAdverbials >= verb;) {
      if (line().gap(k)) return false;
      if (line().is(k, WordClass::kAnd)) return true;
    }
    return false;
  }

  bool verb_of(std::uint32_t i) const {
    if (!line().word(i) || line().name(i) != Scene::kNoName) return false;
    const auto& verbs = scene_.info(line().at[i]).verbs;
    return std::any_of(verbs.begin(), verbs.end(),
                       [](const CueVerb& v) { return v.is(CueUse::kSays); });
  }

  /// "hat die Kritik als „…“ bezeichnet": the auxiliary before the quotation, the verb behind it.
  bool participle_behind(std::uint32_t d) {
    constexpr std::uint32_t kReach = 20;
    const std::uint32_t p = gap(d), verb = p + 1;
    if (verb >= line().size() || !line().lower(verb) || line().word(verb + 1)) return false;
    const CueVerb* cue = cue_reading(line(), verb, true);
    if (cue == nullptr || cue->form != VerbForm::kParticiple) return false;
    for (std::uint32_t i = p; i-- > (p > kReach ? p - kReach : 0);) {
      if (line().gap(i)) continue;
      if (!line().is(i, WordClass::kAuxiliary) && !line().is(i, WordClass::kPassive)) continue;
      VerbGroup group{verb, verb + 1, cue, {}, false, true, line().is(i, WordClass::kPassive)};
      CueFound found{line().span(verb, verb + 1), cue->stance, cue, {}, true};
      if (group.passive) {
        found.subject = passive_agent(line(), group, p);
      } else {
        found.subject = subject_before(line(), clause_begin(line(), i), i);
        if (!found.subject) found.subject = subject_behind(line(), i + 1);
      }
      set(d, found, verb);
      drafts_[d].unnamed = group.passive && !found.subject;
      return true;
    }
    return false;
  }

  bool verb_before(std::uint32_t d, std::uint32_t i) {
    auto group = verb_group_around(line(), i);
    if (!group) group = bare_participle(i, gap(d));
    if (!group) return false;
    const auto outer = governing(group->begin);
    const bool joined = outer && joins(group->begin);
    if (outer && !joined) {
      if (cue_owner_.find(*outer) == cue_owner_.end() && verb_before(d, *outer)) return true;
    }
    const CueVerb& verb = *group->verb;
    const bool names = verb.is(CueUse::kNames) && !verb.reports();
    const bool bare = verb.form == VerbForm::kParticiple && !group->after_auxiliary;
    CueFound cue{line().span(group->begin, group->end), verb.stance, &verb, {}, true};
    if (bare || group->passive) cue.subject = passive_agent(line(), *group, gap(d));
    if (bare && !cue.subject) return false;
    if (!bare && !group->passive) {
      const auto main = joined ? verb_group_around(line(), *outer) : std::nullopt;
      cue.subject = subject_of(main ? *main : *group, gap(d));
    }
    if (!cue.subject && line().is(i, WordClass::kSaying)) return false;  // "di altro avviso"
    const bool gerund = verb.form == VerbForm::kInfinitive || verb.form == VerbForm::kGerund;
    if (gerund && !cue.subject && cue_owner_.empty() && !verb.is(CueUse::kSays)) return false;
    if (names && (!cue.subject || cue.subject->kind == SubjectKind::kDescription)) return false;
    set(d, cue, group->begin);
    drafts_[d].unnamed = group->passive && !cue.subject;
    return true;
  }

  /// "Une promesse jugée « … » par X": a participle without auxiliary beside the quotation.
  std::optional<VerbGroup> bare_participle(std::uint32_t i, std::uint32_t p) const {
    constexpr std::uint32_t kNear = 4;
    if (i + kNear < p || !line().lower(i) || line().noun_here(i)) return std::nullopt;
    const CueVerb* verb = cue_reading(line(), i, true);
    if (verb == nullptr || !verb->complement.empty()) return std::nullopt;
    VerbGroup group;
    group.begin = i;
    group.end = i + 1;
    group.verb = verb;
    return group;
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
    const auto subject = source_within(line(), i, phrase);
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
    if (const auto told = told_by_next(next)) set_told(d, *told);
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
    if (!same_block && !previous.mark(previous.size() - 1, ':')) return;
    if (const auto told = told_by_previous(previous, drafts_)) set_told(d, *told);
  }

  void set_told(std::uint32_t d, const Told& told) {
    drafts_[d].subject = told.subject;
    if (told.cue.empty()) return;
    drafts_[d].quote.cue = told.cue;
    drafts_[d].quote.stance = told.stance;
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
