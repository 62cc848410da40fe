#include "quotes/colon.h"

#include <algorithm>

#include "quotes/subjects.h"

namespace manicule {
namespace {

/// Nothing but an adverb or a role between `subject` and the mark or the start before it.
bool opens_clause(const Line& line, const Subject& subject) {
  const std::uint32_t token = line.scene->token_from(subject.span.begin);
  auto i = static_cast<std::uint32_t>(std::find(line.at.begin(), line.at.end(), token) -
                                      line.at.begin());
  while (i > 0 &&
         (line.adverb(i - 1) || line.is(i - 1, WordClass::kAnd) || line.determiner(i - 1) ||
          line.is(i - 1, WordClass::kHonorific) || line.is(i - 1, WordClass::kPerson))) {
    --i;
  }
  return i == 0 || line.punctuation(i - 1);
}

bool behind_colon(const Line& line, std::uint32_t gap) {
  return gap > 1 && line.mark(gap - 1, ':');
}

}  // namespace

std::optional<Subject> person_before_colon(const Line& line, std::uint32_t gap) {
  if (!behind_colon(line, gap) || !line.is(gap - 2, WordClass::kPerson)) return std::nullopt;
  const std::uint32_t colon = gap - 1;
  std::uint32_t begin = colon;
  while (begin > 0 && line.word(begin - 1) && begin + 3 > colon &&
         !line.is(begin - 1, WordClass::kPreposition)) {
    --begin;
    if (line.is(begin, WordClass::kPossessive) || line.is(begin, WordClass::kArticle) ||
        line.is(begin, WordClass::kIndefinite)) {
      break;
    }
  }
  if (begin + 1 >= colon) return std::nullopt;
  if (begin > 0 && line.is(begin - 1, WordClass::kSaying)) return std::nullopt;
  // "schrieb die Saengerin:" has its verb.
  const bool told = begin > 0 && (cue_reading(line, begin - 1, true) != nullptr ||
                                  cue_reading(line, begin - 1, false) != nullptr);
  if (told) return std::nullopt;
  auto subject = subject_at(line, begin, {});
  return subject && subject->end == colon ? subject : std::nullopt;
}

std::optional<Subject> colon_subject(const Line& line, std::uint32_t gap) {
  if (!behind_colon(line, gap)) return std::nullopt;
  const std::uint32_t colon = gap - 1;
  std::uint32_t begin = clause_begin(line, colon);
  while (line.adverb(begin) || line.is(begin, WordClass::kAnd) || line.mark(begin, ',')) ++begin;
  const Scene& scene = *line.scene;
  auto subject = subject_at(line, begin, {.oblique = begin + 1 == colon});
  if (!subject || !speaks(scene, *subject)) subject = subject_before(line, begin, colon);
  if (!subject || !speaks(scene, *subject)) return std::nullopt;
  const bool adjunct = line.is(begin, WordClass::kPreposition);
  return adjunct || opens_clause(line, *subject) ? subject : std::nullopt;
}

std::optional<Subject> elliptical_subject(const Line& line, std::uint32_t begin,
                                          std::uint32_t gap) {
  if (line.name(begin) == Scene::kNoName || !line.mark(line.name_end(begin), ',')) {
    return std::nullopt;
  }
  for (std::uint32_t i = begin; i < gap; ++i) {
    if (line.finite(i)) return std::nullopt;
  }
  return name_at(line, begin);
}

}  // namespace manicule
