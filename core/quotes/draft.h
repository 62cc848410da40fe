#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "analysis.h"
#include "quotes/noun_phrase.h"
#include "quotes/scene.h"

namespace manicule {

/// Where a quotation came from.
enum class Origin : std::uint8_t { kMarks, kDialogue, kAnswer, kReported };

/// A quotation on its way through the layer.
struct Draft {
  Quote quote;
  std::uint32_t block = 0;
  std::optional<std::uint32_t> parent;  ///< index of the draft around it
  TokenRange tokens;                    ///< of the content
  Origin origin = Origin::kMarks;
  bool continues = false;  ///< goes on with the next draft: next paragraph, or behind an incise
  std::optional<std::uint32_t> said_with;  ///< the draft whose cue and speaker it shares
  bool unnamed = false;                    ///< its cue is a passive that names nobody
  std::optional<Subject> subject;          ///< who says it, before references are resolved
};

}  // namespace manicule
