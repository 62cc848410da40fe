#include "quotes/lexicon.h"

#include <algorithm>

#include "names_of.h"
#include "quotes/conjugation.h"
#include "text/unicode.h"

namespace manicule {
namespace {

constexpr std::string_view kClassNames[] = {
    "pronoun",   "oblique",   "someone",  "speaker", "article",  "indefinite",  "possessive",
    "this",      "relative",  "that",     "whether", "and",      "subordinate", "preposition",
    "auxiliary", "reflexive", "negation", "finite",  "indirect", "subjunctive", "honorific",
    "person",    "group",     "source",   "work",    "naming",   "medium",      "month",
    "clipped",   "credit",    "bare",     "of",      "as",       "perfect",     "office",
    "saying",    "owner",     "passive",  "asks",    "answers",  "you",         "tells",
    "by",        "to",        "mine",     "leads"};

template <class Enum, class Names>
bool read_name(std::string_view name, const Names& names, Enum& out) {
  const auto found = std::find(std::begin(names), std::end(names), name);
  if (found == std::end(names)) return false;
  out = static_cast<Enum>(found - std::begin(names));
  return true;
}

bool read_stance(std::string_view name, Stance& out) {
  return read_name(name == "-" ? "neutral" : name, kNamesOf<Stance>, out);
}

std::vector<WordKey> keys_of(std::string_view words) {
  std::vector<WordKey> keys;
  for (const auto word : split_words(words)) keys.push_back(word_key(fold(word)));
  return keys;
}

/// How nouns make their plural: "s>ses" puts "ses" for a final "s".
struct Plural {
  std::string cut, add;
};

std::vector<std::string> plurals(std::string_view noun, const std::vector<Plural>& rules) {
  std::vector<std::string> forms;
  for (const Plural& rule : rules) {
    if (noun.size() <= rule.cut.size() + 2) continue;
    const std::size_t stem = noun.size() - rule.cut.size();
    if (noun.substr(stem) != rule.cut) continue;
    forms.push_back(std::string(noun.substr(0, stem)) + std::string(rule.add));
  }
  return forms;
}

/// `class[:m|f|p]<TAB>words`. Before the nouns, the class "plural" may tell how they make theirs.
void load_classes(const std::string& path, QuoteLexicon& lexicon, DataErrors& errors) {
  std::vector<Plural> rules;
  for_each_line(path, [&](const DataLine& line) {
    std::string_view name = line.fields[0];
    if (name == "plural" && line.fields.size() == 2) {
      for (const auto rule : split_words(line.fields[1])) {
        const std::size_t arrow = std::min(rule.find('>'), rule.size() - 1);
        rules.push_back({std::string(rule.substr(0, arrow)), std::string(rule.substr(arrow + 1))});
      }
      return;
    }
    Gender gender = Gender::kUnknown;
    if (name.size() > 2 && name[name.size() - 2] == ':') {
      constexpr std::string_view kGenders[] = {"-", "m", "f", "p"};
      if (!read_name(name.substr(name.size() - 1), kGenders, gender)) {
        errors.push_back(line.error(0, "expected :m, :f or :p"));
      }
      name.remove_suffix(2);
    }
    WordClass word_class;
    if (!read_name(name, kClassNames, word_class) || line.fields.size() != 2) {
      errors.push_back(line.error(0, "expected a class of words, and words"));
      return;
    }
    const auto put = [&](std::string_view word, Gender own) {
      WordInfo& info = lexicon.words[word_key(fold(word))];
      info.set(word_class);
      if (own == Gender::kUnknown) return;
      // A form that is masculine here and feminine there tells nothing.
      const bool other = info.gender != Gender::kUnknown && info.gender != own;
      info.gender = other ? Gender::kUnknown : own;
    };
    const bool noun = word_class == WordClass::kPerson || word_class == WordClass::kGroup ||
                      word_class == WordClass::kSource || word_class == WordClass::kOffice;
    for (const auto word : split_words(line.fields[1])) {
      put(word, gender);
      if (!noun || gender == Gender::kPlural) continue;
      for (const auto& form : plurals(word, rules)) put(form, Gender::kPlural);
    }
  });
}

/// `role<TAB>stance<TAB>phrase`.
void load_phrases(const std::string& path, QuoteLexicon& lexicon, DataErrors& errors) {
  constexpr std::string_view kRoles[] = {"before",  "weak",   "turned", "after",
                                         "quoting", "naming", "own"};
  for_each_line(path, [&](const DataLine& line) {
    CuePhrase phrase;
    if (line.fields.size() != 3 || !read_name(line.fields[0], kRoles, phrase.role) ||
        !read_stance(line.fields[1], phrase.stance)) {
      errors.push_back(line.error(0, "expected role, stance, phrase"));
      return;
    }
    phrase.words = keys_of(line.fields[2]);
    lexicon.verb_second |= phrase.role == PhraseRole::kTurned;
    auto& list = lexicon.phrases[phrase.words.front()];
    const auto longer = [](const CuePhrase& a, const CuePhrase& b) {
      return a.words.size() > b.words.size();
    };
    list.insert(std::upper_bound(list.begin(), list.end(), phrase, longer), phrase);
  });
}

class VerbLoader {
 public:
  VerbLoader(const std::string& folder, QuoteLexicon& lexicon, DataErrors& errors)
      : conjugation_(folder + "conjugation.tsv", errors), lexicon_(lexicon), errors_(errors) {}

