#pragma once

#include <cstdint>
#include <optional>

#include "quotes/noun_phrase.h"

namespace manicule {

/// Whether the word at `i` may head the description of a speaker: a person, a group or a source.
bool heads_phrase(const Line& line, std::uint32_t i);

/// The noun phrase that begins at `i`, or the name set beside it: "l'entraîneur, Thierry Noël";
/// nothing where no noun or name stands there.
std::optional<Subject> read_phrase(const Line& line, std::uint32_t i);

}  // namespace manicule
