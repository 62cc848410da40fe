#include "quotes/kinds.h"

#include <algorithm>

namespace manicule {
namespace {

constexpr std::uint32_t kTerm = 4;       // words of the longest term or irony
constexpr std::uint32_t kLongName = 12;  // words of the longest title

class Judge {
 public:
  Judge(const Scene& scene, const Layout& layout, const std::vector<Draft>& drafts)
      : scene_(scene), layout_(layout), drafts_(drafts) {
    std::uint32_t words = 0, capitals = 0;
    for (std::uint32_t i = 1; i < scene.size(); ++i) {
      if (scene.token(i).kind != TokenKind::kWord || scene.ends_sentence(i - 1)) continue;
      ++words;
      capitals += scene.token(i).shape == Shape::kCapitalized;
    }
    nouns_capital_ = 100 * capitals > 26 * words;
  }

  QuoteKind tell(std::uint32_t d, const std::optional<CueFound>& cue) const {
    const Line& line = layout_.lines[layout_.places[d].line];
    const std::uint32_t p = layout_.places[d].gap;
    const std::uint32_t words = word_count(d);
    const bool inside = embedded(line, p);
    // "du « pain bénit »": behind an article a word or two are a noun, even one like a verb.
    const bool noun =
        words <= 2 && p > 0 && (line.determiner(p - 1) || line.is(p - 1, WordClass::kOf));
    const bool clause = !noun && has_finite(d);
    if (drafts_[d].origin != Origin::kMarks || drafts_[d].continues) return QuoteKind::kSpeech;
    if (words <= kLongName && !clause && beside_work(line, p) && starts_capital(d)) {
      return QuoteKind::kTitle;
    }
    if (drafts_[d].said_with && !(cue && cue->before)) return QuoteKind::kSpeech;
    if (words <= kLongName && named_by(line, p)) {
      const bool someone = cue && cue->before && cue->verb != nullptr && cue->subject &&
                           !line.gap(p - 1) && calls(line, p, cue->span) &&
                           is_someone(*cue->subject);
      return someone ? QuoteKind::kPartial : QuoteKind::kScare;
    }
    const bool said = words >= 3 && !inside && (cue || !line_goes_on(line, p));
    if (is_name(d) && !said) return between_names(line, p) ? QuoteKind::kScare : QuoteKind::kTitle;
    const bool heads_clause = !inside;
    if (inside && p > 0 && words <= 2 && starts_capital(d) && line.is(p - 1, WordClass::kArticle)) {
      return QuoteKind::kTitle;  // "aux « Arènes »"
    }
    if (cue) {
      if (heads_clause) return QuoteKind::kSpeech;
      const bool direct = cue->before && p > 0 && (line.mark(p - 1, ',') || line.mark(p - 1, ':'));
      if (clause && words >= 3 && (direct || (starts_capital(d) && words >= 5))) {
        return QuoteKind::kSpeech;
      }
      const bool self = cue->subject && cue->subject->kind == SubjectKind::kSelf;
      if (self && words <= 2) return QuoteKind::kScare;
      return QuoteKind::kPartial;
    }
    if (heads_clause) {
      if (p > 0 && line.mark(p - 1, ':') && words <= 2 && !starts_capital(d))
        return QuoteKind::kScare;
      if (enumerated(line, p) && words <= kLongName && !clause) return noun_phrase(d);
      const bool term = line_goes_on(line, p) && !told_behind(line, p) && words <= kTerm && !clause;
      return term ? noun_phrase(d) : QuoteKind::kSpeech;
    }
    if (drafts_[d].subject && !starts_capital(d)) return QuoteKind::kPartial;
    if (starts_capital(d) && !nouns_capital_ && words <= kLongName && !clause) {
      return QuoteKind::kTitle;
    }
    return words <= kTerm && !clause ? QuoteKind::kScare : QuoteKind::kPartial;
  }

