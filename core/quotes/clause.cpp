#include "quotes/clause.h"

#include <algorithm>

namespace manicule {
namespace {

bool determiner(const Line& line, std::uint32_t i) {
  return line.is(i, WordClass::kArticle) || line.is(i, WordClass::kIndefinite) ||
         line.is(i, WordClass::kPossessive) || line.is(i, WordClass::kThis);
}

bool punctuation(const Line& line, std::uint32_t i) {
  return i >= line.size() || line.gap(i) ||
         line.scene->token(line.at[i]).kind == TokenKind::kPunctuation;
}

bool adverb(const Line& line, std::uint32_t i) {
  return line.is(i, WordClass::kMonth) || line.is(i, WordClass::kNegation);
}

bool enclitic(const Line& line, std::uint32_t i) {
  if (i >= line.size() || line.gap(i)) return false;
  const auto word = line.scene->word(line.at[i]);
  const bool hyphen =
      word[0] == '-' || word.substr(0, 3) == "\xE2\x80\x90" || word.substr(0, 3) == "\xE2\x80\x91";
  return hyphen && word.size() > 1 &&
         (line.is(i, WordClass::kPronoun) || line.is(i, WordClass::kSomeone) ||
          line.is(i, WordClass::kSpeaker));
}

bool matches(const Line& line, std::uint32_t i, const std::vector<WordKey>& words) {
  if (i + words.size() > line.size()) return false;
  for (std::uint32_t k = 0; k < words.size(); ++k) {
    if (line.gap(i + k) || line.scene->token(line.at[i + k]).key != words[k]) return false;
  }
  return true;
}

/// Where the complement of `verb` at `i` ends, or 0 where it is missing.
std::uint32_t complement_end(const Line& line, std::uint32_t i, const CueVerb& verb) {
  constexpr std::uint32_t kNear = 5, kFar = 30;
  const std::uint32_t limit = i + 1 + (verb.far ? kFar : kNear);
  for (std::uint32_t k = i + 1; k < limit && k < line.size(); ++k) {
    if (matches(line, k, verb.complement)) {
      return k + static_cast<std::uint32_t>(verb.complement.size());
    }
    if (line.gap(k)) continue;
    if (!verb.far && punctuation(line, k)) break;
    if (line.scene->ends_sentence(line.at[k]) || line.mark(k, ';') || line.mark(k, ':')) break;
  }
  return 0;
}

/// The reading of token `i` as a cue verb: a finite form, or what `auxiliary` allows.
const CueVerb* reading(const Line& line, std::uint32_t i, bool auxiliary) {
  if (!line.word(i)) return nullptr;
  const CueVerb* best = nullptr;
  for (const CueVerb& verb : line.scene->info(line.at[i]).verbs) {
    const bool fits =
        auxiliary ? verb.form == VerbForm::kParticiple : verb.form != VerbForm::kParticiple;
    if (!fits) continue;
    if (!verb.complement.empty()) {
      if (complement_end(line, i, verb) != 0) return &verb;
      continue;
    }
    if (best == nullptr || verb.form == VerbForm::kFinite) best = &verb;
  }
  return best;
}

/// A word that looks like a verb but has an article before it is a noun: "la demande".
bool noun_here(const Line& line, std::uint32_t i) {
  if (!line.lower(i)) {
    const bool starts = i == 0 || punctuation(line, i - 1);
    if (!starts) return true;
  }
  if (i == 0 || line.gap(i - 1)) return false;
  if (determiner(line, i - 1)) {
    return !line.is(i - 1, WordClass::kPronoun) && !line.is(i - 1, WordClass::kRelative) &&
           !line.is(i - 1, WordClass::kReflexive);
  }
  return false;
}

std::uint32_t name_end(const Line& line, std::uint32_t i) {
  const std::uint32_t name = line.name(i);
  while (i < line.size() && line.name(i) == name && name != Scene::kNoName) ++i;
  return i;
}

Subject named(const Line& line, std::uint32_t i) {
  const NameRef& name = line.scene->names()[line.name(i)];
  Subject subject;
  subject.kind = SubjectKind::kName;
  subject.span = line.scene->span(name.tokens);
  subject.entity = name.entity;
  subject.head = line.at[i];
  subject.end = name_end(line, i);
  return subject;
}

bool is_person(const Line& line, std::uint32_t name) {
  const auto entity = line.scene->names()[name].entity;
  return !entity || line.scene->entities()[*entity].kind == EntityKind::kPerson;
}

bool can_speak(const Line& line, std::uint32_t name) {
  const auto entity = line.scene->names()[name].entity;
  if (!entity) return true;
  const EntityKind kind = line.scene->entities()[*entity].kind;
  return kind == EntityKind::kPerson || kind == EntityKind::kOrganization ||
         kind == EntityKind::kPlace;
}

Span trimmed_enclitic(const Line& line, std::uint32_t i) {
  Span span = line.scene->token(line.at[i]).span;
  const auto word = line.scene->word(line.at[i]);
  const std::size_t hyphen = word.find_last_of("-\x90\x91");
  if (hyphen != std::string_view::npos) span.begin += static_cast<std::uint32_t>(hyphen + 1);
  return span;
}

Subject pronoun(const Line& line, std::uint32_t i) {
  Subject subject;
  const Scene& scene = *line.scene;
  subject.kind = line.is(i, WordClass::kSpeaker)   ? SubjectKind::kSelf
                 : line.is(i, WordClass::kSomeone) ? SubjectKind::kSomeone
                                                   : SubjectKind::kPronoun;
  subject.span = enclitic(line, i) ? trimmed_enclitic(line, i) : scene.token(line.at[i]).span;
  subject.head = line.at[i];
  subject.gender = scene.info(line.at[i]).gender;
  subject.definite = true;
  subject.end = i + 1;
  return subject;
}

/// Reads one noun phrase, with the name set beside it: "l'entraîneur, Thierry Noël".
class PhraseReader {
 public:
  PhraseReader(const Line& line, std::uint32_t begin) : line_(line), begin_(begin), i_(begin) {}

