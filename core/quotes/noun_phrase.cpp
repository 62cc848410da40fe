#include "quotes/noun_phrase.h"

#include "quotes/phrase_reader.h"
#include "quotes/verb_group.h"

namespace manicule {
namespace {

Span trimmed_enclitic(const Line& line, std::uint32_t i) {
  Span span = line.scene->token(line.at[i]).span;
  const auto word = line.scene->word(line.at[i]);
  const std::size_t hyphen = word.find_last_of("-\x90\x91");
  if (hyphen != std::string_view::npos) span.begin += static_cast<std::uint32_t>(hyphen + 1);
  return span;
}

/// "El año 1989", "der Mittwoch": behind its determiner stands a date.
bool is_date(const Line& line, std::uint32_t i) {
  while (line.determiner(i) && !line.scene->is_date(line.at[i])) ++i;
  return line.word(i) && line.scene->is_date(line.at[i]);
}

}  // namespace

Subject name_at(const Line& line, std::uint32_t i) {
  const NameRef& name = line.scene->names()[line.name(i)];
  Subject subject;
  subject.kind = SubjectKind::kName;
  subject.span = line.scene->span(name.tokens);
  subject.entity = name.entity;
  subject.head = line.at[i];
  subject.end = line.name_end(i);
  return subject;
}

Subject pronoun_at(const Line& line, std::uint32_t i) {
  Subject subject;
  const Scene& scene = *line.scene;
  subject.kind = line.is(i, WordClass::kSpeaker)   ? SubjectKind::kSelf
                 : line.is(i, WordClass::kSomeone) ? SubjectKind::kSomeone
                                                   : SubjectKind::kPronoun;
  subject.span = is_enclitic(line, i) ? trimmed_enclitic(line, i) : scene.token(line.at[i]).span;
  subject.head = line.at[i];
  subject.gender = scene.info(line.at[i]).gender;
  subject.definite = true;
  subject.end = i + 1;
  return subject;
}

std::uint32_t skip_adjuncts(const Line& line, std::uint32_t i) {
  constexpr std::uint32_t kLongest = 12;
  const std::uint32_t begin = i;
  while (i < line.size() && i < begin + kLongest) {
    if (line.adverb(i)) {
      ++i;
    } else if (line.is(i, WordClass::kPreposition)) {
      ++i;
      while (line.determiner(i)) ++i;
      if (line.name(i) != Scene::kNoName) {
        i = line.name_end(i);
      } else if (line.word(i)) {
        ++i;
      }
    } else if (i > begin && line.word(i) && !line.determiner(i) && line.name(i) == Scene::kNoName &&
               !line.is(i, WordClass::kPronoun) && !line.is(i, WordClass::kPerson)) {
      ++i;  // the rest of the phrase
    } else {
      break;
    }
  }
  return i;
}

std::optional<Subject> subject_at(const Line& line, std::uint32_t i, SubjectOptions options) {
  if (options.skip_adjuncts) {
    while (line.adverb(i) ||
           (line.is(i, WordClass::kReflexive) && !line.is(i, WordClass::kArticle)))
      ++i;
  }
  if (i >= line.size() || line.gap(i)) return std::nullopt;
  if (options.oblique && line.is(i, WordClass::kOblique) &&
      (!line.determiner(i) || line.punctuation(i + 1))) {
    return pronoun_at(line, i);
  }
  const bool stands_alone = !line.determiner(i) || line.punctuation(i + 1) || line.finite(i + 1) ||
                            (i + 1 < line.size() && cue_reading(line, i + 1, false) != nullptr);
  if (stands_alone && line.name(i) == Scene::kNoName &&
      (line.is(i, WordClass::kPronoun) || line.is(i, WordClass::kSomeone) ||
       line.is(i, WordClass::kSpeaker))) {
    return pronoun_at(line, i);
  }
  if (options.skip_adjuncts && line.is(i, WordClass::kPreposition) &&
      !line.is(i, WordClass::kIndefinite)) {
    i = skip_adjuncts(line, i);
  }
  if (line.punctuation(i)) return std::nullopt;
  if (is_date(line, i)) return std::nullopt;
  const bool verb = line.finite(i) && !line.determiner(i) && !heads_phrase(line, i);
  if (verb && line.name(i) == Scene::kNoName) return std::nullopt;
  return read_phrase(line, i);
}

}  // namespace manicule
