#include <algorithm>

#include "alerts/checks.h"
#include "entities/gazetteer.h"
#include "entities/model.h"

namespace manicule {
namespace {

constexpr double kSure = 0.8;  // of a mention's score: doubtful names are not worth a warning

bool in_list(WordKey word, NameList list) {
  const std::uint16_t lists = name_lists().find(phrase_key(0, word));
  return (lists >> static_cast<unsigned>(list)) & 1;
}

/// The entity's one word when no mention says more.
std::optional<std::uint32_t> only_word(const AlertContext& context, const Entity& entity) {
  std::optional<std::uint32_t> word;
  for (const Mention& mention : entity.mentions) {
    const std::uint32_t first = token_at(context.document, mention.span.begin);
    if (mention.score < kSure || context.document.tokens[first].span.end < mention.span.end) {
      return {};
    }
    if (!word) word = first;
  }
  return word;
}

bool is_full_name(const AlertContext& context, const Entity& entity) {
  return entity.kind == EntityKind::kPerson && !only_word(context, entity);
}

/// A family name alone, of nobody whom everybody knows.
bool is_bare_surname(const AlertContext& context, std::uint32_t word) {
  const Token& token = context.document.tokens[word];
  return token.shape == Shape::kCapitalized && in_list(token.key, NameList::kFamily) &&
         !in_list(token.key, NameList::kPerson) && !in_list(token.key, NameList::kGivenMale) &&
         !in_list(token.key, NameList::kGivenFemale);
}

/// Capitals that no list knows and no parenthesis explains.
bool is_bare_acronym(const AlertContext& context, std::uint32_t word) {
  constexpr std::uint32_t kFewest = 3, kMost = 6;
  const auto& document = context.document;
  const Token& token = document.tokens[word];
  const auto is_open = [&](std::uint32_t at) {
    return at < document.tokens.size() && document.word(at) == "(";
  };
  return token.shape == Shape::kUpper && token.span.size() >= kFewest &&
         token.span.size() <= kMost &&
         document.word(word).find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") ==
             std::string_view::npos &&
         !in_list(token.key, NameList::kOrganization) && !is_open(word + 1) &&
         !(word > 0 && is_open(word - 1));
}

}  // namespace

void check_introductions(const AlertContext& context, Findings& findings) {
  const auto& entities = context.analysis.entities;
  // Where nobody has a full name, as in sports results, surnames alone are the manner of the text.
  const bool introduces = std::any_of(entities.begin(), entities.end(), [&](const Entity& entity) {
    return is_full_name(context, entity);
  });
  for (const Entity& entity : entities) {
    const auto word = only_word(context, entity);
    if (!word) continue;
    if (entity.kind == EntityKind::kPerson && introduces && is_bare_surname(context, *word)) {
      findings.push_back({entity.mentions[0].span, "introduced.surname", {entity.name}, {}});
    } else if (entity.kind == EntityKind::kOrganization && is_bare_acronym(context, *word)) {
      findings.push_back({entity.mentions[0].span, "introduced.acronym", {entity.name}, {}});
    }
  }
}

}  // namespace manicule
