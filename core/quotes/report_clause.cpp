#include <algorithm>

#include "quotes/content_clause.h"
#include "quotes/report.h"
#include "quotes/subjects.h"
#include "quotes/verb_subject.h"

namespace manicule {
namespace {

/// A form without a subject that may be a participle, at the start of its clause: "Asked whether".
bool heads_clause(const ReportLine& in, const VerbGroup& group) {
  const auto& verbs = in.line.scene->info(in.line.at[group.begin]).verbs;
  const bool participle = std::any_of(
      verbs.begin(), verbs.end(), [](const CueVerb& v) { return v.form == VerbForm::kParticiple; });
  return participle && in.clauses.boundary(group.begin);
}

/// "Wie die Polizei mitteilte, ..."
bool opened_by_as(const ReportLine& in, const VerbGroup& group) {
  if (!in.line.is(0, WordClass::kAs) || group.begin > 14) return false;
  const std::uint32_t comma = in.clauses.next_comma(group.end);
  return in.clauses.next_comma(0) == comma && comma < group.end + 8;
}

/// "vient d'annoncer que", "a tenu à préciser que": the infinitive is what was said.
bool is_led(const Line& line, std::uint32_t verb) {
  constexpr std::uint32_t kReach = 3;
  for (std::uint32_t k = verb; k-- > (verb > kReach ? verb - kReach : 0);) {
    if (line.is(k, WordClass::kLeads)) return true;
    if (!line.is(k, WordClass::kPreposition) && !line.is(k, WordClass::kTo)) return false;
  }
  return false;
}

/// The draft of the last quotation not far before index `i`.
const Draft* quotation_before(const ReportLine& in, std::uint32_t i) {
  constexpr std::uint32_t kReach = 40;
  for (std::uint32_t k = i; k-- > (i > kReach ? i - kReach : 0);) {
    if (!in.line.gap(k)) continue;
    const std::uint32_t d = in.line.draft(k);
    return &in.drafts[in.drafts[d].said_with.value_or(d)];
  }
  return nullptr;
}

/// "Zipaisa, which says it has ..., went down"
bool in_relative_clause(const Line& line, std::uint32_t verb) {
  for (std::uint32_t k = verb; k-- > (verb > 4 ? verb - 4 : 0);) {
    if (!line.mark(k, ',')) continue;
    return line.is(k + 1, WordClass::kRelative) && !line.is(k + 1, WordClass::kArticle);
  }
  return false;
}

/// The group at `i` where it may report: a verb of saying, whole and not denied.
std::optional<VerbGroup> reporting_group(const ReportLine& in, std::uint32_t i) {
  const auto group = verb_group_around(in.line, i);
  if (!group || group->negated || !group->verb->is(CueUse::kSays)) return std::nullopt;
  if (group->end != i + 1 && group->verb->complement.empty() && !group->enclitic) {
    return std::nullopt;
  }
  if (group->passive) return std::nullopt;  // "she was told that"
  if (group->verb->form == VerbForm::kParticiple && !group->after_auxiliary) return std::nullopt;
  return group;
}

/// An infinitive reports where another verb leads to it, or where it goes on with what was said:
/// "..., a-t-il lancé avant d'assurer que".
bool may_report(const ReportLine& in, const VerbGroup& group, const Report* before) {
  if (group.verb->form != VerbForm::kInfinitive || is_led(in.line, group.begin)) return true;
  if (group.begin == 0 || !in.line.is(group.begin - 1, WordClass::kPreposition)) return false;
  return before != nullptr || quotation_before(in, group.begin) != nullptr;
}

/// Who says it: `own`, the subject of the verb, or that of the verb that it goes on with.
std::optional<Subject> reporter(const ReportLine& in, const VerbGroup& group,
                                const std::optional<Subject>& own, const Report* before) {
  const VerbForm form = group.verb->form;
  const bool bound = form == VerbForm::kInfinitive || form == VerbForm::kGerund;
  const bool joined = group.begin > 0 && in.line.is(group.begin - 1, WordClass::kAnd);
  if (before != nullptr && (bound || joined)) return before->subject;
  if (bound && !is_led(in.line, group.begin)) {
    const Draft* quoted = quotation_before(in, group.begin);
    if (quoted != nullptr && quoted->quote.kind == QuoteKind::kSpeech) return quoted->subject;
  }
  return own;
}

}  // namespace

std::optional<Report> report_of_verb(const ReportLine& in, std::uint32_t i, ClauseOptions options) {
  const auto group = reporting_group(in, i);
  if (!group) return std::nullopt;
  std::uint32_t begin = content_begin(in.line, in.drafts, in.clauses, *group);
  if (begin == 0 && opened_by_as(in, *group)) begin = in.clauses.next_comma(group->end) + 1;
  if (begin == 0 || begin >= in.clauses.size()) return std::nullopt;
  if (!may_report(in, *group, options.before)) return std::nullopt;
  const auto own = verb_subject(in.line, in.drafts, *group, begin);
  if (!own && heads_clause(in, *group)) return std::nullopt;
  // "si presume che ...": nobody says it.
  const bool impersonal = group->reflexive && !group->after_auxiliary;
  if (impersonal && !(own && speaks(*in.line.scene, *own))) return std::nullopt;
  const auto subject = reporter(in, *group, own, options.before);
  // What people think of themselves is no report.
  if (subject && options.in_quote && !in.line.is(begin - 1, WordClass::kWhether) &&
      (subject->kind == SubjectKind::kSelf || subject->kind == SubjectKind::kSomeone)) {
    return std::nullopt;
  }
  std::uint32_t end = in.clauses.end_of(begin);
  if (in_relative_clause(in.line, group->begin)) end = std::min(end, in.clauses.next_comma(begin));
  return in.from(begin, end, *group, subject);
}

}  // namespace manicule
