#include "quotes/subjects.h"

namespace manicule {
namespace {

/// The index behind a place and an agency that a dash sets off ("PARIS (AFP) - "), or 0.
std::uint32_t dateline_end(const Line& line, std::uint32_t limit) {
  constexpr std::uint32_t kLongest = 9;
  if (limit == 0 || (line.name(0) == Scene::kNoName && line.lower(0))) return 0;
  for (std::uint32_t i = 0; i < limit && i < kLongest && !line.gap(i); ++i) {
    if (line.dash(i) && i + 1 < limit) return i + 1;
    if (line.finite(i)) break;
  }
  return 0;
}

/// "Asked whether the state would pay, ...": a participle clause before the sentence proper.
bool is_fronted(const Line& line, std::uint32_t from, std::uint32_t to) {
  if (to >= line.size() || line.gap(to) || !line.mark(to, ',')) return false;
  const CueVerb* verb = cue_reading(line, from, true);
  if (verb == nullptr || line.name(from) != Scene::kNoName) return false;
  return from == 0 || line.punctuation(from - 1);
}

/// "Dem", "einem": an article that no subject has; "ihr" may stand before one.
bool is_dative(const Line& line, std::uint32_t i) {
  return line.determiner(i) && line.is(i, WordClass::kOblique) &&
         !line.is(i, WordClass::kPossessive);
}

/// Behind the noun phrase in an oblique case that begins at `i`.
std::uint32_t oblique_end(const Line& line, std::uint32_t i) {
  const auto phrase = subject_at(line, i, {});
  return phrase ? std::max(i + 1, phrase->end) : i + 1;
}

}  // namespace

std::uint32_t clause_begin(const Line& line, std::uint32_t i) {
  constexpr std::uint32_t kReach = 80;
  const std::uint32_t limit = i;
  const std::uint32_t stop = i > kReach ? i - kReach : 0;
  for (; i > stop; --i) {
    if (line.mark(i - 1, ';') || line.mark(i - 1, ':')) return i;
  }
  return stop > 0 ? stop : dateline_end(line, limit);
}

std::optional<Subject> subject_before(const Line& line, std::uint32_t begin, std::uint32_t verb) {
  // The segments between commas, the last one nearest to the verb.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> segments;
  std::uint32_t start = begin;
  int depth = 0;
  for (std::uint32_t i = begin; i < verb; ++i) {
    if (line.mark(i, '(')) ++depth;
    if (line.mark(i, ')')) depth = std::max(0, depth - 1);
    if (depth > 0) continue;
    const bool mark = line.mark(i, ',') || line.dash(i) || line.mark(i, ':') || line.mark(i, ';');
    if (mark || line.gap(i) ||
        (i > start && line.is(i, WordClass::kSubordinate) &&
         !line.is(i, WordClass::kPreposition))) {
      segments.emplace_back(start, i);
      start = i + 1;
    }
  }
  segments.emplace_back(start, verb);

  // "Dem Gutachten zufolge"
  const auto source = phrase_at(line, verb);
  const bool oblique = source && source->phrase->role == PhraseRole::kAfter;
  const auto head_of = [&](std::uint32_t from, std::uint32_t to) -> std::optional<Subject> {
    const bool beside_verb = to == verb;
    if (is_fronted(line, from, to)) return std::nullopt;
    while (from < to &&
           (line.is(from, WordClass::kAnd) || line.adverb(from) ||
            line.is(from, WordClass::kThat) || line.is(from, WordClass::kSubordinate))) {
      ++from;
    }
    // The nearest pronoun, if one stands right before the verb.
    for (std::uint32_t k = to; beside_verb && k > from && k + 4 > to; --k) {
      const std::uint32_t i = k - 1;
      if (line.gap(i) || line.name(i) != Scene::kNoName) break;
      const bool subject = line.is(i, WordClass::kPronoun) || line.is(i, WordClass::kSomeone) ||
                           line.is(i, WordClass::kSpeaker);
      if (subject && (i == from || !line.is(i - 1, WordClass::kPreposition)) &&
          !(line.determiner(i) && k < to && !line.is(k, WordClass::kNegation))) {
        return pronoun_at(line, i);
      }
    }
    if (line.is(from, WordClass::kPronoun) && !line.determiner(from)) {
      return pronoun_at(line, from);
    }
    for (std::uint32_t i = from; i < to; ++i) {
      if (line.gap(i)) continue;
      if (line.is(i, WordClass::kPreposition) && !line.is(i, WordClass::kIndefinite)) {
        i = skip_adjuncts(line, i);
        if (i >= to) break;
      }
      if (!oblique && is_dative(line, i)) {
        i = std::min(to, oblique_end(line, i)) - 1;  // "Dem RBB sagte er"
        continue;
      }
      if (i < to && !line.punctuation(i) &&
          (line.determiner(i) || line.name(i) != Scene::kNoName || line.is(i, WordClass::kPerson) ||
           line.is(i, WordClass::kHonorific) ||
           (i == 0 && (line.is(i, WordClass::kSource) || line.is(i + 1, WordClass::kGroup))))) {
        auto found = subject_at(line, i, {});
        if (found && found->span.end <= line.scene->token(line.at[verb]).span.begin) return found;
      }
    }
    return std::nullopt;
  };

  auto [last_begin, last_end] = segments.back();
  // "que la CAP juge": the relative clause has a subject of its own.
  if (line.is(last_begin, WordClass::kRelative) && !line.is(last_begin, WordClass::kArticle)) {
    ++last_begin;
    // "una figlia, Cristiana, che ha dichiarato"
    if (last_begin >= last_end && last_begin > begin + 2) {
      if (auto found = relative_source(line, last_begin - 1)) return found;
    }
  }
  // "Jens Althaus, der die Verwaltung verspottet": the pronoun takes up the name before it.
  const bool takes_up = line.is(last_begin, WordClass::kRelative) &&
                        line.determiner(last_begin + 1) && last_begin > begin + 1 &&
                        line.mark(last_begin - 1, ',') &&
                        line.name(last_begin - 2) != Scene::kNoName;
  if (takes_up) return name_at(line, last_begin - 2);
  // "X, der ..., dankte den Leuten und ergänzte": a verb at its start has its subject before.
  const CueVerb* opening = last_begin < last_end ? cue_reading(line, last_begin, false) : nullptr;
  const bool verb_first =
      last_begin < last_end && line.lower(last_begin) &&
      (line.finite(last_begin) || (opening != nullptr && opening->form == VerbForm::kFinite));
  const bool headless = segments.size() > 1 && verb_first && !line.determiner(last_begin);
  if (last_begin < last_end && !headless) {
    if (auto found = head_of(last_begin, last_end)) return found;
  }
  for (const auto& [from, to] : segments) {
    if (line.is(from, WordClass::kRelative) && !line.is(from, WordClass::kArticle)) continue;
    if (auto found = head_of(from, to)) return found;
  }
  return std::nullopt;
}

std::optional<Subject> source_at(const Line& line, std::uint32_t i) {
  if (line.is(i, WordClass::kOf) && !line.is(i, WordClass::kIndefinite)) ++i;
  return subject_at(line, i, {.oblique = true});
}

std::optional<Subject> relative_source(const Line& line, std::uint32_t phrase) {
  constexpr std::uint32_t kReach = 10;
  std::uint32_t end = phrase;
  if (end > 0 && line.mark(end - 1, ',')) --end;
  if (end == 0) return std::nullopt;
  for (std::uint32_t k = end; k-- > (end > kReach ? end - kReach : 0);) {
    if (line.gap(k)) break;
    if (!line.determiner(k) && line.name(k) == Scene::kNoName) continue;
    if (k > 0 && line.name(k) != Scene::kNoName && line.name(k - 1) == line.name(k)) continue;
    const auto subject = subject_at(line, k, {});
    if (subject && subject->end == end && speaks(*line.scene, *subject)) return subject;
  }
  return std::nullopt;
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

std::optional<Subject> source_within(const Line& line, std::uint32_t begin,
                                     const PhraseAt& phrase) {
  for (std::uint32_t k = begin; k < phrase.end; ++k) {
    if (!line.is(k, WordClass::kPossessive)) continue;
    Subject subject;
    subject.kind = SubjectKind::kPronoun;
    subject.span = line.span(k, k + 1);
    subject.head = line.at[k];
    subject.gender = line.scene->info(line.at[k]).gender;
    return subject;
  }
  return std::nullopt;
}

bool apposes(const Line& line, std::uint32_t begin, std::uint32_t end) {
  constexpr std::uint32_t kLongest = 30;
  if (begin >= end || end > begin + kLongest) return false;
  const auto subject = subject_at(line, begin, {});
  if (!subject || subject->kind == SubjectKind::kPronoun) return false;
  if (subject->end != end && !line.mark(subject->end, ',')) return false;
  // "L'azienda, che nel 2025 ha perso quasi 18 milioni"
  std::uint32_t behind = subject->end + 1;
  if (line.is(behind, WordClass::kPreposition)) ++behind;
  const bool relative = subject->end < end && line.is(behind, WordClass::kRelative) &&
                        !line.is(behind, WordClass::kArticle);
  std::uint32_t commas = 0;
  for (std::uint32_t i = begin; i < end; ++i) {
    if (!relative && !line.gap(i) && line.finite(i)) return false;
    commas += line.mark(i, ',');
  }
  return relative ? commas == 1 : commas > 0;
}

bool speaks(const Scene& scene, const Subject& subject) {
  const bool named = subject.entity.has_value();
  const EntityKind kind = named ? scene.entities()[*subject.entity].kind : EntityKind::kPerson;
  if (subject.kind == SubjectKind::kName) {
    return kind == EntityKind::kPerson || kind == EntityKind::kOrganization;
  }
  if (subject.kind != SubjectKind::kDescription) return true;
  return (named && kind == EntityKind::kOrganization) ||
         scene.is(subject.head, WordClass::kPerson) || scene.is(subject.head, WordClass::kGroup) ||
         scene.is(subject.head, WordClass::kSource);
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

}  // namespace manicule