  std::uint32_t word_count(std::uint32_t d) const {
    std::uint32_t n = 0;
    const TokenRange inside = drafts_[d].tokens;
    for (std::uint32_t t = inside.begin; t < inside.end && n < 100; ++t) n += scene_.is_word(t);
    return n;
  }

 private:
  /// A name, a pronoun or one definite person: "o que o promotor chama de".
  bool is_someone(const Subject& subject) const {
    if (subject.kind != SubjectKind::kDescription) return true;
    return subject.definite && subject.gender != Gender::kPlural &&
           scene_.is(subject.head, WordClass::kPerson);
  }

  /// "... tekende: «A», «B» en «C»": one of several in a row.
  bool enumerated(const Line& line, std::uint32_t p) const {
    const auto beside = [&](std::uint32_t comma, std::uint32_t other) {
      return line.mark(comma, ',') && other < line.size() && line.gap(other);
    };
    return beside(p + 1, p + 2) || (p >= 2 && beside(p - 1, p - 2));
  }

  QuoteKind noun_phrase(std::uint32_t d) const {
    return starts_capital(d) ? QuoteKind::kTitle : QuoteKind::kScare;
  }

  /// Words of the article's own before the quotation in its sentence.
  static bool embedded(const Line& line, std::uint32_t p, std::uint32_t deep = 0) {
    constexpr std::uint32_t kFarthest = 4;
    if (p == 0) return false;
    if (line.mark(p - 1, ':')) return false;
    constexpr std::uint32_t kReach = 60;
    for (std::uint32_t i = p; i-- > (p > kReach ? p - kReach : 0);) {
      if (line.gap(i)) {
        bool between = false;
        for (std::uint32_t k = i + 1; k < p; ++k) between |= line.word(k);
        if (between) return !after_incise(line, i, p);
        return deep < kFarthest && embedded(line, i, deep + 1);  // as that quotation is
      }
      if (line.mark(i, ':') && i + 1 == p) return false;
    }
    for (std::uint32_t i = 0; i < p; ++i) {
      if (line.word(i) && !line.is(i, WordClass::kAnd)) return true;
    }
    return false;
  }

  /// "…", dit-elle, "…": the words between belong to the incise.
  static bool after_incise(const Line& line, std::uint32_t quote, std::uint32_t p) {
    return quote == 0 && p > 0 && (line.mark(p - 1, ',') || line.dash(p - 1));
  }

  static bool line_goes_on(const Line& line, std::uint32_t p) {
    for (std::uint32_t i = p + 1; i < line.size() && i < p + 5; ++i) {
      if (line.word(i)) return true;
    }
    return false;
  }

  /// "“Ni en agosto”, remacha.": a comma and one word, a verb that no lexicon knows.
  static bool told_behind(const Line& line, std::uint32_t p) {
    return line.mark(p + 1, ',') && line.lower(p + 2) && !line.word(p + 3);
  }

  bool starts_capital(std::uint32_t d) const {
    const TokenRange inside = drafts_[d].tokens;
    for (std::uint32_t t = inside.begin; t < inside.end; ++t) {
      if (!scene_.is_word(t)) continue;
      const Shape s = scene_.token(t).shape;
      return s != Shape::kLower && s != Shape::kNone;
    }
    return false;
  }

  bool has_finite(std::uint32_t d) const {
    const TokenRange inside = drafts_[d].tokens;
    for (std::uint32_t t = inside.begin; t < inside.end && t < inside.begin + 60; ++t) {
      const WordInfo& info = scene_.info(t);
      if (info.is(WordClass::kFinite) && !info.is(WordClass::kArticle) &&
          (info.is(WordClass::kPronoun) || t == inside.begin || !determiner(t - 1))) {
        return true;
      }
      for (const CueVerb& verb : info.verbs) {
        if (verb.form == VerbForm::kFinite && verb.complement.empty() && scene_.is_lower(t) &&
            t > inside.begin && inside.size() > 4 && !scene_.is(t - 1, WordClass::kArticle) &&
            !scene_.is(t - 1, WordClass::kIndefinite)) {
          return true;
        }
      }
    }
    return false;
  }

