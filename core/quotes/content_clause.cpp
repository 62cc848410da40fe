#include "quotes/content_clause.h"

namespace manicule {
namespace {

class ContentClause {
 public:
  ContentClause(const Line& line, const Clauses& clauses) : line_(line), clauses_(clauses) {}

  std::uint32_t begin(const VerbGroup& group) const {
    constexpr std::uint32_t kReach = 9;
    std::uint32_t i = group.end;
    // "“…”, said X, who ..." reports nothing more.
    const bool quoted = group.begin > 0 && (line_.gap(group.begin - 1) ||
                                            (group.begin > 1 && line_.gap(group.begin - 2)));
    const bool bare =
        line_.is(group.end - 1, WordClass::kBare) && !quoted && !that_ahead(group.end);
    for (; i < clauses_.size() && i < group.end + kReach; ++i) {
      if (line_.gap(i)) return 0;
      // "promised help and said that": the next verb has the clause.
      if (line_.is(i, WordClass::kAnd) && cue_reading(line_, i + 1, false) != nullptr) return 0;
      if (line_.is(i, WordClass::kThat)) {  // not "disputes that, ..."
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
      if (bare && starts_clause(i, group)) return i;
    }
    return 0;
  }

 private:
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
    if (line_.is(i, WordClass::kPerfect)) return true;
    // "assure en avoir", "ha detto di aver"
    return (line_.is(i, WordClass::kPreposition) || line_.is(i, WordClass::kReflexive)) &&
           line_.is(i + 1, WordClass::kPerfect);
  }

  bool starts_clause(std::uint32_t i, const VerbGroup& group) const {
    if (line_.is(i, WordClass::kMonth) || line_.is(i, WordClass::kPreposition) ||
        line_.is(i, WordClass::kAnd)) {
      return false;
    }
    const bool told = group.end + 1 <= i;
    const bool phrase = line_.is(i, WordClass::kPronoun) || line_.is(i, WordClass::kArticle) ||
                        line_.is(i, WordClass::kIndefinite) ||
                        line_.is(i, WordClass::kPossessive) || line_.is(i, WordClass::kThis) ||
                        line_.name(i) != Scene::kNoName || line_.word(i);
    if (!phrase) return false;
    if (told && line_.name(i - 1) != Scene::kNoName) return false;
    for (std::uint32_t k = i + 1; k < clauses_.size() && k < i + 24; ++k) {
      if (line_.gap(k)) continue;
      if (line_.finite(k)) return true;
      for (const CueVerb& verb : line_.scene->info(line_.at[k]).verbs) {
        if (verb.form == VerbForm::kFinite && k > i) return true;
      }
    }
    return false;
  }

  const Line& line_;
  const Clauses& clauses_;
};

}  // namespace

std::uint32_t content_begin(const Line& line, const Clauses& clauses, const VerbGroup& group) {
  return ContentClause(line, clauses).begin(group);
}

}  // namespace manicule
