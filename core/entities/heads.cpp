#include "entities/heads.h"

#include <algorithm>
#include <map>
#include <string>

#include "names_of.h"
#include "text/unicode.h"

namespace manicule {
namespace {

/// "assises de la Vienne", "place de l'Eglise"
constexpr std::uint32_t kMostLinks = 2;

/// The first token of the head of the name that begins with token `first`, or `first`; `kind` is
/// set with it. Nothing before `from` is looked at.
std::uint32_t find_head(const Document& document, const NameHeads& heads, std::uint32_t first,
                        std::uint32_t from, EntityKind& kind) {
  std::uint32_t at = first;
  while (at > from && first - at < kMostLinks &&
         heads.links.contains(document.tokens[at - 1].key)) {
    --at;
  }
  if (at == from) return first;
  const Token& token = document.tokens[at - 1];
  const NameHeads::Head* head = heads.heads.find(token.key);
  if (head == nullptr || token.shape != Shape::kLower) return first;
  if (head->needs_link && at == first) return first;
  kind = head->kind;
  return at - 1;
}

}  // namespace

NameHeads load_name_heads(std::string_view language, DataErrors& errors) {
  NameHeads out;
  const std::string folder = std::string(language) + '/';
  for_each_line(folder + "name_heads.tsv", [&](const DataLine& line) {
    if (line.fields.size() != 3) {
      errors.push_back(line.error(0, "not a head, a kind and 'link' or 'both'"));
      return;
    }
    const auto kind = value_named<EntityKind>(line.fields[1]);
    if (!kind) {
      errors.push_back(line.error(1, "no such kind"));
      return;
    }
    if (line.fields[2] != "link" && line.fields[2] != "both") {
      errors.push_back(line.error(2, "neither 'link' nor 'both'"));
      return;
    }
    NameHeads::Head& head = out.heads[word_key(fold(line.fields[0]))];
    head.kind = *kind;
    head.needs_link = line.fields[2] == "link";
  });
  out.links = load_words(folder + "name_links.txt", errors);
  return out;
}

const NameHeads& name_heads(std::string_view language) {
  static std::map<std::string, NameHeads, std::less<>> loaded;
  const auto known = loaded.find(language);
  if (known != loaded.end()) return known->second;
  DataErrors errors;  // none in what is shipped, says a test
  return loaded.emplace(language, load_name_heads(language, errors)).first->second;
}

void take_in_heads(const Document& document, const NameHeads& heads,
                   std::vector<NamedSpan>& names) {
  if (heads.heads.size() == 0) return;
  std::size_t sentence = 0;
  std::uint32_t taken = 0;  // tokens before it belong to the names before
  for (NamedSpan& name : names) {
    const auto first = static_cast<std::uint32_t>(
        std::lower_bound(
            document.tokens.begin(), document.tokens.end(), name.span.begin,
            [](const Token& token, std::uint32_t byte) { return token.span.begin < byte; }) -
        document.tokens.begin());
    while (document.sentences[sentence].tokens.end <= first) ++sentence;
    const std::uint32_t from = std::max(taken, document.sentences[sentence].tokens.begin);
    const bool fits = name.kind == EntityKind::kPerson || name.kind == EntityKind::kPlace ||
                      name.kind == EntityKind::kOrganization;
    if (fits && first < document.tokens.size() &&
        document.tokens[first].span.begin == name.span.begin) {
      const std::uint32_t head = find_head(document, heads, first, from, name.kind);
      name.span.begin = document.tokens[head].span.begin;
    }
    taken = first;
    while (taken < document.tokens.size() && document.tokens[taken].span.begin < name.span.end)
      ++taken;
  }
}

}  // namespace manicule
