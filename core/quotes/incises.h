#pragma once

#include <vector>

#include "alerts/finding.h"
#include "quotes/draft.h"
#include "quotes/pairing.h"
#include "quotes/scene.h"

namespace manicule {

/// Turns the spans of `pairing` into drafts. Where a clause that reports stands inside the marks
/// ("« Je viens, dit-il. J'arrive. »") the words before and behind it become two drafts said
/// together; where a closing mark is missing, such a clause tells where the quotation ended.
/// Appends the slips of missing closing marks to `slips`.
std::vector<Draft> draft_quotes(const Scene& scene, const Pairing& pairing,
                                std::vector<Finding>& slips);

/// The clause that reports inside the words `tokens` of a quotation, if there is one.
struct Incise {
  std::uint32_t begin = 0;   ///< token of the comma or dash before it
  std::uint32_t resume = 0;  ///< first token behind it, at most the end of the words
};
std::optional<Incise> find_incise(const Scene& scene, TokenRange tokens);

}  // namespace manicule
