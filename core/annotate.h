#pragma once

#include <string>

#include "alerts/alerts.h"
#include "analysis.h"
#include "document/document.h"
#include "text/text.h"

namespace manicule {

struct AnnotateOptions {
  ReadOptions read;
  AlertOptions alerts;
};

/// Everything found in `text`. Any text is valid, so nothing can fail; takes time and memory linear
/// in its length.
Analysis annotate(const Text& text, const AnnotateOptions& options);

}  // namespace manicule
