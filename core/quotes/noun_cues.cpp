#include "quotes/noun_cues.h"

#include "quotes/subjects.h"

namespace manicule {
namespace {

/// Whose a thing is: "her", "sa".
Subject possessor(const Line& line, std::uint32_t i) {
  Subject subject;
  subject.kind = SubjectKind::kImplied;
  subject.span = line.span(i, i + 1);
  subject.head = line.at[i];
  // Only where it agrees with the owner, which an oblique form shows: "her", "him".
  if (line.is(i, WordClass::kOwner)) subject.gender = line.scene->info(line.at[i]).gender;
  subject.end = i + 1;
  return subject;
}

/// The noun phrase that ends before the genitive mark at `mark`.
std::optional<Subject> owner_before(const Line& line, std::uint32_t mark) {
  constexpr std::uint32_t kReach = 6;
  if (mark > 0 && line.name(mark - 1) != Scene::kNoName) {
    std::uint32_t begin = mark - 1;
    while (begin > 0 && line.name(begin - 1) == line.name(mark - 1)) --begin;
    return name_at(line, begin);
  }
  for (std::uint32_t k = mark; k-- > (mark > kReach ? mark - kReach : 0);) {
    if (!line.word(k)) break;
    if (!line.determiner(k)) continue;
    const auto subject = subject_at(line, k, {});
    if (subject && subject->end <= mark + 1) return subject;
  }
  return std::nullopt;
}

std::optional<Subject> owner_of(const Line& line, std::uint32_t noun) {
  constexpr std::uint32_t kAdjectives = 2;
  for (std::uint32_t k = noun; k-- > (noun > kAdjectives + 1 ? noun - kAdjectives - 1 : 0);) {
    if (line.is(k, WordClass::kPossessive)) return possessor(line, k);
    if (line.genitive(k)) return owner_before(line, k);
    if (!line.word(k) || line.determiner(k)) break;
  }
  const bool of = line.is(noun + 1, WordClass::kOf);
  if (!of && !line.is(noun + 1, WordClass::kArticle)) return std::nullopt;
  return source_at(line, noun + 1);
}

}  // namespace

std::optional<NounCue> noun_cue_before(const Line& line, std::uint32_t gap) {
  constexpr std::uint32_t kReach = 16;
  if (gap < 2 || !line.mark(gap - 1, ':')) return std::nullopt;
  const std::uint32_t stop = gap > kReach ? gap - kReach : 0;
  for (std::uint32_t i = gap - 1; i-- > stop;) {
    if (line.gap(i) || line.mark(i, ';') || line.mark(i, ':')) break;
    if (!line.is(i, WordClass::kSaying)) continue;
    if (auto owner = owner_of(line, i)) return NounCue{line.span(i, i + 1), *owner};
  }
  return std::nullopt;
}

std::optional<NounCue> noun_cue_behind(const Line& line, std::uint32_t i) {
  constexpr std::uint32_t kReach = 8;
  for (std::uint32_t k = i; k < i + kReach && line.word(k); ++k) {
    if (!line.is(k, WordClass::kSaying)) continue;
    if (auto owner = owner_of(line, k)) return NounCue{line.span(k, k + 1), *owner};
  }
  return std::nullopt;
}

}  // namespace manicule
