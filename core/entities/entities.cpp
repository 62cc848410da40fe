#include "entities/entities.h"

#include <algorithm>
#include <iterator>

#include "entities/heads.h"
#include "entities/link.h"
#include "entities/model.h"
#include "entities/tagger.h"

namespace manicule {
namespace {

/// Whether `name` lies inside a figure ("5 mai"); figures are sorted and do not overlap.
bool inside_figure(const NamedSpan& name, const std::vector<Figure>& figures) {
  const auto after = std::upper_bound(
      figures.begin(), figures.end(), name.span.begin,
      [](std::uint32_t byte, const Figure& figure) { return byte < figure.span.begin; });
  return after != figures.begin() && std::prev(after)->span.contains(name.span);
}

}  // namespace

std::vector<Entity> find_entities(const Document& document, const std::vector<Figure>& figures) {
  const EntityModel* model = find_entity_model(document.language->code);
  if (model == nullptr) return {};
  std::vector<NamedSpan> names = tag_names(document, *model, name_lists());
  take_in_heads(document, name_heads(document.language->code), names);
  names.erase(std::remove_if(names.begin(), names.end(),
                             [&](const NamedSpan& name) { return inside_figure(name, figures); }),
              names.end());
  return link_names(document, names, name_lists());
}

}  // namespace manicule
