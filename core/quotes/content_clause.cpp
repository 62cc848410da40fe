#include "quotes/content_clause.h"

#include "quotes/subjects.h"

namespace manicule {
namespace {

class ContentClause {
 public:
  ContentClause(const Line& line, const std::vector<Draft>& drafts, const Clauses& clauses)
      : line_(line), drafts_(drafts), clauses_(clauses) {}

  std::uint32_t begin(const VerbGroup& group) const {
    constexpr std::uint32_t kReach = 9;
    // "“…”, said X, who ..." reports nothing more.
    const bool quoted = behind_quote(group.begin, QuoteKind::kScare);
    const bool spoken = behind_quote(group.begin, QuoteKind::kSpeech);
    const bool bare =
        line_.is(group.end - 1, WordClass::kBare) && !quoted && !that_ahead(group.end);
    const std::uint32_t plain = bare ? plain_clause(group) : 0;
    for (std::uint32_t i = group.end; i < clauses_.size() && i < group.end + kReach; ++i) {
      if (line_.gap(i)) return 0;
      if (i == plain && i > 0) return i;
      if (line_.is(i, WordClass::kNegation) && line_.scene->lexicon().verb_second) return 0;
      // "promised help and said that": the next verb has the clause.
      if (line_.is(i, WordClass::kAnd) && cue_reading(line_, i + 1, false) != nullptr) return 0;
      if (line_.is(i, WordClass::kThat)) {  // not "disputes that, ..."
        // "escribió una alumna en una redacción que ..."
        if (spoken && i > group.end) return 0;
        // "dicen los que la conocen que ..."
        if (line_.is(i, WordClass::kRelative) && line_.is(i - 1, WordClass::kArticle)) continue;
        if (line_.is(i - 1, WordClass::kThis) || line_.punctuation(i + 1)) return 0;
        return line_.is(i + 1, WordClass::kPreposition) && !verb_behind(i + 1) ? 0 : i + 1;
      }
      if (line_.is(i, WordClass::kWhether) && i < group.end + 4) return i + 1;
      if (line_.mark(i, ',')) {
        // "reconoce Carla Benítez, que a sus 19 años ...": a relative behind the subject.
        const bool relative = line_.is(i + 1, WordClass::kRelative) && i > group.end;
        if (line_.is(i + 1, WordClass::kThat)) return relative ? 0 : i + 2;
        if (line_.is(i + 1, WordClass::kWhether)) return i + 2;
        if (indirect(i + 1)) return i + 1;
        i = clauses_.next_comma(i + 1);  // past "29" in "told Wicks, 29, that"
        const bool that =
            line_.is(i + 1, WordClass::kThat) && !line_.is(i + 1, WordClass::kRelative);
        return that && i < group.end + kReach ? i + 2 : 0;
      }
      if (line_.scene->token(line_.at[i]).kind == TokenKind::kPunctuation) return 0;
      if (i == group.end && !group.reflexive && perfect(i)) return i;
    }
    return 0;
  }

 private:
  /// A quotation of kind `least` or surer stands right before index `i`, or before its comma.
  bool behind_quote(std::uint32_t i, QuoteKind least) const {
    for (std::uint32_t k = i; k-- > (i > 2 ? i - 2 : 0);) {
      if (line_.gap(k)) {
        return least != QuoteKind::kSpeech ||
               drafts_[line_.draft(k)].quote.kind == QuoteKind::kSpeech;
      }
    }
    return false;
  }

  /// "They said that about the last one" has none.
  bool verb_behind(std::uint32_t i) const {
    for (std::uint32_t k = i; k < clauses_.size(); ++k) {
      if (line_.gap(k) || line_.finite(k) || cue_reading(line_, k, false) != nullptr) return true;
    }
    return clauses_.size() > i + 6;
  }

  /// A "that" before any other verb: what stands between is whom it is said to.
  bool that_ahead(std::uint32_t i) const {
    constexpr std::uint32_t kReach = 9;
    for (std::uint32_t k = i; k < clauses_.size() && k < i + kReach && !line_.finite(k); ++k) {
      if (line_.is(k, WordClass::kThat) && k > i) return true;
    }
    return false;
  }

