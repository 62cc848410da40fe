#pragma once

#include <string_view>
#include <vector>

#include "analysis.h"
#include "document/document.h"
#include "entities/tagger.h"
#include "lexicon/data_lines.h"
#include "lexicon/word_map.h"

namespace manicule {

/// Common nouns that are part of the name that follows them: "rue des Tilleuls", "stade
/// Roger-Treille", "foret de Beaumont".
struct NameHeads {
  struct Head {
    EntityKind kind = EntityKind::kPlace;  ///< of the whole name
    bool needs_link = false;               ///< a joining word must stand between
  };
  WordMap<Head> heads;
  WordSet links;  ///< joining words: "de", "des", "l'"
};

/// Reads core/data/<language>/name_heads.tsv and name_links.txt; empty where there are none.
NameHeads load_name_heads(std::string_view language, DataErrors& errors);

/// The heads of a language, loaded at first use.
const NameHeads& name_heads(std::string_view language);

/// Lets the people, places and organizations among `names`, which are in order, begin with the head
/// that stands before them, with the kind that it gives.
void take_in_heads(const Document& document, const NameHeads& heads, std::vector<NamedSpan>& names);

}  // namespace manicule
