#include "quotes/neighbours.h"

#include "quotes/subjects.h"
#include "quotes/verb_subject.h"

namespace manicule {
namespace {

/// The last verb of saying before the colon that ends `line`, with its subject.
std::optional<Told> told_by_verb(const Line& line, const std::vector<Draft>& drafts) {
  constexpr std::uint32_t kReach = 40;
  const std::uint32_t end = line.size();
  for (std::uint32_t i = end; i-- > (end > kReach ? end - kReach : 0);) {
    if (line.gap(i)) continue;
    const auto group = verb_group_around(line, i);
    if (!group || group->verb->form != VerbForm::kFinite) continue;
    const auto subject = verb_subject(line, drafts, *group, end);
    if (subject) return Told{*subject, line.span(group->begin, group->end), group->verb->stance};
  }
  return std::nullopt;
}

/// The last "he" or "she" of a sentence: "What does she make of the fame? “…”".
std::optional<Subject> last_pronoun(const Line& line) {
  constexpr std::uint32_t kReach = 30;
  const std::uint32_t end = line.size();
  for (std::uint32_t i = end; i-- > (end > kReach ? end - kReach : 0);) {
    if (line.gap(i) || !line.is(i, WordClass::kPronoun) || line.determiner(i)) continue;
    const Gender gender = line.scene->info(line.at[i]).gender;
    if (gender == Gender::kMasculine || gender == Gender::kFeminine) return pronoun_at(line, i);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Told> told_by_next(const Line& next) {
  const auto phrase = phrase_at(next, 0);
  if (!phrase || phrase->phrase->role != PhraseRole::kQuoting) return std::nullopt;
  const auto subject = source_at(next, phrase->end);
  if (!subject || !speaks(*next.scene, *subject)) return std::nullopt;
  return Told{*subject, next.span(0, phrase->end), Stance::kNeutral};
}

std::optional<Told> told_by_previous(const Line& previous, const std::vector<Draft>& drafts) {
  constexpr std::uint32_t kReach = 80;
  const std::uint32_t end = previous.size();
  if (previous.mark(end - 1, ':')) {
    if (auto told = told_by_verb(previous, drafts)) return told;
  }
  const auto subject = subject_before(previous, end > kReach ? end - kReach : 0, end - 1);
  const bool someone =
      subject && (subject->kind == SubjectKind::kName || subject->kind == SubjectKind::kPronoun ||
                  previous.scene->is(subject->head, WordClass::kPerson));
  if (someone) return Told{*subject, {}, Stance::kNeutral};
  if (const auto pronoun = last_pronoun(previous)) return Told{*pronoun, {}, Stance::kNeutral};
  return std::nullopt;
}

}  // namespace manicule