  std::optional<Subject> read() {
    while (determiner(line_, i_) && i_ < begin_ + 3) ++i_;
    while (i_ < line_.size() && i_ < begin_ + kLongest) {
      if (line_.name(i_) != Scene::kNoName) {
        const bool apposed = !after_preposition(i_);
        const std::uint32_t end = name_end(line_, i_);
        // A minister is a person, whatever the name beside was taken for.
        const bool able = can_speak(line_, line_.name(i_)) || known_head_;
        if (apposed && able && !genitive(end) && !leads_on(end)) return named(line_, i_);
        inner_ = inner_ ? inner_ : line_.name(i_);
        i_ = end;
        continue;
      }
      if (!continues()) break;
      note_head();
      ++i_;
    }
    if (!head_ && !inner_) return std::nullopt;
    if (const auto apposed = name_after_comma()) return apposed;
    return description();
  }

 private:
  static constexpr std::uint32_t kLongest = 16;

  /// "Marlowe Pike & Co. analyst Desmond Achterberg", "Scotland's Callum": another name follows.
  bool leads_on(std::uint32_t end) const {
    std::uint32_t k = end;
    while (k < line_.size() && k < end + 4 && line_.name(k) == Scene::kNoName) {
      const bool noun =
          line_.is(k, WordClass::kPerson) || line_.is(k, WordClass::kHonorific) || hyphenated(k) ||
          (line_.word(k) && line_.scene->word(line_.at[k])[0] == '\'') ||
          (line_.word(k) && line_.scene->word(line_.at[k]).substr(0, 3) == "\xE2\x80\x99");
      if (!noun && !(k > end && line_.lower(k) && !line_.is(k, WordClass::kPreposition))) {
        return false;
      }
      ++k;
    }
    return k > end && k < line_.size() && line_.name(k) != Scene::kNoName &&
           is_person(line_, line_.name(k));
  }