  bool determiner(std::uint32_t t) const {
    return scene_.is(t, WordClass::kArticle) || scene_.is(t, WordClass::kIndefinite) ||
           scene_.is(t, WordClass::kPossessive) || scene_.is(t, WordClass::kThis);
  }

  /// The whole content is one name.
  bool is_name(std::uint32_t d) const {
    const TokenRange inside = drafts_[d].tokens;
    const std::uint32_t name = scene_.name_at(inside.begin);
    if (name == Scene::kNoName) return false;
    const NameRef& ref = scene_.names()[name];
    return ref.entity && ref.tokens.begin == inside.begin && ref.tokens.end >= inside.end;
  }

  static bool between_names(const Line& line, std::uint32_t p) {
    return p > 0 && line.name(p - 1) != Scene::kNoName && line.name(p + 1) != Scene::kNoName;
  }

  /// A work stands before it ("le film « … »") or behind it ("« … », roman de").
  bool beside_work(const Line& line, std::uint32_t p) const {
    std::uint32_t steps = 0;
    for (std::uint32_t i = p; i-- > 0 && steps < 4; ++steps) {
      if (line.gap(i)) break;
      if (line.is(i, WordClass::kWork)) return true;
      const bool skipped = line.mark(i, ',') || line.is(i, WordClass::kArticle) ||
                           line.is(i, WordClass::kPossessive) || line.name(i) != Scene::kNoName ||
                           line.is(i, WordClass::kPreposition) || line.is(i, WordClass::kNaming) ||
                           line.lower(i);
      if (!skipped) break;
    }
    std::uint32_t i = p + 1;
    if (line.mark(i, '(')) return true;
    if (!line.mark(i, ',')) return false;
    for (std::uint32_t k = i + 1; k < i + 4; ++k) {
      if (line.is(k, WordClass::kWork)) return true;
      if (!line.word(k)) break;
    }
    return false;
  }

  /// The cue is the verb that names, a few words before the quotation or right behind it.
  static bool calls(const Line& line, std::uint32_t p, Span cue) {
    if (line.word(p + 1) && cue.contains(line.scene->token(line.at[p + 1]).span)) return true;
    for (std::uint32_t i = p; i-- > (p > 4 ? p - 4 : 0);) {
      if (!line.gap(i) && cue.contains(line.scene->token(line.at[i]).span)) return true;
    }
    return false;
  }

  bool named_by(const Line& line, std::uint32_t p) const {
    if (line.is(p + 1, WordClass::kNaming) && (p + 2 >= line.size() || !line.word(p + 2)))
      return true;
    std::uint32_t i = p;
    std::uint32_t steps = 0;
    while (i > 0 && !line.gap(i - 1) && steps++ < 2 &&
           (line.is(i - 1, WordClass::kArticle) || line.is(i - 1, WordClass::kIndefinite) ||
            line.is(i - 1, WordClass::kPreposition))) {
      --i;
    }
    if (i == 0 || line.gap(i - 1)) return false;
    if (line.is(i - 1, WordClass::kNaming)) return true;
    for (const CueVerb& verb : scene_.info(line.at[i - 1]).verbs) {
      if (verb.is(CueUse::kNames) && !line.mark(i - 1, ':')) return true;
    }
    return false;
  }

  const Scene& scene_;
  const Layout& layout_;
  const std::vector<Draft>& drafts_;
  bool nouns_capital_ = false;
};

}  // namespace

void tell_kinds(const Scene& scene, const Layout& layout,
                const std::vector<std::optional<CueFound>>& cues, std::vector<Draft>& drafts) {
  const Judge judge(scene, layout, drafts);
  for (std::uint32_t d = 0; d < drafts.size(); ++d) drafts[d].quote.kind = judge.tell(d, cues[d]);
}

}  // namespace manicule
