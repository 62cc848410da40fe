#include "entities/link.h"

#include <string>

#include "text/unicode.h"

namespace manicule {

std::vector<Entity> link_names(const Document& document, const std::vector<NamedSpan>& mentions) {
  std::vector<Entity> entities;
  std::vector<std::string> folded;
  for (const NamedSpan& mention : mentions) {
    const std::string_view words = (*document.text)[mention.span];
    const std::string key = fold(words);
    std::size_t at = 0;
    for (; at < entities.size(); ++at) {
      if (entities[at].kind != mention.kind) continue;
      if (folded[at] == key) break;
      const bool tail =
          folded[at].size() > key.size() &&
          folded[at].compare(folded[at].size() - key.size() - 1, std::string::npos, " " + key) == 0;
      if (mention.kind == EntityKind::kPerson && tail) break;
    }
    if (at == entities.size()) {
      entities.push_back({mention.kind, std::string(words), {}});
      folded.push_back(key);
    }
    entities[at].mentions.push_back({mention.span, mention.score});
  }
  return entities;
}

}  // namespace manicule