  /// `class<TAB>use<TAB>stance<TAB>lemmas`, where a lemma may bring words that must follow it
  /// (faire_savoir) or, for a verb that parts in two, its particle first (mit|teilen). The class
  /// "=" takes the forms of one verb as they are: `=<TAB>use<TAB>stance<TAB>complement or
  /// -<TAB>finite forms<TAB>participles<TAB>infinitives<TAB>gerunds`. Verbs of the use "plain"
  /// report nothing; of them only is known that a clause has one.
  void read(const DataLine& line) {
    constexpr std::string_view kUses[] = {"says", "utters", "object", "names", "plain"};
    CueVerb verb;
    CueUse use = CueUse::kSays;
    const auto& f = line.fields;
    if (f.size() < 4 || !read_name(f[1], kUses, use) || !read_stance(f[2], verb.stance)) {
      errors_.push_back(line.error(0, "expected class, use, stance, lemmas"));
      return;
    }
    verb.uses = static_cast<std::uint8_t>(1U << static_cast<unsigned>(use));
    if (f[0] == "=") {
      read_listed(line, verb);
      return;
    }
    if (!conjugation_.knows(f[0])) {
      errors_.push_back(line.error(0, "unknown class of verbs"));
      return;
    }
    for (const auto lemma : split_words(f[3])) {
      if (!inflect(lemma, f[0], verb)) {
        errors_.push_back(line.error(3, "'" + std::string(lemma) + "' is not of this class"));
      }
    }
  }

 private:
  void read_listed(const DataLine& line, CueVerb verb) {
    std::string_view complement = line.fields[3];
    if (complement != "-") {
      verb.far = complement.front() == '|';
      verb.complement = keys_of(complement.substr(verb.far ? 1 : 0));
    }
    for (std::size_t i = 4; i < line.fields.size() && i < 8; ++i) {
      verb.form = static_cast<VerbForm>(i - 4);
      for (const auto word : split_words(line.fields[i])) {
        if (word != "-") add(fold(word), verb);
      }
    }
  }

  bool inflect(std::string_view lemma, std::string_view verb_class, CueVerb verb) {
    const std::size_t bar = lemma.find('|');
    const std::size_t line = lemma.find('_');
    std::string particle;
    if (bar != std::string_view::npos) {
      particle = lemma.substr(0, bar);
      lemma.remove_prefix(bar + 1);
      verb.far = true;
      verb.complement = keys_of(particle);
    } else if (line != std::string_view::npos) {
      std::string words(lemma.substr(line + 1));
      std::replace(words.begin(), words.end(), '_', ' ');
      verb.complement = keys_of(words);
      lemma = lemma.substr(0, line);
    }
    const auto forms = conjugation_.inflect(lemma, verb_class);
    for (const auto& [word, form] : forms) {
      verb.form = form;
      add(word, verb);
      if (particle.empty()) continue;
      CueVerb whole = verb;  // "mitgeteilt", "mitzuteilen", "mitteilt"
      whole.complement.clear();
      add(fold(particle) + word, whole);
      if (form == VerbForm::kInfinitive) add(fold(particle) + "zu" + word, whole);
    }
    return !forms.empty();
  }

  void add(const std::string& folded, const CueVerb& verb) {
    WordInfo& info = lexicon_.words[word_key(folded)];
    if (verb.is(CueUse::kPlain)) {
      if (verb.form == VerbForm::kFinite && verb.complement.empty()) info.set(WordClass::kFinite);
      return;
    }
    auto& verbs = info.verbs;
    const auto same = [&](const CueVerb& v) {
      return v.form == verb.form && v.complement == verb.complement;
    };
    const auto known = std::find_if(verbs.begin(), verbs.end(), same);
    if (known == verbs.end()) {
      verbs.push_back(verb);
      return;
    }
    known->uses |= verb.uses;
    if (known->stance == Stance::kNeutral) known->stance = verb.stance;
  }

  Conjugation conjugation_;
  QuoteLexicon& lexicon_;
  DataErrors& errors_;
};

}  // namespace

QuoteLexicon QuoteLexicon::load(const std::string& folder, DataErrors& errors) {
  QuoteLexicon lexicon;
  load_classes(folder + "words.tsv", lexicon, errors);
  load_phrases(folder + "phrases.tsv", lexicon, errors);
  VerbLoader verbs(folder, lexicon, errors);
  for_each_line(folder + "verbs.tsv", [&](const DataLine& line) { verbs.read(line); });
  return lexicon;
}

}  // namespace manicule
