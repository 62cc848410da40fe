#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "quotes/draft.h"
#include "quotes/verb_group.h"

namespace manicule {

/// The subject of `group`, which stands before what it reports at `limit`: to its left, or behind
/// it where the word order is turned; nothing where it is not expressed.
std::optional<Subject> verb_subject(const Line& line, const std::vector<Draft>& drafts,
                                    const VerbGroup& group, std::uint32_t limit);

/// Who acts in the passive `group`, before or beside the quotation at index `gap`: "described by X
/// as '...'", "werd door X afgedaan als '...'", "called '...' by X".
std::optional<Subject> passive_agent(const Line& line, const VerbGroup& group, std::uint32_t gap);

}  // namespace manicule
