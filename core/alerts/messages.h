#pragma once

#include <string>
#include <string_view>

#include "alerts/finding.h"
#include "lexicon/data_lines.h"
#include "lexicon/word_map.h"

namespace manicule {

/// The sentences of the alerts in one language, by key.
using Messages = WordMap<std::string>;

/// Reads `key<TAB>sentence` lines; a key that stands twice is an error.
Messages load_messages(std::string_view path, DataErrors& errors);

/// The sentence of `finding` with its arguments filled in: those that are keys themselves by their
/// own words ("day.1"), numbers as the language writes them. The key itself where there is no
/// sentence.
std::string message_of(const Finding& finding, const Messages& messages);

}  // namespace manicule