  /// "..., er habe nichts gewusst": the subjunctive stands for "dass".
  bool indirect(std::uint32_t i) const {
    for (std::uint32_t k = i; k < clauses_.size() && k < i + 14; ++k) {
      if (line_.mark(k, ',')) return false;
      if (!line_.is(k, WordClass::kSubjunctive)) continue;
      // "von einem Mann, der sich gesprengt habe": a relative clause has its verb last.
      const bool last = k + 1 >= clauses_.size() || line_.punctuation(k + 1);
      return !(last && k > i + 2 && line_.is(i, WordClass::kRelative));
    }
    return false;
  }

  bool perfect(std::uint32_t i) const {
    while (line_.is(i, WordClass::kNegation) && !line_.is(i, WordClass::kPerfect)) ++i;
    if (line_.is(i, WordClass::kPerfect)) return true;
    // "assure en avoir", "ha detto di aver"
    return (line_.is(i, WordClass::kPreposition) || line_.is(i, WordClass::kReflexive)) &&
           line_.is(i + 1, WordClass::kPerfect);
  }

  /// Where a clause without "that" begins behind `group`, or 0: at once, behind adverbials ("said
  /// on Tuesday it had"), or behind whom it is told.
  std::uint32_t plain_clause(const VerbGroup& group) const {
    std::uint32_t i = group.end;
    if (line_.is(group.end - 1, WordClass::kTells)) {
      const auto addressee = subject_at(line_, i, {.oblique = true});
      if (addressee) i = addressee->end;
    }
    if (starts_clause(i)) return i;
    while (line_.adverb(i)) ++i;
    constexpr std::uint32_t kAdverbials = 8;
    for (const std::uint32_t stop = i + kAdverbials; i < stop; ++i) {
      if (i > group.end && starts_clause(i)) return i;
      const bool inside = line_.word(i) && !line_.is(i, WordClass::kTo) &&
                          (i > group.end || line_.is(i, WordClass::kPreposition));
      if (!inside) return 0;
    }
    return 0;
  }

  /// A noun phrase with its verb behind it: "a full service was unlikely", not "a second ship".
  bool starts_clause(std::uint32_t i) const {
    constexpr std::uint32_t kReach = 24;
    const bool opens = line_.word(i) || (!line_.punctuation(i) && line_.word(i + 1));  // "€30,000"
    if (!opens || line_.mark(i, ',') || line_.adverb(i) || line_.is(i, WordClass::kPreposition) ||
        line_.is(i, WordClass::kAnd) || line_.is(i, WordClass::kTo) ||
        line_.is(i, WordClass::kThat)) {
      return false;
    }
    if (i > 0 && line_.name(i) != Scene::kNoName && line_.name(i) == line_.name(i - 1))
      return false;
    std::uint32_t others = 0;  // verbs that belong to relative clauses
    for (std::uint32_t k = i + 1; k < clauses_.size() && k < i + kReach; ++k) {
      if (line_.gap(k)) continue;
      if (line_.mark(k, ',')) {
        // "said the firm, which owns it, would pay"
        const bool aside = line_.is(k + 1, WordClass::kRelative) || line_.determiner(k + 1) ||
                           line_.name(k + 1) != Scene::kNoName ||
                           (line_.word(k + 1) && !line_.lower(k + 1));
        const std::uint32_t next = clauses_.next_comma(k + 1);
        if (!aside || next >= clauses_.size()) return false;
        k = next;
      } else if (line_.is(k, WordClass::kSubordinate) && !line_.is(k, WordClass::kPreposition)) {
        return false;
      } else if (line_.is(k, WordClass::kRelative) || line_.is(k, WordClass::kThat)) {
        ++others;
      } else if (acts(k) && others-- == 0) {
        return true;
      }
    }
    return false;
  }

  bool acts(std::uint32_t k) const {
    if (line_.genitive(k) && k > 0 && !line_.is(k - 1, WordClass::kPronoun)) return false;
    if (line_.finite(k)) return true;
    if (!line_.word(k) || line_.noun_here(k)) return false;
    for (const CueVerb& verb : line_.scene->info(line_.at[k]).verbs) {
      if (verb.form == VerbForm::kFinite) return true;
    }
    return false;
  }

  const Line& line_;
  const std::vector<Draft>& drafts_;
  const Clauses& clauses_;
};

}  // namespace

std::uint32_t content_begin(const Line& line, const std::vector<Draft>& drafts,
                            const Clauses& clauses, const VerbGroup& group) {
  return ContentClause(line, drafts, clauses).begin(group);
}

}  // namespace manicule
