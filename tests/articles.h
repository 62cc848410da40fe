#pragma once

#include <map>
#include <string>
#include <vector>

#include "span.h"

namespace manicule::test {

/// One tag of a marked-up article, with the bytes of the plain text that it encloses.
struct Mark {
  std::string tag;  ///< "title", "p", "junk", "e", "f", "q", "r", "alert"
  std::map<std::string, std::string> attributes;
  Span span;
};

/// One article of tests/articles, with what ought to be found in it marked inline:
/// <e t="place" id="..">, <f t="date" v="2025-01">, <q k="speech" spt="..">, <r spt="..">.
struct MarkedArticle {
  std::string where;  ///< "fr/fr-01.xml", for INFO()
  std::string language;
  std::string date;
  std::string text;  ///< without the markup; blocks are separated by a blank line
  std::vector<Mark> marks;
};

/// All articles of one language.
std::vector<MarkedArticle> read_articles(const std::string& language);

}  // namespace manicule::test
