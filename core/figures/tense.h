#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "figures/timex_resolve.h"
#include "lexicon/data_lines.h"

namespace manicule {

/// The words of one language that tell what has been from what is to come. A line of tense.words is
/// `past`, `future`, `perhaps-future` (which any verb near outweighs) or `neither`, a tab, and
/// words between bars; "*ront" is any word of lower case with that ending, unless it stands itself
/// in the file ("opera" is neither).
class TenseWords {
 public:
  /// Reads `path`, adding faults to `errors`. A file that is not there gives no words.
  static TenseWords load(std::string_view path, DataErrors& errors);

  /// What the nearest telling word of the sentence of `tokens` says; commas and the like make a
  /// word count as further away. Looks at a bounded number of tokens.
  Tense around(const Document& document, TokenRange tokens) const;

 private:
  struct Sign {
    Tense tense = Tense::kUnknown;
    int doubt = 0;  ///< tokens that it counts as further away
  };
  static std::optional<Sign> sign_named(std::string_view name);
  Sign of(const Document& document, std::uint32_t token, TokenRange sentence) const;

  WordMap<Sign> words_;
  WordMap<Sign> endings_;
  std::array<bool, 12> lengths_{};  ///< of endings, in bytes
};

}  // namespace manicule
