// Texts whose names are marked, "[Ada Lovelace/p1] wrote": behind the slash the letter of a kind
// and whatever the test wants to say of the name.
#pragma once

#include <string>
#include <vector>

#include "catch.h"
#include "entities/model.h"

namespace manicule::test {

struct MarkedNames {
  std::string text;  ///< without the marks
  std::vector<NamedSpan> names;
  std::vector<std::string> marks;  ///< of each name, what stands behind its slash
};

/// A letter for each kind, in the order of EntityKind.
inline const std::string kKindLetters = "polqew";

inline EntityKind kind_of_letter(char letter) {
  return static_cast<EntityKind>(kKindLetters.find(letter));
}

inline MarkedNames read_marked_names(const std::string& line) {
  MarkedNames out;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] != '[') {
      out.text += line[at];
      continue;
    }
    const std::size_t slash = line.find('/', at), close = line.find(']', at);
    REQUIRE(slash < close);
    const auto begin = static_cast<std::uint32_t>(out.text.size());
    out.text += line.substr(at + 1, slash - at - 1);
    NamedSpan name;
    name.span = {begin, static_cast<std::uint32_t>(out.text.size())};
    name.kind = kind_of_letter(line[slash + 1]);
    out.names.push_back(name);
    out.marks.push_back(line.substr(slash + 1, close - slash - 1));
    at = close;
  }
  return out;
}

}  // namespace manicule::test
