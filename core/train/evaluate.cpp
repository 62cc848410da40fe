#include "evaluate.h"

#include <algorithm>

#include "document/document.h"
#include "entities/tagger.h"

namespace manicule::train {
namespace {

std::vector<NamedSpan> tag(const GoldDocument& gold, const EntityModel& model,
                           const Gazetteer& names) {
  const Text text = Text::from_utf8(gold.text);
  ReadOptions read;
  read.language = gold.language;
  return tag_names(read_document(text, read), model, names);
}

bool is_right(const GoldDocument& gold, const NamedSpan& found) {
  return std::any_of(gold.names.begin(), gold.names.end(), [&](const GoldName& name) {
    return !name.other && name.span == found.span && name.kind == found.kind;
  });
}

}  // namespace

Tally evaluate(const std::vector<const GoldDocument*>& documents, const Corpus& corpus,
               const EntityModel& model, const Gazetteer& names, std::vector<Tally>& by_kind) {
  by_kind.assign(kKinds, {});
  const auto known = [&](EntityKind kind) {
    return (corpus.known_kinds >> static_cast<int>(kind) & 1) != 0;
  };
  for (const GoldDocument* gold : documents) {
    for (const GoldName& name : gold->names) {
      if (!name.other && known(name.kind)) ++by_kind[static_cast<std::size_t>(name.kind)].gold;
    }
    for (const NamedSpan& found : tag(*gold, model, names)) {
      if (!known(found.kind)) continue;
      Tally& tally = by_kind[static_cast<std::size_t>(found.kind)];
      ++tally.found;
      tally.right += is_right(*gold, found);
    }
  }
  Tally total;
  for (const Tally& tally : by_kind) {
    total.right += tally.right;
    total.found += tally.found;
    total.gold += tally.gold;
  }
  return total;
}

std::vector<std::pair<float, float>> calibrate(const std::vector<const GoldDocument*>& documents,
                                               const EntityModel& model, const Gazetteer& names) {
  struct Pool {
    double probability = 0, right = 0, count = 0;
  };
  std::vector<std::pair<double, bool>> found;
  for (const GoldDocument* gold : documents) {
    for (const NamedSpan& name : tag(*gold, model, names))
      found.emplace_back(name.score, is_right(*gold, name));
  }
  std::sort(found.begin(), found.end());
  std::vector<Pool> pools;
  constexpr std::size_t kLeast = 25;  // names a point stands for
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (pools.empty() || pools.back().count >= kLeast) pools.emplace_back();
    pools.back().probability += found[i].first;
    pools.back().right += found[i].second;
    ++pools.back().count;
    while (pools.size() > 1 && pools.back().count >= kLeast) {
      Pool& before = pools[pools.size() - 2];
      if (before.right * pools.back().count < pools.back().right * before.count) break;
      before.probability += pools.back().probability;
      before.right += pools.back().right;
      before.count += pools.back().count;
      pools.pop_back();
    }
  }
  std::vector<std::pair<float, float>> points;
  for (const Pool& pool : pools) {
    points.emplace_back(static_cast<float>(pool.probability / pool.count),
                        static_cast<float>(pool.right / pool.count));
  }
  return points;
}

}  // namespace manicule::train
