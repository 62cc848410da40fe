#include "quotes/verb_group.h"

#include <algorithm>

namespace manicule {
namespace {

/// Where the complement of `verb` at `i` ends, or 0 where it is missing.
std::uint32_t complement_end(const Line& line, std::uint32_t i, const CueVerb& verb) {
  constexpr std::uint32_t kNear = 5, kFar = 30;
  const std::uint32_t limit = i + 1 + (verb.far ? kFar : kNear);
  for (std::uint32_t k = i + 1; k < limit && k < line.size(); ++k) {
    if (line.matches(k, verb.complement)) {
      return k + static_cast<std::uint32_t>(verb.complement.size());
    }
    if (line.gap(k)) continue;
    if (!verb.far && line.punctuation(k)) break;
    if (line.scene->ends_sentence(line.at[k]) || line.mark(k, ';') || line.mark(k, ':')) break;
  }
  return 0;
}

}  // namespace

bool is_enclitic(const Line& line, std::uint32_t i) {
  if (i >= line.size() || line.gap(i)) return false;
  const auto word = line.scene->word(line.at[i]);
  const bool hyphen =
      word[0] == '-' || word.substr(0, 3) == "\xE2\x80\x90" || word.substr(0, 3) == "\xE2\x80\x91";
  return hyphen && word.size() > 1 &&
         (line.is(i, WordClass::kPronoun) || line.is(i, WordClass::kSomeone) ||
          line.is(i, WordClass::kSpeaker));
}

const CueVerb* cue_reading(const Line& line, std::uint32_t i, bool auxiliary) {
  if (!line.word(i)) return nullptr;
  const CueVerb* best = nullptr;
  for (const CueVerb& verb : line.scene->info(line.at[i]).verbs) {
    const bool fits =
        auxiliary ? verb.form == VerbForm::kParticiple : verb.form != VerbForm::kParticiple;
    if (!fits || (verb.form == VerbForm::kGerund && line.adverb(i))) continue;  // "maintenant"
    if (!verb.complement.empty()) {
      if (complement_end(line, i, verb) != 0) return &verb;
      continue;
    }
    if (best == nullptr || verb.form == VerbForm::kFinite) best = &verb;
  }
  return best;
}

std::optional<VerbGroup> verb_group_at(const Line& line, std::uint32_t i) {
  constexpr std::uint32_t kLongest = 6;
  VerbGroup group;
  group.begin = i;
  for (std::uint32_t j = i; j < line.size() && j < i + kLongest; ++j) {
    if (line.gap(j)) return std::nullopt;
    const CueVerb* verb = nullptr;
    if (!line.noun_here(j)) verb = cue_reading(line, j, group.after_auxiliary);
    // "a" is an auxiliary before it is anything else.
    if (verb != nullptr) {
      group.verb = verb;
      group.end = j + 1;
      // "est jugé", but not "s'est félicité" and "est intervenu"
      group.passive &= verb->form == VerbForm::kParticiple && !group.reflexive &&
                       (verb->is(CueUse::kSays) || verb->is(CueUse::kObject));
      if (!verb->complement.empty() && !verb->far) group.end = complement_end(line, j, *verb);
      if (is_enclitic(line, j + 1)) {
        group.enclitic = j + 1;
        group.end = std::max(group.end, j + 2);
      }
      return group;
    }
    group.passive |= line.is(j, WordClass::kPassive);
    group.reflexive |= line.is(j, WordClass::kReflexive);
    if (line.is(j, WordClass::kAuxiliary) || line.is(j, WordClass::kPassive)) {
      group.after_auxiliary = true;
    } else if (is_enclitic(line, j)) {
      group.enclitic = j;
    } else if (line.is(j, WordClass::kNegation)) {
      group.negated = true;
    } else if (!line.is(j, WordClass::kReflexive) && !(j > i && line.adverb(j))) {
      return std::nullopt;
    }
  }
  return std::nullopt;
}

std::optional<VerbGroup> verb_group_around(const Line& line, std::uint32_t i) {
  if (!line.word(i) || line.scene->info(line.at[i]).verbs.empty()) return std::nullopt;
  const auto belongs = [&](std::uint32_t k) {
    // "nous" may be the subject as well.
    const bool subject =
        line.is(k, WordClass::kSpeaker) && !(k > 0 && line.is(k - 1, WordClass::kSpeaker));
    return line.is(k, WordClass::kAuxiliary) || (line.is(k, WordClass::kReflexive) && !subject) ||
           line.is(k, WordClass::kNegation) || line.is(k, WordClass::kMonth);
  };
  std::uint32_t begin = i;
  while (begin > 0 && begin + 4 > i && belongs(begin - 1)) --begin;
  for (; begin <= i; ++begin) {
    const auto group = verb_group_at(line, begin);
    if (group && group->end > i) return group;
  }
  return std::nullopt;
}

}  // namespace manicule