  /// "Smith's lawyer": the name belongs to what follows.
  bool genitive(std::uint32_t end) const {
    if (!line_.word(end) || !line_.lower(end + 1)) return false;
    const auto word = line_.scene->word(line_.at[end]);
    return word == "'s" || word == "\xE2\x80\x99s";
  }

  /// The rest of a compound: "BBB" "-Kamerlid".
  bool hyphenated(std::uint32_t k) const {
    return line_.word(k) && line_.scene->word(line_.at[k])[0] == '-';
  }

  bool after_preposition(std::uint32_t i) const {
    if (i == begin_) return false;
    if (line_.is(i - 1, WordClass::kPreposition)) return true;
    if (line_.is(i - 1, WordClass::kArticle)) {
      // "la ministre de la France", "ein Sprecher der AOK"
      return i - 1 > begin_;
    }
    return false;
  }

  bool continues() const {
    if (line_.mark(i_, '-') && i_ > begin_ && line_.word(i_ + 1)) return true;  // "43-Jährige"
    if (line_.gap(i_) || !line_.word(i_)) return false;
    if (line_.is(i_, WordClass::kRelative) && i_ > begin_ && !line_.is(i_, WordClass::kArticle)) {
      return false;
    }
    if (line_.is(i_, WordClass::kThat) || line_.is(i_, WordClass::kAnd) ||
        line_.is(i_, WordClass::kSubordinate)) {
      return false;
    }
    if (line_.is(i_, WordClass::kPronoun) && !determiner(line_, i_)) return false;
    if (head_ && adverb(line_, i_)) return false;
    if (head_ && line_.is(i_, WordClass::kAuxiliary)) return false;
    if (head_ && line_.is(i_, WordClass::kReflexive) && !line_.is(i_, WordClass::kPreposition)) {
      return false;
    }
    if (head_ && reading(line_, i_, false) != nullptr && !noun_here(line_, i_) &&
        !line_.is(i_, WordClass::kPerson)) {
      return false;
    }
    if (head_ && (line_.is(i_, WordClass::kPreposition) || determiner(line_, i_))) {
      return genitive_ahead();
    }
    return true;
  }

  /// A description goes on with "of" and with a name: "analysts at Kotwal", not "in the debate".
  bool genitive_ahead() const {
    if (i_ >= begin_ + 8) return false;
    if (line_.is(i_, WordClass::kOf) || determiner(line_, i_)) return true;
    std::uint32_t k = i_ + 1;
    while (determiner(line_, k)) ++k;
    return line_.name(k) != Scene::kNoName;
  }

  void note_head() {
    const Scene& scene = *line_.scene;
    const std::uint32_t token = line_.at[i_];
    const bool noun = line_.is(i_, WordClass::kPerson) || line_.is(i_, WordClass::kGroup) ||
                      line_.is(i_, WordClass::kSource);
    if (noun && !known_head_ && !in_genitive_) {
      head_ = token;
      known_head_ = true;
      gender_ = scene.info(token).gender;
    } else if (!head_ && !determiner(line_, i_)) {
      head_ = token;
    }
    if (head_ && (line_.is(i_, WordClass::kPreposition))) in_genitive_ = true;
  }

  std::optional<Subject> name_after_comma() const {
    if (!head_ || !line_.mark(i_, ',')) return std::nullopt;
    std::uint32_t k = i_ + 1;
    while (line_.is(k, WordClass::kHonorific) && line_.name(k) == Scene::kNoName) ++k;
    if (line_.name(k) == Scene::kNoName) return std::nullopt;
    const bool role = line_.scene->is(*head_, WordClass::kPerson);
    if (!role && !is_person(line_, line_.name(k))) return std::nullopt;
    // "Selon le sondage, Anna Petit gagne": there the name begins the next clause.
    std::uint32_t end = name_end(line_, k);
    while (line_.word(end) && !line_.lower(end)) ++end;
    if (line_.word(end)) return std::nullopt;
    return named(line_, k);
  }

