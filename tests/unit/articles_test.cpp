// Whole articles with everything marked, as a user would paste them. The floors lie just under what
// is reached: a change that loses ground fails here.

#include "articles.h"

#include <set>
#include <tuple>

#include "annotate.h"
#include "catch.h"
#include "language/language.h"
#include "names_of.h"

namespace manicule::test {
namespace {

/// Right, found and expected items of one layer.
struct Tally {
  double right = 0, found = 0, expected = 0;

  template <class Item>
  void add(const std::set<Item>& gold, const std::set<Item>& got) {
    for (const Item& item : got) right += static_cast<double>(gold.count(item));
    found += static_cast<double>(got.size());
    expected += static_cast<double>(gold.size());
  }
  double f1() const { return found + expected == 0 ? 1 : 2 * right / (found + expected); }
};

using Item = std::tuple<Span, std::string>;

struct Layers {
  Tally entities, figures, quotes, furniture;
};

void tally(const MarkedArticle& article, Layers& layers) {
  AnnotateOptions options;
  options.read.date = article.date;
  const Analysis found = annotate(Text::from_utf8(article.text), options);
  INFO(article.where);
  CHECK(found.language == article.language);

  std::set<Item> entities, figures, quotes, furniture;
  for (const Mark& mark : article.marks) {
    const auto get = [&](const char* key) {
      const auto at = mark.attributes.find(key);
      return at == mark.attributes.end() ? std::string() : at->second;
    };
    if (mark.tag == "e") entities.insert({mark.span, get("t")});
    if (mark.tag == "f") figures.insert({mark.span, get("t") + ' ' + get("v")});
    if (mark.tag == "q") quotes.insert({mark.span, ""});
    if (mark.tag == "junk") furniture.insert({mark.span, ""});
  }
  std::set<Item> got_entities, got_figures, got_quotes, got_furniture;
  for (const Entity& entity : found.entities) {
    for (const Mention& m : entity.mentions)
      got_entities.insert({m.span, std::string(name_of(entity.kind))});
  }
  for (const Figure& f : found.figures)
    got_figures.insert({f.span, std::string(name_of(f.kind)) + ' ' + f.value});
  for (const Quote& q : found.quotes) {
    if (q.kind != QuoteKind::kReported) got_quotes.insert({q.span, ""});
  }
  for (const Block& b : found.blocks) {
    if (b.kind == BlockKind::kFurniture) got_furniture.insert({b.span, ""});
  }
  layers.entities.add(entities, got_entities);
  layers.figures.add(figures, got_figures);
  layers.quotes.add(quotes, got_quotes);
  layers.furniture.add(furniture, got_furniture);
}

TEST_CASE("whole articles are annotated as a reader would") {
  Layers layers;
  for (const auto code : language_codes()) {
    const auto articles = read_articles(std::string(code));
    CHECK_FALSE(articles.empty());
    for (const MarkedArticle& article : articles) tally(article, layers);
  }
  CHECK(layers.entities.f1() >= 0.89);
  CHECK(layers.figures.f1() >= 0.96);
  CHECK(layers.quotes.f1() >= 0.98);
  CHECK(layers.furniture.f1() >= 0.95);
}

}  // namespace
}  // namespace manicule::test
