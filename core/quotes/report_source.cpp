#include "quotes/report.h"
#include "quotes/subjects.h"

namespace manicule {

bool ReportLine::only_quoted(std::uint32_t i) const {
  if (!line.gap(i - 2)) return false;
  if (drafts[line.draft(i - 2)].quote.kind == QuoteKind::kSpeech) return true;
  std::uint32_t around = 0;
  for (std::uint32_t k = clause_begin(line, i); k < i - 2; ++k) around += line.word(k);
  return around < 3;
}

namespace {

bool is_relative(const Line& line, std::uint32_t i) {
  return line.is(i, WordClass::kRelative) && !line.determiner(i);
}

/// Whether "for X" may mean "in the opinion of X".
bool can_hold_opinion(const Line& line, const Subject& subject) {
  const Scene& scene = *line.scene;
  if (subject.kind == SubjectKind::kName) {
    if (!subject.entity) return false;
    const EntityKind kind = scene.entities()[*subject.entity].kind;
    return kind == EntityKind::kPerson || kind == EntityKind::kOrganization;
  }
  if (subject.kind == SubjectKind::kPronoun) return line.mark(subject.end, ',');
  const bool someone =
      scene.is(subject.head, WordClass::kPerson) || scene.is(subject.head, WordClass::kOffice);
  return subject.definite && someone && line.mark(subject.end, ',');
}

/// "À l'en croire, …"
std::optional<Report> behind_own_words(const ReportLine& in, std::uint32_t i,
                                       const PhraseAt& phrase) {
  const Line& line = in.line;
  const bool opens = in.clauses.boundary(i) && !(i > 0 && line.mark(i - 1, ','));
  const std::uint32_t begin = phrase.end + 1;
  if (!opens || !line.mark(phrase.end, ',') || !line.word(begin)) return std::nullopt;
  return in.from(begin, in.clauses.end_of(begin), phrase, i, source_within(line, i, phrase));
}

/// "Einem Staatssekretär zufolge ..."
std::optional<Report> behind_postposition(const ReportLine& in, std::uint32_t i,
                                          const PhraseAt& phrase) {
  const auto subject = subject_before(in.line, clause_begin(in.line, i), i);
  if (!subject) return std::nullopt;
  return in.from(phrase.end, in.clauses.end_of(phrase.end), phrase, i, subject);
}

/// "..., il sottosegretario, secondo cui ..."
std::optional<Report> behind_relative(const ReportLine& in, std::uint32_t i,
                                      const PhraseAt& phrase) {
  const auto subject = relative_source(in.line, i);
  const std::uint32_t begin = phrase.end + 1;
  if (!subject || begin >= in.clauses.size()) return std::nullopt;
  return in.from(begin, in.clauses.end_of(begin), phrase, i, subject);
}

/// The source that a phrase ending at `i` leads to; it may stand in marks.
std::optional<Subject> led_source(const ReportLine& in, std::uint32_t i) {
  if (auto subject = source_at(in.line, i)) return subject;
  while (in.line.is(i, WordClass::kArticle)) ++i;
  if (i >= in.clauses.size() || !in.line.gap(i)) return std::nullopt;
  return name_in_marks(in.line, in.drafts, i);
}

}  // namespace

std::optional<Report> report_behind_source(const ReportLine& in, std::uint32_t i) {
  const auto phrase = phrase_at(in.line, i);
  if (!phrase) return std::nullopt;
  const PhraseRole role = phrase->phrase->role;
  if (role == PhraseRole::kOwn) return behind_own_words(in, i, *phrase);
  if (role == PhraseRole::kAfter) return behind_postposition(in, i, *phrase);
  if (role != PhraseRole::kBefore && role != PhraseRole::kTurned && role != PhraseRole::kWeak) {
    return std::nullopt;
  }
  if (!in.clauses.boundary(i) || in.clauses.has_clause_before(i)) return std::nullopt;
  if (is_relative(in.line, phrase->end)) return behind_relative(in, i, *phrase);
  const auto subject = led_source(in, phrase->end);
  if (!subject) return std::nullopt;
  if (role == PhraseRole::kWeak && !can_hold_opinion(in.line, *subject)) return std::nullopt;
  const std::uint32_t begin = role == PhraseRole::kTurned ? in.clauses.turned_clause(subject->end)
                                                          : in.clauses.main_clause(subject->end);
  if (begin >= in.clauses.size()) return std::nullopt;
  return in.from(begin, in.clauses.end_of(begin), *phrase, i, subject);
}

std::optional<Report> report_before_source(const ReportLine& in, std::uint32_t i) {
  const Line& line = in.line;
  if (i < 4 || !line.mark(i - 1, ',') || in.only_quoted(i)) return std::nullopt;
  const auto phrase = phrase_at(line, i);
  if (!phrase || is_relative(line, phrase->end)) return std::nullopt;
  const PhraseRole role = phrase->phrase->role;
  if (role != PhraseRole::kBefore && role != PhraseRole::kTurned && role != PhraseRole::kQuoting) {
    return std::nullopt;
  }
  const auto subject = source_at(line, phrase->end);
  if (!subject || (role == PhraseRole::kQuoting && !speaks(*line.scene, *subject))) {
    return std::nullopt;
  }
  if (line.is(i - 2, WordClass::kThat) || line.is(i - 2, WordClass::kSubordinate)) {
    return std::nullopt;  // "affirme que, selon X, …" goes on behind it
  }
  // "La tour est, selon elle, un pigeonnier"
  const bool parts = line.finite(i - 2) || line.is(i - 2, WordClass::kAnd);
  if (parts && line.mark(subject->end, ',')) {
    const std::uint32_t begin = subject->end + 1;
    return in.from(begin, in.clauses.end_of(begin), *phrase, i, subject);
  }
  return in.from(in.clauses.own_begin(i), i - 1, *phrase, i, subject);
}

}  // namespace manicule