  std::optional<std::uint32_t> name_ahead() const {
    for (std::uint32_t k = i_; k < i_ + 8 && k < line_.size(); ++k) {
      if (line_.gap(k) || line_.mark(k, ',')) break;
      if (line_.name(k) != Scene::kNoName) return line_.name(k);
    }
    return std::nullopt;
  }

  Subject description() const {
    const Scene& scene = *line_.scene;
    std::uint32_t end = i_;
    while (end > begin_ + 1 &&
           (line_.is(end - 1, WordClass::kPreposition) || determiner(line_, end - 1))) {
      --end;
    }
    Subject subject;
    subject.kind = SubjectKind::kDescription;
    subject.span = line_.span(begin_, end);
    subject.head = head_ ? *head_ : line_.at[begin_];
    subject.definite = !line_.is(begin_, WordClass::kIndefinite) && determiner(line_, begin_);
    subject.end = i_;
    subject.gender = gender_;
    if (subject.gender == Gender::kUnknown) subject.gender = scene.info(line_.at[begin_]).gender;
    const bool person = scene.is(subject.head, WordClass::kPerson);
    auto inner_name = inner_;
    if (!inner_name && scene.is(subject.head, WordClass::kSource)) {
      inner_name = name_ahead();  // "os dados divulgados esta quinta-feira pelo INE"
    }
    if (inner_name && !person && can_speak(line_, *inner_name))
      subject.entity = scene.names()[*inner_name].entity;
    return subject;
  }

