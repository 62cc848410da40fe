#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "span.h"

namespace manicule {

/// Something doubtful, still without words: `message` is a key of core/data/<lang>/alerts.tsv, and
/// what stands before its dot is the kind of the alert ("quote-mark.wrong-direction").
struct Finding {
  Span span;
  std::string_view message;
  std::vector<std::string> arguments{};  ///< for {1}, {2}, ... of the message
  std::optional<Span> related{};         ///< the other side of a contradiction
};

}  // namespace manicule
