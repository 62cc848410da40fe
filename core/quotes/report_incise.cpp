#include <algorithm>

#include "quotes/report.h"
#include "quotes/subjects.h"

namespace manicule {
namespace {

/// A verb of saying between or behind commas, and who says it.
struct Incise {
  VerbGroup group;
  std::optional<Subject> subject;
  std::uint32_t end = 0;
};

bool reads_verb(const Line& line, std::uint32_t i) {
  if (!line.word(i)) return false;
  const auto& verbs = line.scene->info(line.at[i]).verbs;
  return std::any_of(verbs.begin(), verbs.end(), [](const CueVerb& v) {
    return v.form == VerbForm::kFinite && v.complement.empty();
  });
}

/// ", a indiqué X"
std::optional<Incise> verb_first(const ReportLine& in, const VerbGroup& group) {
  const Line& line = in.line;
  const VerbForm form = group.verb->form;
  if (form == VerbForm::kGerund || form == VerbForm::kInfinitive || group.negated ||
      (form == VerbForm::kParticiple && !group.after_auxiliary) ||
      line.is(group.end - 1, WordClass::kTells) || line.is(group.end, WordClass::kThat)) {
    return std::nullopt;
  }
  if (group.enclitic) {
    const auto subject = subject_at(line, *group.enclitic, {});
    if (!subject) return std::nullopt;
    return Incise{group, subject, std::max(group.end, subject->end)};
  }
  if (line.mark(group.end, ',') && form == VerbForm::kFinite &&
      !line.is(group.begin, WordClass::kMine)) {
    return Incise{group, std::nullopt, group.end};  // "Da allora, dice, ..."
  }
  std::uint32_t next = group.end;
  while (line.is(next, WordClass::kMonth) || line.is(next, WordClass::kReflexive)) ++next;
  auto subject = subject_at(line, next, {});
  const bool pronoun = subject && subject->kind == SubjectKind::kPronoun;
  if (pronoun) subject = subject_behind(line, next);
  if (!subject || !speaks(*line.scene, *subject)) return std::nullopt;
  // "..., said it had": that is the subject of what is said.
  const std::uint32_t behind = subject->end;
  if (behind < in.clauses.size()) {
    if (line.finite(behind) || reads_verb(line, behind)) return std::nullopt;
    const bool parted =
        line.mark(behind, ',') || line.adverb(behind) || line.is(behind, WordClass::kPreposition);
    if (subject->kind == SubjectKind::kPronoun && !parted) return std::nullopt;
  }
  return Incise{group, subject, std::max(group.end, behind)};
}

/// ", she said."
std::optional<Incise> subject_first(const ReportLine& in, std::uint32_t i) {
  const auto subject = subject_at(in.line, i, {});
  if (!subject || subject->kind == SubjectKind::kDescription) return std::nullopt;
  const auto group = verb_group_at(in.line, subject->end);
  if (!group || group->verb->form != VerbForm::kFinite) return std::nullopt;
  if (group->end < in.clauses.size() && !in.line.mark(group->end, ',')) return std::nullopt;
  return Incise{*group, subject, group->end};
}

/// "The vicar at the time, she claims, ...": a noun phrase or an adverbial, not yet a sentence.
bool is_phrase(const ReportLine& in, std::uint32_t begin, std::uint32_t comma) {
  constexpr std::uint32_t kLongest = 8;
  if (comma > begin + kLongest || in.clauses.next_comma(begin) != comma) return false;
  if (in.line.is(begin, WordClass::kPreposition)) return comma <= begin + kLongest / 2;
  const auto subject = subject_at(in.line, begin, {});
  return subject && subject->kind != SubjectKind::kPronoun &&
         skip_adjuncts(in.line, subject->end) >= comma;
}

}  // namespace

std::optional<Report> report_around_verb(const ReportLine& in, std::uint32_t i) {
  const Line& line = in.line;
  if (i < 2 || !line.mark(i - 1, ',') || in.only_quoted(i)) return std::nullopt;
  const auto group = verb_group_at(line, i);
  const auto incise = group ? verb_first(in, *group) : subject_first(in, i);
  if (!incise) return std::nullopt;
  const CueVerb& verb = *incise->group.verb;
  // "Drie jaar later, in 1888, begon Ensor aan ..."
  const bool utters = verb.is(CueUse::kUtters) && !line.word(incise->end);
  if (!verb.is(CueUse::kSays) && !utters) return std::nullopt;
  const std::uint32_t begin = in.clauses.own_begin(i);
  const bool parted = line.mark(incise->end, ',');
  const bool aside =
      line.is(begin, WordClass::kSubordinate) && in.clauses.next_comma(begin) + 1 == i;
  if (aside && !parted) return std::nullopt;  // "Da er krank war, sagte er ab"
  // "un avion qui, assure le mécanicien, démarre toujours"
  const bool leads_on = line.is(i - 2, WordClass::kRelative) || line.is(i - 2, WordClass::kThat);
  const bool brief = in.clauses.words(begin, i) < 3;
  if (parted && (leads_on || brief || is_phrase(in, begin, i - 1))) {
    const std::uint32_t rest = incise->end + 1;
    return in.from(rest, in.clauses.end_of(rest), incise->group, incise->subject);
  }
  if (brief || apposes(line, begin, i - 1)) return std::nullopt;
  return in.from(begin, i - 1, incise->group, incise->subject);
}

}  // namespace manicule
