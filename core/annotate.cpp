#include "annotate.h"

#include <utility>

#include "entities/entities.h"
#include "figures/figures.h"
#include "quotes/quotes.h"

namespace manicule {

Analysis annotate(const Text& text, const AnnotateOptions& options) {
  const Document document = read_document(text, options.read);
  Analysis analysis;
  analysis.language = document.language->code;
  analysis.date = document.date;
  analysis.blocks = document.blocks;
  analysis.figures = find_figures(document);
  analysis.entities = find_entities(document, analysis.figures);
  QuoteFindings found = find_quotes(document, analysis.entities, analysis.figures);
  analysis.quotes = std::move(found.quotes);
  analysis.alerts = find_alerts(document, analysis, std::move(found.marks), options.alerts);
  return analysis;
}

}  // namespace manicule
