#include "quotes/scene.h"

#include <algorithm>

#include "language/language.h"
#include "text/unicode.h"

namespace manicule {

Scene::Scene(const Document& document, const std::vector<Entity>& entities,
             const std::vector<Figure>& figures)
    : document_(&document), entities_(&entities), lexicon_(&document.language->quotes) {
  static const WordInfo kNothing;
  info_.reserve(document.tokens.size());
  for (const Token& token : document.tokens) {
    const WordInfo* info = lexicon_->words.find(token.key);
    if (info == nullptr && token.kind == TokenKind::kWord) {
      info = compound((*document.text)[token.span]);
    }
    info_.push_back(info != nullptr ? info : &kNothing);
  }
  name_at_.assign(document.tokens.size(), kNoName);
  add_mentions();
  add_unknown_names();
  add_dates(figures);
}

/// A compound is what its last part is: "Grünen-Abgeordnete", and a person or group in languages
/// that write it as one word: "huisarts", "Betriebsleiter".
const WordInfo* Scene::compound(std::string_view word) const {
  constexpr std::size_t kFirst = 3, kLast = 4, kLongest = 40;
  const std::size_t hyphen = word.rfind('-');
  if (hyphen != std::string_view::npos) {
    return lexicon_->words.find(word_key(fold(word.substr(hyphen + 1))));
  }
  if (!lexicon_->verb_second || word.size() > kLongest) return nullptr;
  const std::string folded = fold(word);
  for (std::size_t i = kFirst; i + kLast <= folded.size(); ++i) {
    const std::string_view last = std::string_view(folded).substr(i);
    const WordInfo* info = lexicon_->words.find(word_key(last));
    if (info == nullptr || !info->verbs.empty()) continue;
    if (info->is(WordClass::kPerson) || info->is(WordClass::kGroup)) return info;
  }
  return nullptr;
}

std::uint32_t Scene::token_from(std::uint32_t at) const {
  const auto earlier = [](const Token& t, std::uint32_t byte) { return t.span.begin < byte; };
  const auto& tokens = document_->tokens;
  return static_cast<std::uint32_t>(std::lower_bound(tokens.begin(), tokens.end(), at, earlier) -
                                    tokens.begin());
}

TokenRange Scene::block_tokens(std::uint32_t block) const {
  const Span span = document_->blocks[block].span;
  return {token_from(span.begin), token_from(span.end)};
}

bool Scene::ends_sentence(std::uint32_t i) const {
  if (token(i).kind != TokenKind::kPunctuation) return false;
  const std::string_view mark = word(i);
  return mark[0] == '.' || mark[0] == '!' || mark[0] == '?' || mark == "\xE2\x80\xA6";
}

bool Scene::is_dash(std::uint32_t i) const {
  if (token(i).kind != TokenKind::kPunctuation) return false;
  const std::string_view mark = word(i);
  return mark[0] == '-' || mark == "\xE2\x80\x93" || mark == "\xE2\x80\x94" ||
         mark == "\xE2\x80\x95";
}

void Scene::add_mentions() {
  for (std::uint32_t e = 0; e < entities_->size(); ++e) {
    for (const Mention& mention : (*entities_)[e].mentions) {
      const TokenRange tokens{token_from(mention.span.begin), token_from(mention.span.end)};
      // A part of a compound ("Nasovia-Chef") is no name that could speak.
      const bool whole = !tokens.empty() && token(tokens.end - 1).span.end == mention.span.end &&
                         token(tokens.begin).span.begin == mention.span.begin;
      if (whole) names_.push_back({tokens, e});
    }
  }
  std::sort(names_.begin(), names_.end(),
            [](const NameRef& a, const NameRef& b) { return a.tokens < b.tokens; });
  for (std::uint32_t n = 0; n < names_.size(); ++n) {
    for (std::uint32_t i = names_[n].tokens.begin; i < names_[n].tokens.end; ++i) name_at_[i] = n;
  }
}

void Scene::add_dates(const std::vector<Figure>& figures) {
  date_.assign(size(), false);
  for (const Figure& figure : figures) {
    if (figure.kind != FigureKind::kDate && figure.kind != FigureKind::kTime &&
        figure.kind != FigureKind::kDuration) {
      continue;
    }
    for (std::uint32_t i = token_from(figure.span.begin); i < token_from(figure.span.end); ++i) {
      date_[i] = true;
    }
  }
}

/// Two or more capitalised words in a row, or one that does not begin its sentence.
void Scene::add_unknown_names() {
  // A surname alone belongs to who bears it elsewhere in the article.
  WordMap<std::uint32_t> surnames;
  for (const NameRef& name : names_) {
    if ((*entities_)[*name.entity].kind != EntityKind::kPerson || name.tokens.size() < 2) continue;
    surnames[token(name.tokens.end - 1).key] = *name.entity + 1;
  }
  const auto capital = [&](std::uint32_t i) {
    const Shape s = token(i).shape;
    return token(i).kind == TokenKind::kWord && name_at_[i] == kNoName &&
           (s == Shape::kCapitalized || s == Shape::kUpper || s == Shape::kMixed) &&
           info(i).classes == 0;
  };
  const std::size_t known = names_.size();
  for (const Sentence& sentence : document_->sentences) {
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      if (!capital(i)) continue;
      const std::uint32_t begin = i;
      while (i + 1 < sentence.tokens.end && capital(i + 1)) ++i;
      const std::uint32_t* bearer = surnames.find(token(i).key);
      if (i == begin && bearer == nullptr) continue;
      const auto n = static_cast<std::uint32_t>(names_.size());
      for (std::uint32_t t = begin; t <= i; ++t) name_at_[t] = n;
      std::optional<std::uint32_t> entity;
      if (bearer != nullptr) entity = *bearer - 1;
      names_.push_back({{begin, i + 1}, entity});
    }
  }
  if (names_.size() == known) return;
  std::sort(names_.begin(), names_.end(),
            [](const NameRef& a, const NameRef& b) { return a.tokens < b.tokens; });
  for (std::uint32_t n = 0; n < names_.size(); ++n) {
    for (std::uint32_t i = names_[n].tokens.begin; i < names_[n].tokens.end; ++i) name_at_[i] = n;
  }
}

}  // namespace manicule
