#pragma once

#include <vector>

#include "entities/tagger.h"
#include "entities/words.h"

namespace manicule {

/// A name as a half-open range of words.
struct NameRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// Names found in one document, side by side: where they are, and what the tagger says of them.
struct FoundNames {
  std::vector<NameRange> ranges;  ///< in order, not overlapping
  std::vector<NamedSpan> spans;
};

/// Makes the names of a document agree: what is found in one place is found wherever the same words
/// stand, and one wording has one kind, that which all its mentions together make likeliest.
void agree_on_names(const NameWords& words, FoundNames& names);

}  // namespace manicule
