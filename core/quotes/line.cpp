#include "quotes/line.h"

namespace manicule {

bool Line::punctuation(std::uint32_t i) const {
  return i >= size() || gap(i) || scene->token(at[i]).kind == TokenKind::kPunctuation;
}

bool Line::noun_here(std::uint32_t i) const {
  if (!lower(i)) {
    const bool starts = i == 0 || punctuation(i - 1);
    if (!starts) return true;
  }
  if (i == 0 || gap(i - 1)) return false;
  const bool noun = is(i, WordClass::kSource) || is(i, WordClass::kSaying);
  if (noun && determiner(i - 1)) return true;
  if (noun && is(i - 1, WordClass::kPreposition)) return true;  // "disse em nota que"
  if (is(i + 1, WordClass::kAs) && !noun) return false;         // "la define como"
  if (determiner(i - 1)) {
    return !is(i - 1, WordClass::kPronoun) && !is(i - 1, WordClass::kRelative) &&
           !is(i - 1, WordClass::kReflexive) && !is(i - 1, WordClass::kSomeone);
  }
  return false;
}

std::uint32_t Line::name_end(std::uint32_t i) const {
  const std::uint32_t name = this->name(i);
  while (i < size() && this->name(i) == name && name != Scene::kNoName) ++i;
  return i;
}

bool Line::genitive(std::uint32_t i) const {
  if (i == 0 || gap(i - 1) || i >= size() || gap(i)) return false;
  const auto w = scene->word(at[i]);
  return w == "'s" || w == "\xE2\x80\x99s" || w == "'" || w == "\xE2\x80\x99";
}

bool Line::finite(std::uint32_t i) const {
  const bool verb = is(i, WordClass::kFinite) || is(i, WordClass::kAuxiliary) ||
                    is(i, WordClass::kSubjunctive) || is(i, WordClass::kIndirect);
  return verb && !is(i, WordClass::kArticle) && !is(i, WordClass::kPronoun) && !noun_here(i);
}

bool Line::matches(std::uint32_t i, const std::vector<WordKey>& words) const {
  if (i + words.size() > size()) return false;
  for (std::uint32_t k = 0; k < words.size(); ++k) {
    if (gap(i + k) || scene->token(at[i + k]).key != words[k]) return false;
  }
  return true;
}

std::optional<PhraseAt> phrase_at(const Line& line, std::uint32_t i) {
  if (i >= line.size() || line.gap(i)) return std::nullopt;
  const auto* list = line.scene->lexicon().phrases.find(line.scene->token(line.at[i]).key);
  if (list == nullptr) return std::nullopt;
  for (const CuePhrase& phrase : *list) {
    if (line.matches(i, phrase.words)) {
      return PhraseAt{&phrase, i + static_cast<std::uint32_t>(phrase.words.size())};
    }
  }
  return std::nullopt;
}

}  // namespace manicule
