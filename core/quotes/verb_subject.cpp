#include "quotes/verb_subject.h"

#include "quotes/subjects.h"

namespace manicule {
namespace {

/// A name in marks of its own as the subject: "“il manifesto”, che ha contato".
std::optional<Subject> quoted_subject(const Line& line, const std::vector<Draft>& drafts,
                                      std::uint32_t verb) {
  std::uint32_t i = verb;
  while (i > 0 && (line.mark(i - 1, ',') || line.is(i - 1, WordClass::kRelative))) --i;
  if (i == 0 || !line.gap(i - 1)) return std::nullopt;
  return name_in_marks(line, drafts, i - 1);
}

/// "with Republicans calling it": the subject between a preposition and its gerund.
std::optional<Subject> attached_subject(const Line& line, std::uint32_t gerund) {
  constexpr std::uint32_t kReach = 7;
  for (std::uint32_t k = gerund; k-- > (gerund > kReach ? gerund - kReach : 0);) {
    if (!line.word(k)) break;
    if (!line.is(k, WordClass::kPreposition) || k + 1 == gerund) continue;
    const auto subject = subject_at(line, k + 1, {});
    if (subject && subject->end == gerund && speaks(*line.scene, *subject)) return subject;
  }
  return std::nullopt;
}

/// Behind the auxiliary of a passive that stands apart from its participle; else behind `group`.
std::uint32_t behind_auxiliary(const Line& line, const VerbGroup& group) {
  constexpr std::uint32_t kReach = 8;
  for (std::uint32_t i = group.begin; i-- > (group.begin > kReach ? group.begin - kReach : 0);) {
    if (line.gap(i)) continue;
    if (!line.word(i)) break;
    if (line.is(i, WordClass::kPassive)) return i + 1;
  }
  return group.end;
}

/// "Dem Sender sagte er", "Bei der Bahn spricht man von": a subject behind the verb that can be
/// nothing else.
bool takes_turned_subject(const Line& line, std::uint32_t i) {
  if (!line.scene->lexicon().verb_second || line.name(i) != Scene::kNoName) return false;
  if (line.is(i, WordClass::kSomeone)) return !line.determiner(i);
  return line.is(i, WordClass::kPronoun) && !line.is(i, WordClass::kOblique) &&
         line.scene->info(line.at[i]).gender == Gender::kMasculine;
}

/// "Der Zeitung sagte Nagel: “…”": the person behind the verb, not the paper before it.
bool names_turned_subject(const Line& line, const VerbGroup& group) {
  const std::uint32_t name = line.name(group.end);
  if (!line.scene->lexicon().verb_second || name == Scene::kNoName) return false;
  if (!group.verb->is(CueUse::kSays) || group.verb->is(CueUse::kNames)) return false;
  const auto entity = line.scene->names()[name].entity;
  const std::uint32_t end = line.name_end(group.end);
  return entity && line.scene->entities()[*entity].kind == EntityKind::kPerson &&
         (line.mark(end, ':') || line.mark(end, ','));
}

}  // namespace

std::optional<Subject> verb_subject(const Line& line, const std::vector<Draft>& drafts,
                                    const VerbGroup& group, std::uint32_t limit) {
  if (group.enclitic) return subject_at(line, *group.enclitic, {});
  const std::uint32_t begin = clause_begin(line, group.begin);
  if (takes_turned_subject(line, group.end) || names_turned_subject(line, group)) {
    return subject_at(line, group.end, {});
  }
  const bool inverted = group.begin == 0 || line.mark(group.begin - 1, ',');
  if (inverted && line.is(group.end, WordClass::kPronoun) && !line.finite(group.end + 1) &&
      line.scene->info(line.at[group.end]).gender != Gender::kUnknown) {
    return subject_at(line, group.end, {});  // "Die Lage, die ..., nennt sie ..."
  }
  if (group.verb->form == VerbForm::kGerund) {
    if (auto subject = attached_subject(line, group.begin)) return subject;
  }
  const bool bound =
      group.verb->form == VerbForm::kInfinitive || group.verb->form == VerbForm::kGerund;
  if (auto subject = subject_before(line, begin, group.begin)) {
    if (!bound || speaks(*line.scene, *subject)) return subject;
    // "El presidente ironizó sobre este tema reconociendo que ...": who acts in the sentence.
    subject = subject_at(line, begin, {.skip_adjuncts = true});
    if (subject && speaks(*line.scene, *subject)) return subject;
    return std::nullopt;
  }
  if (auto subject = quoted_subject(line, drafts, group.begin)) return subject;
  if (auto subject = subject_behind(line, group.end)) {
    // "Replied one tenor: “…”"
    if (group.begin == 0 && subject->end + 1 == limit && line.mark(subject->end, ':')) {
      return subject;
    }
    const bool someone = subject->kind == SubjectKind::kName ||
                         subject->kind == SubjectKind::kPronoun ||
                         subject->kind == SubjectKind::kSomeone ||
                         line.scene->is(subject->head, WordClass::kPerson) ||
                         line.scene->is(subject->head, WordClass::kGroup);
    if (someone && subject->end <= limit) return subject;
  }
  return begin > 0 ? subject_before(line, clause_begin(line, begin - 1), begin - 1) : std::nullopt;
}

std::optional<Subject> passive_agent(const Line& line, const VerbGroup& group, std::uint32_t gap) {
  constexpr std::uint32_t kNear = 5;
  if (group.end + kNear < gap) return std::nullopt;
  for (std::uint32_t i = behind_auxiliary(line, group); i < gap + 3 && i < line.size(); ++i) {
    if (!line.is(i, WordClass::kBy)) continue;
    if (auto subject = subject_at(line, i + 1, {.oblique = true})) return subject;
  }
  return std::nullopt;
}

}  // namespace manicule