  const Line& line_;
  std::uint32_t begin_, i_;
  std::optional<std::uint32_t> head_, inner_;
  bool known_head_ = false;
  bool in_genitive_ = false;
  Gender gender_ = Gender::kUnknown;
};

/// Behind a prepositional phrase that begins at `i`: the next determiner or name that no
/// preposition governs.
std::uint32_t skip_adjuncts(const Line& line, std::uint32_t i) {
  constexpr std::uint32_t kLongest = 12;
  const std::uint32_t begin = i;
  while (i < line.size() && i < begin + kLongest) {
    if (adverb(line, i)) {
      ++i;
    } else if (line.is(i, WordClass::kPreposition)) {
      ++i;
      while (determiner(line, i)) ++i;
      if (line.name(i) != Scene::kNoName) {
        i = name_end(line, i);
      } else if (line.word(i)) {
        ++i;
      }
    } else if (i > begin && line.word(i) && !determiner(line, i) &&
               line.name(i) == Scene::kNoName && !line.is(i, WordClass::kPronoun) &&
               !line.is(i, WordClass::kPerson)) {
      ++i;  // the rest of the phrase
    } else {
      break;
    }
  }
  return i;
}

}  // namespace

std::optional<VerbGroup> verb_group_at(const Line& line, std::uint32_t i) {
  constexpr std::uint32_t kLongest = 6;
  VerbGroup group;
  group.begin = i;
  for (std::uint32_t j = i; j < line.size() && j < i + kLongest; ++j) {
    if (line.gap(j)) return std::nullopt;
    const CueVerb* verb = nullptr;
    if (!noun_here(line, j)) verb = reading(line, j, group.after_auxiliary);
    // "a" is an auxiliary before it is anything else.
    if (verb != nullptr) {
      group.verb = verb;
      group.end = j + 1;
      if (!verb->complement.empty() && !verb->far) group.end = complement_end(line, j, *verb);
      if (enclitic(line, j + 1)) {
        group.enclitic = j + 1;
        group.end = std::max(group.end, j + 2);
      }
      return group;
    }
    if (line.is(j, WordClass::kAuxiliary)) {
      group.after_auxiliary = true;
    } else if (enclitic(line, j)) {
      group.enclitic = j;
    } else if (line.is(j, WordClass::kNegation)) {
      group.negated = true;
    } else if (!line.is(j, WordClass::kReflexive) && !(j > i && adverb(line, j))) {
      return std::nullopt;
    }
  }
  return std::nullopt;
}

std::optional<Subject> subject_at(const Line& line, std::uint32_t i, SubjectOptions options) {
  if (options.skip_adjuncts) {
    while (adverb(line, i) ||
           (line.is(i, WordClass::kReflexive) && !line.is(i, WordClass::kArticle)))
      ++i;
  }
  if (i >= line.size() || line.gap(i)) return std::nullopt;
  if (options.oblique && line.is(i, WordClass::kOblique) &&
      (!line.is(i, WordClass::kPossessive) || punctuation(line, i + 1))) {
    return pronoun(line, i);
  }
  const bool stands_alone = !determiner(line, i) || punctuation(line, i + 1);
  if (stands_alone && line.name(i) == Scene::kNoName &&
      (line.is(i, WordClass::kPronoun) || line.is(i, WordClass::kSomeone) ||
       line.is(i, WordClass::kSpeaker))) {
    return pronoun(line, i);
  }
  if (options.skip_adjuncts && line.is(i, WordClass::kPreposition) &&
      !line.is(i, WordClass::kIndefinite)) {
    i = skip_adjuncts(line, i);
  }
  if (punctuation(line, i)) return std::nullopt;
  return PhraseReader(line, i).read();
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

  const auto head_of = [&](std::uint32_t from, std::uint32_t to) -> std::optional<Subject> {
    const bool beside_verb = to == verb;
    while (from < to &&
           (line.is(from, WordClass::kAnd) || adverb(line, from) ||
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
          !(determiner(line, i) && k < to && !line.is(k, WordClass::kNegation))) {
        return pronoun(line, i);
      }
    }
    if (!beside_verb && line.is(from, WordClass::kPronoun) && !determiner(line, from)) {
      return pronoun(line, from);
    }
    for (std::uint32_t i = from; i < to; ++i) {
      if (line.gap(i)) continue;
      if (line.is(i, WordClass::kPreposition) && !line.is(i, WordClass::kIndefinite)) {
        i = skip_adjuncts(line, i);
        if (i >= to) break;
      }
      if (i < to && !punctuation(line, i) &&
          (determiner(line, i) || line.name(i) != Scene::kNoName ||
           line.is(i, WordClass::kPerson) || line.is(i, WordClass::kHonorific))) {
        auto found = subject_at(line, i, {});
        if (found && found->span.begin < line.scene->token(line.at[verb]).span.begin) return found;
      }
    }
    return std::nullopt;
  };

  auto [last_begin, last_end] = segments.back();
  // "que la CAP juge": the relative clause has a subject of its own.
  if (line.is(last_begin, WordClass::kRelative) && !line.is(last_begin, WordClass::kArticle)) {
    ++last_begin;
  }
  // "Jens Althaus, der die Verwaltung verspottet": the pronoun takes up the name before it.
  const bool takes_up = line.is(last_begin, WordClass::kRelative) &&
                        determiner(line, last_begin + 1) && last_begin > begin + 1 &&
                        line.mark(last_begin - 1, ',') &&
                        line.name(last_begin - 2) != Scene::kNoName;
  if (takes_up) return named(line, last_begin - 2);
  if (last_begin < last_end) {
    if (auto found = head_of(last_begin, last_end)) return found;
  }
  for (const auto& [from, to] : segments) {
    if (line.is(from, WordClass::kRelative) && !line.is(from, WordClass::kArticle)) continue;
    if (auto found = head_of(from, to)) return found;
  }
  return std::nullopt;
}

std::optional<PhraseAt> phrase_at(const Line& line, std::uint32_t i) {
  if (i >= line.size() || line.gap(i)) return std::nullopt;
  const auto* list = line.scene->lexicon().phrases.find(line.scene->token(line.at[i]).key);
  if (list == nullptr) return std::nullopt;
  for (const CuePhrase& phrase : *list) {
    if (matches(line, i, phrase.words)) {
      return PhraseAt{&phrase, i + static_cast<std::uint32_t>(phrase.words.size())};
    }
  }
  return std::nullopt;
}

}  // namespace manicule
