#include "quotes/phrase_reader.h"

#include "quotes/verb_group.h"

namespace manicule {

bool heads_phrase(const Line& line, std::uint32_t i) {
  return line.is(i, WordClass::kPerson) || line.is(i, WordClass::kGroup) ||
         line.is(i, WordClass::kSource);
}

namespace {

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

/// Reads one noun phrase, with the name set beside it: "l'entraîneur, Thierry Noël".
class PhraseReader {
 public:
  PhraseReader(const Line& line, std::uint32_t begin) : line_(line), begin_(begin), i_(begin) {}

  std::optional<Subject> read() {
    while (line_.determiner(i_) && i_ < begin_ + 3) ++i_;
    while (i_ < line_.size() && i_ < begin_ + kLongest) {
      if (line_.name(i_) != Scene::kNoName) {
        const bool apposed = !after_preposition(i_) && !names_inner_noun(i_);
        const std::uint32_t end = line_.name_end(i_);
        // A minister is a person, whatever the name beside was taken for.
        const bool able = can_speak(line_, line_.name(i_)) || known_head_;
        if (apposed && able && !genitive(end) && !leads_on(end)) return name_at(line_, i_);
        if (!inner_ && (!head_ || known_head_ || after_of(i_))) inner_ = line_.name(i_);
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
      const bool noun = line_.is(k, WordClass::kPerson) || line_.is(k, WordClass::kHonorific) ||
                        hyphenated(k) || line_.genitive(k);
      if (!noun && !(k > end && line_.lower(k) && !line_.is(k, WordClass::kPreposition))) {
        return false;
      }
      ++k;
    }
    return k > end && k < line_.size() && line_.name(k) != Scene::kNoName &&
           is_person(line_, line_.name(k));
  }

  /// "Smith's lawyer": the name belongs to what follows.
  bool genitive(std::uint32_t end) const { return line_.genitive(end) && line_.lower(end + 1); }

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

  /// "le porte-parole du collectif Eau Claire": the name is that of the noun behind "of", unless it
  /// is a person's and the noun a group's ("le président du conseil Jean Petit").
  bool names_inner_noun(std::uint32_t i) const {
    if (!known_head_ || i < begin_ + 2 || line_.at[i - 1] == *head_ || !after_of(i - 1)) {
      return false;
    }
    if (line_.is(i - 1, WordClass::kPerson)) return true;
    return line_.is(i - 1, WordClass::kGroup) && !is_person(line_, line_.name(i));
  }

  /// "Einem Sprecher zufolge"
  bool is_postposition(std::uint32_t i) const {
    const auto phrase = phrase_at(line_, i);
    return phrase && phrase->phrase->role == PhraseRole::kAfter;
  }

  bool after_of(std::uint32_t i) const {
    while (i > begin_ + 1 && line_.is(i - 1, WordClass::kArticle) &&
           !line_.is(i - 1, WordClass::kOf)) {
      --i;
    }
    return i > begin_ && line_.is(i - 1, WordClass::kOf);
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
    if (line_.is(i_, WordClass::kPronoun) && !line_.determiner(i_)) return false;
    if (head_ && line_.adverb(i_)) return false;
    if (head_ && (line_.is(i_, WordClass::kAuxiliary) || acts())) return false;
    if (head_ && is_postposition(i_)) return false;
    if (is_turned_verb()) return false;
    if (head_ && line_.is(i_ + 1, WordClass::kAs) && cue_reading(line_, i_, true) != nullptr) {
      return false;  // "door de coalitie afgedaan als"
    }
    if (head_ && line_.is(i_, WordClass::kReflexive) && !line_.is(i_, WordClass::kPreposition)) {
      return false;
    }
    if (head_ && cue_reading(line_, i_, false) != nullptr && !line_.noun_here(i_) &&
        !line_.is(i_, WordClass::kPerson)) {
      return false;
    }
    if (head_ && (line_.is(i_, WordClass::kPreposition) || line_.determiner(i_))) {
      return genitive_ahead();
    }
    return true;
  }

  /// "Volgens de politie verliep ...": where adjectives stand before their noun, a word behind a
  /// known noun that is neither a name nor linked to it begins something else.
  bool is_turned_verb() const {
    return known_head_ && line_.scene->lexicon().verb_second && line_.at[i_ - 1] == *head_ &&
           line_.lower(i_) && !line_.determiner(i_) && !line_.is(i_, WordClass::kPreposition);
  }

  /// A finite verb, and no noun that looks like one.
  bool acts() const {
    return line_.finite(i_) && !heads_phrase(line_, i_) &&
           !(line_.genitive(i_) && line_.word(i_ + 1));
  }

  /// A description goes on with "of" and with a name: "analysts at Kotwal", not "in the debate".
  bool genitive_ahead() const {
    if (i_ >= begin_ + 8) return false;
    if (line_.is(i_, WordClass::kOf)) return true;
    if (line_.determiner(i_)) {  // "de la ville", "Sprecher der Bahn", "le site Les Ondes"
      return line_.is(i_ - 1, WordClass::kPreposition) || line_.is(i_ - 1, WordClass::kOf) ||
             line_.scene->lexicon().verb_second || !line_.lower(i_);
    }
    std::uint32_t k = i_ + 1;
    while (line_.determiner(k)) ++k;
    return line_.name(k) != Scene::kNoName &&
           !line_.scene->is(line_.at[k], WordClass::kMedium);  // "the premier on X"
  }

  void note_head() {
    const Scene& scene = *line_.scene;
    const std::uint32_t token = line_.at[i_];
    if (heads_phrase(line_, i_) && !known_head_ && !in_genitive_) {
      head_ = token;
      known_head_ = true;
      gender_ = scene.info(token).gender;
    } else if (!head_ && !line_.determiner(i_)) {
      head_ = token;
    }
    if (head_ && (line_.is(i_, WordClass::kPreposition))) in_genitive_ = true;
  }

  std::optional<Subject> name_after_comma() const {
    if (!head_) return std::nullopt;
    std::uint32_t comma = i_;
    if (line_.is(i_, WordClass::kPreposition)) {  // "l'assessore ai Trasporti, Claudio Ferri"
      while (comma < i_ + 5 && line_.word(comma) && !line_.finite(comma)) ++comma;
    }
    if (!line_.mark(comma, ',')) return std::nullopt;
    std::uint32_t k = comma + 1;
    // "Su dueño, el empresario Ginés Romero, ..."
    if (line_.determiner(k) && line_.is(k + 1, WordClass::kPerson)) ++k;
    while (line_.name(k) == Scene::kNoName &&
           (line_.is(k, WordClass::kHonorific) || line_.is(k, WordClass::kPerson))) {
      ++k;
    }
    if (line_.name(k) == Scene::kNoName) return std::nullopt;
    const bool person = line_.scene->is(*head_, WordClass::kPerson);
    const bool group = line_.scene->is(*head_, WordClass::kGroup);
    if (!person && !group && !is_person(line_, line_.name(k))) return std::nullopt;
    // "Selon le sondage, Anna Petit gagne": there the name begins the next clause.
    std::uint32_t end = line_.name_end(k);
    while (line_.word(end) && !line_.lower(end)) ++end;
    if (line_.word(end)) return std::nullopt;
    return name_at(line_, k);
  }

  std::optional<std::uint32_t> name_ahead() const {
    for (std::uint32_t k = i_; k < i_ + 8 && k < line_.size(); ++k) {
      if (line_.gap(k) || line_.mark(k, ',') || line_.finite(k) || line_.is(k, WordClass::kThat) ||
          cue_reading(line_, k, false) != nullptr) {
        break;
      }
      if (line_.name(k) != Scene::kNoName) return line_.name(k);
    }
    return std::nullopt;
  }

  Subject description() const {
    const Scene& scene = *line_.scene;
    std::uint32_t end = i_;
    while (end > begin_ + 1 &&
           (line_.is(end - 1, WordClass::kPreposition) || line_.determiner(end - 1))) {
      --end;
    }
    Subject subject;
    subject.kind = SubjectKind::kDescription;
    subject.span = line_.span(begin_, end);
    subject.head = head_ ? *head_ : line_.at[begin_];
    // The article may be part of the preposition: "na opinião da deputada".
    const bool contracted = begin_ > 0 && line_.is(begin_ - 1, WordClass::kOf);
    subject.definite =
        !line_.is(begin_, WordClass::kIndefinite) && (line_.determiner(begin_) || contracted);
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

}  // namespace

std::optional<Subject> read_phrase(const Line& line, std::uint32_t i) {
  return PhraseReader(line, i).read();
}

}  // namespace manicule
