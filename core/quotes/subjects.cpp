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

}  // namespace

std::uint32_t clause_begin(const Line& line, std::uint32_t i) {
  constexpr std::uint32_t kReach = 80;
  const std::uint32_t stop = i > kReach ? i - kReach : 0;
  for (; i > stop; --i) {
    if (line.mark(i - 1, ';') || line.mark(i - 1, ':')) return i;
  }
  return stop;
}

std::optional<Subject> source_at(const Line& line, std::uint32_t i) {
  if (line.is(i, WordClass::kOf) && !line.is(i, WordClass::kIndefinite)) ++i;
  return subject_at(line, i, {.oblique = true});
}

std::optional<Subject> subject_behind(const Line& line, std::uint32_t i) {
  auto subject = subject_at(line, i, {.skip_adjuncts = true});
  if (!subject || subject->kind != SubjectKind::kPronoun || subject->gender != Gender::kUnknown) {
    return subject;
  }
  std::uint32_t k = subject->end;
  while (line.is(k, WordClass::kMonth)) ++k;
  if (!line.is(k, WordClass::kPreposition)) return subject;
  const auto source = subject_at(line, k + 1, {});
  return source ? source : subject;
}

std::optional<Subject> verb_subject(const Line& line, const std::vector<Draft>& drafts,
                                    const VerbGroup& group, std::uint32_t limit) {
  if (group.enclitic) return subject_at(line, *group.enclitic, {});
  const std::uint32_t begin = clause_begin(line, group.begin);
  const bool inverted = group.begin == 0 || line.mark(group.begin - 1, ',');
  if (inverted && line.is(group.end, WordClass::kPronoun) &&
      line.scene->info(line.at[group.end]).gender != Gender::kUnknown) {
    return subject_at(line, group.end, {});  // "Die Lage, die ..., nennt sie ..."
  }
  if (auto subject = subject_before(line, begin, group.begin)) return subject;
  if (auto subject = quoted_subject(line, drafts, group.begin)) return subject;
  if (auto subject = subject_behind(line, group.end)) {
    const bool someone = subject->kind == SubjectKind::kName ||
                         subject->kind == SubjectKind::kPronoun ||
                         line.scene->is(subject->head, WordClass::kPerson) ||
                         line.scene->is(subject->head, WordClass::kGroup);
    if (someone && subject->end <= limit) return subject;
  }
  return begin > 0 ? subject_before(line, clause_begin(line, begin - 1), begin - 1) : std::nullopt;
}

std::optional<Subject> name_in_marks(const Line& line, const std::vector<Draft>& drafts,
                                     std::uint32_t i) {
  const Scene& scene = *line.scene;
  const TokenRange inside = drafts[line.draft(i)].tokens;
  if (inside.empty() || scene.name_at(inside.begin) == Scene::kNoName) return std::nullopt;
  const NameRef& name = scene.names()[scene.name_at(inside.begin)];
  if (name.tokens.end < inside.end) return std::nullopt;
  Subject subject;
  subject.kind = SubjectKind::kName;
  subject.span = scene.span(name.tokens);
  subject.entity = name.entity;
  subject.head = inside.begin;
  subject.end = i + 1;
  return subject;
}

std::optional<VerbGroup> verb_group_around(const Line& line, std::uint32_t i) {
  if (!line.word(i) || line.scene->info(line.at[i]).verbs.empty()) return std::nullopt;
  const auto belongs = [&](std::uint32_t k) {
    return line.is(k, WordClass::kAuxiliary) || line.is(k, WordClass::kReflexive) ||
           line.is(k, WordClass::kNegation) || line.is(k, WordClass::kMonth);
  };
  std::uint32_t begin = i;
  while (begin > 0 && begin + 4 > i && belongs(begin - 1)) --begin;
  for (; begin <= i; ++begin) {
    const auto group = verb_group_at(line, begin);
    if (group && group->end > i) return group;
  }
  return std::nullopt;
}

}  // namespace manicule
