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
