// Atoms to phrases and numbers: the half of Atomizer that looks at more than one word.

#include <algorithm>

#include "figures/atoms.h"
#include "figures/numerals.h"
#include "figures/pieces.h"
#include "text/unicode.h"

namespace manicule {

void Atomizer::collect_classes() {
  constexpr ClassMask kCap = class_bit(kAnyWord) | class_bit(kCapWord);
  constexpr ClassMask kLow = class_bit(kAnyWord) | class_bit(kLowWord);
  for (std::size_t at = 0; at < atoms_.size(); ++at) {
    Atom& atom = atoms_[at];
    atom.classes = atom.kind != TokenKind::kWord ? 0 : atom.is_low() ? kLow : kCap;
    for (std::uint32_t i = 0; i < atom.reading_count; ++i) {
      atom.classes |= class_bit(atom.readings[i].klass);
    }
    atom.ending |= atom.classes;
    if (atom.phrase == nullptr) continue;
    ClassMask of_phrase = 0;
    for (const Reading& reading : atom.phrase->readings) of_phrase |= class_bit(reading.klass);
    atom.classes |= of_phrase;
    atoms_[at + atom.phrase_size - 1].ending |= of_phrase;
  }
}

/// Marks the longest phrase of the lexicon that begins at each atom.
void Atomizer::find_phrases() {
  for (std::size_t i = 0; i < atoms_.size(); ++i) {
    const FigureLexicon::Node* node = atoms_[i].key == 0 ? nullptr : lexicon_.find(atoms_[i].key);
    WordKey key = atoms_[i].key;
    for (std::size_t j = i + 1; node != nullptr && node->continues && j < atoms_.size(); ++j) {
      if (atoms_[j].key == 0) break;
      key = FigureLexicon::join(key, atoms_[j].key);
      node = lexicon_.find(key);
      const bool sign =
          node != nullptr && !node->readings.empty() && node->readings[0].klass == kCurrencySign;
      // "a $ 300 million", but "HK $ 300 million"
      if (sign && atoms_[j].space_before && atoms_[j - 1].span.size() == 1) continue;
      if (node != nullptr && !node->readings.empty()) {
        atoms_[i].phrase = node;
        atoms_[i].phrase_size = static_cast<std::uint32_t>(j + 1 - i);
      }
    }
  }
}

/// Whether a phrase that numbers are composed of is meant before atoms_[next]: "half a" makes one
/// number with "million" alone, and "and a half" adds to something counted.
bool Atomizer::joins_numeral(const FigureLexicon::Node& phrase, bool counted,
                             std::size_t next) const {
  const auto& readings = phrase.readings;
  if (std::any_of(readings.begin(), readings.end(), [&](const Reading& reading) {
        return reading.klass != kHalfBefore && is_numeral(reading.klass) &&
               (reading.klass != kHalfAfter || counted);
      })) {
    return true;
  }
  if (next >= atoms_.size() || atoms_[next].node == nullptr) return false;
  const auto& after = atoms_[next].node->readings;
  return std::any_of(after.begin(), after.end(),
                     [](const Reading& reading) { return reading.klass == kScaleWord; });
}

/// Makes one atom of each phrase that numbers are composed of ("quatre-vingt"), the longest first,
/// and drops hyphens that only bind a number to its noun ("26.2-mile").
void Atomizer::join_numerals() {
  std::size_t out = 0;
  for (std::size_t i = 0; i < atoms_.size();) {
    Atom& atom = atoms_[i];
    if (atom.node == nullptr) {
      if (out != i) atoms_[out] = atom;
      ++out, ++i;
      continue;
    }
    const FigureLexicon::Node* node = atom.node;
    const FigureLexicon::Node* best = node;
    const bool counted =
        out > 0 && (atoms_[out - 1].node != nullptr || atoms_[out - 1].kind == TokenKind::kNumber);
    std::size_t end = i + 1;
    WordKey key = atom.key;
    for (std::size_t j = i + 1; node != nullptr && node->continues && j < atoms_.size(); ++j) {
      key = FigureLexicon::join(key, atoms_[j].key);
      node = lexicon_.find(key);
      if (node != nullptr && node->numeral && joins_numeral(*node, counted, j + 1)) {
        best = node;
        end = j + 1;
      }
    }
    const bool hyphen = end == i + 1 && out > 0 && i + 1 < atoms_.size() && !atom.space_before &&
                        !atoms_[i + 1].space_before && atoms_[out - 1].kind == TokenKind::kNumber &&
                        atoms_[i + 1].kind == TokenKind::kWord &&
                        hyphen_size(text(atom.span)) == atom.span.size();
    if (hyphen) {
      // What follows may be known as the end of a compound: "34-jaehriger".
      Atom& next = atoms_[i + 1];
      fold_.assign("-");
      fold_append(fold_, text(next.span));
      if (const auto* suffix = lexicon_.find(word_key(fold_))) {
        next.node = suffix;
        next.key = word_key(fold_);
      }
      ++i;
      continue;
    }
    Atom joined = atom;
    joined.span.end = atoms_[end - 1].span.end;
    joined.node = best;
    if (end > i + 1) joined.key = 0;
    joined.readings = best->readings.data();
    joined.reading_count = static_cast<std::uint32_t>(best->readings.size());
    atoms_[out++] = joined;
    i = end;
  }
  atoms_.resize(out);
}

/// Makes one atom of each number.
void Atomizer::compose_numbers() {
  std::size_t out = 0;
  for (std::size_t i = 0; i < atoms_.size();) {
    // A sign, or the mark of ".75", begins a number only before digits.
    const auto digits_at = [&](std::size_t at) {
      return at < atoms_.size() && atoms_[at].kind == TokenKind::kNumber;
    };
    const bool mark =
        atoms_[i].kind == TokenKind::kPunctuation && !digits_at(i + 1) && !digits_at(i + 2);
    if (mark || !atoms_[i].starts_number()) {
      if (out != i) atoms_[out] = atoms_[i];
      ++out, ++i;
      continue;
    }
    const auto number = read_numeral(atoms_, i, document_.text->utf8(),
                                     {mark_, lexicon_.joins_ordinals(), lexicon_.units_first()});
    if (!number) {
      if (out != i) atoms_[out] = atoms_[i];
      ++out, ++i;
      continue;
    }
    Atom atom = atoms_[i];
    atom.span.end = atoms_[number->end - 1].span.end;
    const std::string_view source = text(atom.span);
    std::vector<Reading> readings;
    const auto say = [&](ClassId klass) { readings.push_back({klass, number->value, source, {}}); };
    if (number->ordinal) {
      say(kOrdinal);
    } else if (number->article) {
      say(kArticle);
    } else {
      say(kNumber);
      if (number->digits) say(kDigits);
      if (number->padded) say(kPadded);
      if (!number->scale.is_zero()) readings.push_back({kScaled, number->scale, source, {}});
      if (number->plain && number->length == 2) say(kDigits2);
      const auto integer = number->value.integer();
      const bool four = !number->digits || (number->plain && number->length == 4);
      if (four && integer && *integer >= 1000 && *integer < 2200) say(kYear);
    }
    // One word may mean something else as well: "second", "quart", "Mai".
    if (number->end == i + 1) {
      for (std::uint32_t r = 0; r < atom.reading_count; ++r) {
        const ClassId klass = atom.readings[r].klass;
        if (klass < kCardinalWord || klass > kSign) readings.push_back(atom.readings[r]);
      }
    }
    const std::size_t first = made_.size();
    made_.insert(made_.end(), readings.begin(), readings.end());
    atom.readings = nullptr;
    atom.reading_count = static_cast<std::uint32_t>(readings.size());
    atom.made = static_cast<std::uint32_t>(first);
    if (number->end > i + 1) atom.key = 0;
    atom.node = &composed_;
    atoms_[out++] = atom;
    i = number->end;
  }
  atoms_.resize(out);
  for (Atom& atom : atoms_) {
    if (atom.node == &composed_) atom.readings = made_.data() + atom.made;
  }
}

}  // namespace manicule
