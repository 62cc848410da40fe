#include "figures/figures.h"

namespace manicule {

std::vector<Figure> find_figures(const Document&) { return {}; }

}  // namespace manicule
