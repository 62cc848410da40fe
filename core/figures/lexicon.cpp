#include "figures/lexicon.h"

#include <algorithm>

#include "data.h"
#include "text/unicode.h"

namespace manicule {
namespace {

constexpr std::string_view kBuiltinNames[] = {
    "",       "word",    "cap",    "lower",      "number",  "digits",  "year",
    "padded", "digits2", "scaled", "article",    "ordinal", "card",    "hundred",
    "scale",  "dscale",  "ocard",  "ohundred",   "oscale",  "osuffix", "join",
    "point",  "half",    "halfof", "fracsign",   "lead",    "sign",    "ccode",
    "csign",  "usymbol", "frac",   "collective", "nonoun",  "percent", "plain"};
static_assert(std::size(kBuiltinNames) == kFirstFreeClass);

/// The class of the piece that `c` belongs to: pieces are runs of letters, of digits, or one mark.
enum class Piece : std::uint8_t { kSpace, kLetters, kDigits, kMark };

Piece piece_of(char32_t c) {
  if (c == '\'') return Piece::kLetters;
  switch (char_class(c)) {
    case CharClass::kSpace:
    case CharClass::kLineEnd:
    case CharClass::kOther:
      return Piece::kSpace;
    case CharClass::kDigit:
      return Piece::kDigits;
    case CharClass::kPunctuation:
    case CharClass::kSymbol:
      return Piece::kMark;
    default:
      return Piece::kLetters;
  }
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

std::string_view trim(std::string_view s) {
  while (!s.empty() && s.front() == ' ') s.remove_prefix(1);
  while (!s.empty() && s.back() == ' ') s.remove_suffix(1);
  return s;
}

/// As people without the right keyboard write it: "deuxieme", "millon".
std::string without_accents(std::string_view form) {
  constexpr char32_t kFirst = 0xE0;
  constexpr std::string_view kBases = "aaaaaaaceeeeiiiidnooooo-ouuuuypy";
  std::string out;
  for (std::size_t at = 0; at < form.size();) {
    const auto [c, size] = decode(form, at);
    at += size;
    const bool accented = c >= kFirst && c < kFirst + kBases.size() && kBases[c - kFirst] != '-';
    append_utf8(out, accented ? static_cast<char32_t>(kBases[c - kFirst]) : c);
  }
  return out;
}

/// The letters that `form` must be written in: symbols of one letter, and scales in capitals, have
/// another meaning in the other case.
LetterCase letters_of(std::string_view form, ClassId klass) {
  if (klass != kUnitSymbol && klass != kDigitScale) return LetterCase::kAny;
  if (form.size() > 1 && form[0] == '-') form.remove_prefix(1);
  const auto all = [&](char low, char high) {
    return std::all_of(form.begin(), form.end(), [&](char c) { return c >= low && c <= high; });
  };
  if (all('A', 'Z') && (form.size() == 1 || klass == kDigitScale)) return LetterCase::kUpper;
  return form.size() == 1 && all('a', 'z') ? LetterCase::kLower : LetterCase::kAny;
}

}  // namespace

std::vector<std::string> split_form(std::string_view form) {
  const std::string folded = fold(form);
  std::vector<std::string> words;
  Piece last = Piece::kSpace;
  for (std::size_t at = 0; at < folded.size();) {
    const auto [c, size] = decode(folded, at);
    Piece piece = piece_of(c);
    const std::string_view bytes = std::string_view(folded).substr(at, size);
    at += size;
    if (c == '-' && !words.empty() && at < folded.size()) piece = Piece::kSpace;
    if (piece == Piece::kDigits && last == Piece::kLetters) piece = last;  // "km2"
    // A dot after letters belongs to the word ("p.m.", "mrd.").
    if (c == '.' && last == Piece::kLetters) {
      words.back() += '.';
      continue;
    }
    if (piece == Piece::kSpace) {
      last = piece;
      continue;
    }
    const bool suffix = !words.empty() && words.back() == "-" && words.size() == 1;
    const bool after_apostrophe = last == Piece::kLetters && !words.empty() &&
                                  words.back().size() > 1 && words.back().back() == '\'';
    // "New Year's Day": texts are cut before this ending, too.
    const bool genitive = c == '\'' && last == Piece::kLetters && folded[at] == 's' &&
                          (at + 1 == folded.size() || folded[at + 1] == ' ');
    if ((piece == last && piece != Piece::kMark && !after_apostrophe && !genitive) || suffix) {
      words.back() += bytes;
    } else {
      words.emplace_back(bytes);
    }
    last = piece;
  }
  return words;
}

FigureLexicon::FigureLexicon() : compound_(65536, false) {
  for (const auto name : kBuiltinNames) {
    ids_.emplace(name, static_cast<ClassId>(names_.size()));
    names_.emplace_back(name);
  }
}

ClassId FigureLexicon::intern(std::string_view name) {
  const auto [at, fresh] = ids_.emplace(std::string(name), static_cast<ClassId>(names_.size()));
  if (fresh) names_.emplace_back(name);
  return at->second;
}

ClassId FigureLexicon::intern_literal(std::string_view word) {
  const std::string name = '"' + std::string(word);
  const bool known = ids_.find(name) != ids_.end();
  const ClassId id = intern(name);
  if (!known) add(word, Reading{id, {}, {}, {}});
  return id;
}

void FigureLexicon::add(std::string_view form, const Reading& reading) {
  const std::vector<std::string> words = split_form(form);
  if (words.empty()) return;
  WordKey key = word_key(words[0]);
  for (std::size_t i = 1; i < words.size(); ++i) {
    nodes_[key].continues = true;
    key = join(key, word_key(words[i]));
  }
  Node& node = nodes_[key];
  node.readings.push_back(reading);
  node.numeral |= is_numeral(reading.klass);
  const bool starts_compound = reading.klass == kCardinalWord || reading.klass == kHundredWord ||
                               reading.klass == kScaleWord || reading.klass == kOrdinalWord ||
                               reading.klass == kArticle || reading.klass == kPlainWord;
  if (starts_compound && words.size() == 1 && words[0].size() > 1) {
    compound_[pair_index(words[0])] = true;
  }
}

void FigureLexicon::add_spellings(const std::string& form, const Reading& reading) {
  constexpr std::size_t kShortest = 6;
  Reading exact = reading;
  exact.letters = letters_of(form, reading.klass);
  add(form, exact);
  const std::string bare = without_accents(form);
  if (form.size() >= kShortest && bare != form) add(bare, exact);
}

void FigureLexicon::load(std::string_view path, DataErrors& errors) {
  read(data_file(path), path, errors);
}

void FigureLexicon::read(std::string_view text, std::string_view path, DataErrors& errors) {
  for_each_line_of(text, path, [&](const DataLine& line) {
    if (line.fields.size() != 3) {
      errors.push_back(line.error(0, "expected class, value and forms, with tabs between"));
      return;
    }
    if (line.fields[0] == "setting") {
      capital_nouns_ |= line.fields[2] == "capital-nouns";
      if (line.fields[2] == "split-ordinals") joins_ordinals_ = false;
      units_first_ |= line.fields[2] == "units-first";
      if (line.fields[2] == "decimal-dot") mark_ = DecimalMark::kDot;
      return;
    }
    Reading reading;
    reading.klass = intern(line.fields[0]);
    reading.text = line.fields[1];
    if (const auto value = parse_decimal(reading.text.substr(0, reading.text.find(' ')))) {
      reading.value = *value;
    }
    for (const auto form : split(line.fields[2], '|')) {
      // A plus sign alone is no ending.
      const auto endings = trim(form) == "+" ? std::vector{form} : split(trim(form), '+');
      const std::string stem(endings[0]);
      if (stem.empty()) {
        errors.push_back(line.error(2, "empty form"));
        return;
      }
      add_spellings(stem, reading);
      for (std::size_t i = 1; i < endings.size(); ++i) {
        add_spellings(stem + std::string(endings[i]), reading);
      }
    }
  });
}

}  // namespace manicule
