// What each stage costs, on an article repeated to 4 MB. Every stage gets the results of the ones
// before ready-made; "whole" is annotate() with all of them, "reading" is text and document alone,
// "load" the reading of a model.

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

#include "alerts/alerts.h"
#include "annotate.h"
#include "data.h"
#include "document/blocks.h"
#include "document/identify.h"
#include "entities/entities.h"
#include "entities/model.h"
#include "figures/figures.h"
#include "json.h"
#include "quotes/quotes.h"

namespace {

using namespace manicule;

constexpr std::size_t kBytes = 4'000'000;

/// The results of all stages for one long text.
struct Stages {
  std::string bytes;
  Text text;
  Document document;
  Analysis analysis;
};

const Stages& stages() {
  static const auto all = [] {
    auto* out = new Stages;
    std::ifstream file(MANICULE_ARTICLE);
    std::ostringstream article;
    article << file.rdbuf();
    if (article.str().empty()) std::abort();
    while (out->bytes.size() < kBytes) out->bytes += article.str() + "\n";
    out->text = Text::from_utf8(out->bytes);
    out->document = read_document(out->text, {});
    out->analysis = annotate(out->text, {});
    return out;
  }();
  return *all;
}

template <class Stage>
void run(benchmark::State& state, Stage stage) {
  const Stages& given = stages();
  for (auto _ : state) benchmark::DoNotOptimize(stage(given));
  const auto rate = [&](double per_run) {
    return benchmark::Counter(per_run, benchmark::Counter::kIsIterationInvariantRate);
  };
  state.counters["MB/s"] = rate(static_cast<double>(given.bytes.size()) / 1e6);
  state.counters["tokens/s"] = rate(static_cast<double>(given.document.tokens.size()));
}

#define STAGE(name, result)                                   \
  void name(benchmark::State& state) {                        \
    run(state, [](const Stages& given) { return (result); }); \
  }                                                           \
  BENCHMARK(name)->Unit(benchmark::kMillisecond)

STAGE(text, Text::from_utf8(given.bytes));
STAGE(blocks, find_blocks(given.text));
STAGE(language, identify_language(given.text.utf8()));
STAGE(document, read_document(given.text, {}));
STAGE(reading, read_document(Text::from_utf8(given.bytes), {}).tokens.size());
STAGE(figures, find_figures(given.document));
STAGE(entities, find_entities(given.document, given.analysis.figures));
STAGE(quotes, find_quotes(given.document, given.analysis.entities, given.analysis.figures));
STAGE(alerts, find_alerts(given.document, given.analysis, {}, {}));
STAGE(json, to_json(given.analysis, given.text, OffsetUnit::kUtf16));
STAGE(whole, annotate(Text::from_utf8(given.bytes), {}));

/// Making a model of names ready, from its bytes.
void load(benchmark::State& state) {
  const std::string_view bytes = data_file("fr/entities.model");
  for (auto _ : state) {
    EntityModel model;
    if (!model.read(bytes).empty()) std::abort();
  }
}
BENCHMARK(load)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
