#include <algorithm>

#include "alerts/checks.h"
#include "entities/gazetteer.h"
#include "entities/model.h"

namespace manicule {
namespace {

// Of a mention's score: doubtful names are not worth a warning, but for "Mr" before them.
constexpr double kSure = 0.8, kSureWithHonorific = 0.5;

bool in_list(WordKey word, NameList list) {
  const std::uint16_t lists = name_lists().find(phrase_key(0, word));
  return (lists >> static_cast<unsigned>(list)) & 1;
}

/// Whether a word is an honorific: "Mr", "M."
bool is_honorific(const AlertContext& context, std::uint32_t word) {
  const auto& document = context.document;
  const WordInfo* info = document.language->quotes.words.find(document.tokens[word].key);
  return info != nullptr && info->is(WordClass::kHonorific);
}

/// The entity's one word when no mention says more, but for an honorific before it.
std::optional<std::uint32_t> only_word(const AlertContext& context, const Entity& entity) {
  std::optional<std::uint32_t> word;
  for (const Mention& mention : entity.mentions) {
    std::uint32_t first = context.token_at(mention.span.begin);
    const Token* const tokens = context.document.tokens.data();
    if (tokens[first].span.end < mention.span.end && is_honorific(context, first)) ++first;
    const bool honored = first > 0 && is_honorific(context, first - 1);
    if (mention.score < (honored ? kSureWithHonorific : kSure) ||
        tokens[first].span.end < mention.span.end) {
      return {};
    }
    if (!word) word = first;
  }
  return word;
}

bool is_full_name(const AlertContext& context, const Entity& entity) {
  return entity.kind == EntityKind::kPerson && !only_word(context, entity);
}

/// Whether another name alone is enumerated with this one, as sports results and lists do.
bool is_listed(const AlertContext& context, std::uint32_t word) {
  const auto& tokens = context.document.tokens;
  const auto joins = [&](std::uint32_t i) {
    return context.document.word(i) == "," || context.is(i, AlertWord::kAnd);
  };
  const auto is_name = [&](std::uint32_t i) {
    return tokens[i].kind == TokenKind::kWord && tokens[i].shape == Shape::kCapitalized;
  };
  const bool before = word >= 2 && joins(word - 1) && is_name(word - 2);
  const bool behind = word + 2 < tokens.size() && joins(word + 1) && is_name(word + 2);
  return before || behind;
}

/// Whether a role stands before a name: "le juge X", "Premier Kok".
bool has_role(const AlertContext& context, std::uint32_t word) {
  const auto& document = context.document;
  if (word == 0) return false;
  const WordInfo* info = document.language->quotes.words.find(document.tokens[word - 1].key);
  return info != nullptr && info->is(WordClass::kPerson) && !info->is(WordClass::kHonorific);
}

/// Whether a noun before an acronym or an apposition behind it says what it is: "die
/// Fluggesellschaft LTU", "la SAR, une entreprise".
bool is_described(const AlertContext& context, std::uint32_t word) {
  const auto& document = context.document;
  const auto& language = *document.language;
  if (word + 2 < document.tokens.size() && document.word(word + 1) == "," &&
      (context.is(word + 2, AlertWord::kBesideDate) || context.is(word + 2, AlertWord::kArticle))) {
    return true;
  }
  if (word == 0) return false;
  const Token& before = document.tokens[word - 1];
  return before.kind == TokenKind::kWord && before.shape != Shape::kNone &&
         !language.function_words.contains(before.key) && !language.elisions.contains(before.key);
}

/// A family name alone, of nobody whom everybody knows.
bool is_bare_surname(const AlertContext& context, std::uint32_t word) {
  const Token& token = context.document.tokens[word];
  return !context.is(word, AlertWord::kKnown) && !is_listed(context, word) &&
         !has_role(context, word) && token.shape == Shape::kCapitalized &&
         in_list(token.key, NameList::kFamily) && !in_list(token.key, NameList::kPerson) &&
         !in_list(token.key, NameList::kGivenMale) && !in_list(token.key, NameList::kGivenFemale);
}

/// Whether another name's words begin with the letters of an acronym.
bool is_spelled_out(const AlertContext& context, std::string_view acronym) {
  for (const Entity& entity : context.analysis.entities) {
    std::string initials;
    bool begins = true;
    for (const char c : entity.name) {
      if (begins && c >= 'A' && c <= 'Z') initials += c;
      begins = c == ' ' || c == '-' || c == '\'';
    }
    if (initials == acronym && entity.name != acronym) return true;
  }
  return false;
}

/// Capitals that no list knows and nothing around explains.
bool is_bare_acronym(const AlertContext& context, std::uint32_t word) {
  constexpr std::uint32_t kFewest = 3, kMost = 6;
  const auto& document = context.document;
  const Token& token = document.tokens[word];
  const auto is_open = [&](std::uint32_t at) {
    return at < document.tokens.size() && document.word(at) == "(";
  };
  return !context.is(word, AlertWord::kKnown) && token.shape == Shape::kUpper &&
         !is_described(context, word) && token.span.size() >= kFewest &&
         token.span.size() <= kMost &&
         document.word(word).find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") ==
             std::string_view::npos &&
         !in_list(token.key, NameList::kOrganization) && !is_open(word + 1) &&
         !(word > 0 && is_open(word - 1)) && !is_spelled_out(context, document.word(word));
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
