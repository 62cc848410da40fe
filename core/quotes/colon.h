#pragma once

#include <cstdint>
#include <optional>

#include "quotes/line.h"
#include "quotes/noun_phrase.h"

namespace manicule {

/// Speakers of the quotation at index `gap` of `line` whom no cue tells.

/// "..., a message from my mother: '...'": the person right before the colon, where no verb is
/// told.
std::optional<Subject> person_before_colon(const Line& line, std::uint32_t gap);

/// The subject of the clause before the colon: "The neighbour heard nothing: '...'".
std::optional<Subject> colon_subject(const Line& line, std::uint32_t gap);

/// The name at `begin`, where a clause leaves out the verb of the one before: "X speaks of '...';
/// Y, of '...'".
std::optional<Subject> elliptical_subject(const Line& line, std::uint32_t begin, std::uint32_t gap);

}  // namespace manicule
