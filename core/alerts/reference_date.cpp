#include <algorithm>

#include "alerts/checks.h"

namespace manicule {

void check_reference_date(const AlertContext& context, Findings& findings) {
  if (context.document.date) return;
  const auto& figures = context.analysis.figures;
  const auto relative = [&](const Figure& figure) {
    return figure.kind == FigureKind::kDate &&
           (*context.document.text)[figure.core].find_first_of("0123456789") ==
               std::string_view::npos &&
           figure.value.compare(0, 4, "XXXX") == 0;
  };
  const auto first = std::find_if(figures.begin(), figures.end(), relative);
  if (first == figures.end()) return;
  findings.push_back(
      {first->span, "undated.relative", {std::string((*context.document.text)[first->span])}, {}});
}

}  // namespace manicule
