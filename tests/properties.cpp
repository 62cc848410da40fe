#include "properties.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "annotate.h"
#include "json.h"

namespace manicule::test {
namespace {

std::string show(Span span) {
  return "[" + std::to_string(span.begin) + ", " + std::to_string(span.end) + ")";
}

bool ordered(Span a, Span b) { return a.begin != b.begin ? a.begin < b.begin : a.end >= b.end; }

bool crossing(Span a, Span b) { return a.overlaps(b) && !a.contains(b) && !b.contains(a); }

enum class Layout { kApart, kNested, kAny };

class Checker {
 public:
  explicit Checker(const Text& text) : text_(text) {}

  bool require(bool holds, const std::string& sentence) {
    if (!holds) broken_.push_back(sentence);
    return holds;
  }

  void span(const std::string& what, Span span) {
    if (!require(span.begin <= span.end && span.end <= text_.size(),
                 what + " " + show(span) + " is not in the text")) {
      return;
    }
    require(on_boundary(span.begin) && on_boundary(span.end),
            what + " " + show(span) + " cuts a character");
  }

  void inside(const std::string& what, Span inner, Span outer) {
    span(what, inner);
    require(outer.contains(inner), what + " " + show(inner) + " leaves " + show(outer));
  }

  /// Sorted spans, none empty, that lie to each other as `layout` says.
  void layer(const std::string& what, const std::vector<Span>& spans, Layout layout) {
    std::vector<Span> open;
    for (std::size_t i = 0; i < spans.size(); ++i) {
      span(what, spans[i]);
      require(!spans[i].empty(), what + " " + show(spans[i]) + " is empty");
      if (i == 0) continue;
      require(ordered(spans[i - 1], spans[i]),
              what + " " + show(spans[i]) + " comes after " + show(spans[i - 1]));
      if (layout == Layout::kApart) {
        require(!spans[i - 1].overlaps(spans[i]),
                what + " " + show(spans[i]) + " overlaps " + show(spans[i - 1]));
      }
    }
    if (layout != Layout::kNested) return;
    for (const Span span : spans) {
      while (!open.empty() && open.back().end <= span.begin) open.pop_back();
      if (!open.empty()) {
        require(!crossing(open.back(), span),
                what + " " + show(span) + " crosses " + show(open.back()));
      }
      open.push_back(span);
    }
  }

  Broken take() { return std::move(broken_); }

 private:
  bool on_boundary(std::uint32_t byte) const {
    return byte == text_.size() || (static_cast<unsigned char>(text_.utf8()[byte]) & 0xC0) != 0x80;
  }

  const Text& text_;
  Broken broken_;
};

template <class Items>
std::vector<Span> spans_of(const Items& items) {
  std::vector<Span> spans;
  for (const auto& item : items) spans.push_back(item.span);
  return spans;
}

void append(Broken& all, Broken more) {
  for (auto& sentence : more) all.push_back(std::move(sentence));
}

/// Every "start" and "end" in `json` is at most `size`, and in order.
void check_offsets(const nlohmann::json& json, std::size_t size, Broken& broken) {
  if (json.is_object() && json.contains("start")) {
    const auto start = json.at("start").get<std::size_t>();
    const auto end = json.at("end").get<std::size_t>();
    if (start > end || end > size) broken.push_back("offsets outside the text: " + json.dump());
  }
  if (!json.is_structured()) return;
  for (const auto& member : json) check_offsets(member, size, broken);
}

Broken check_text(const Text& text, std::size_t utf8_size, std::size_t utf16_size) {
  const Document document = read_document(text, {});
  Broken broken = check_document(document);
  const Analysis analysis = annotate(text, {});
  append(broken, check_analysis(text, analysis));
  if (!broken.empty()) return broken;  // spans outside the text must not be printed

  const Analysis again = annotate(text, {});
  const std::pair<OffsetUnit, std::size_t> units[] = {{OffsetUnit::kUtf16, utf16_size},
                                                      {OffsetUnit::kUtf8, utf8_size},
                                                      {OffsetUnit::kCodePoint, utf16_size}};
  for (const auto& [unit, size] : units) {
    const std::string printed = to_json(analysis, text, unit);
    if (printed != to_json(again, text, unit))
      broken.push_back("a second run gives another result");
    const auto json = nlohmann::json::parse(printed, nullptr, /*allow_exceptions=*/false);
    if (json.is_discarded()) broken.push_back("the document is not JSON: " + printed);
    check_offsets(json, size, broken);
  }
  return broken;
}

}  // namespace

Broken check_document(const Document& document) {
  Checker check(*document.text);
  check.layer("token", spans_of(document.tokens), Layout::kApart);
  std::uint32_t next = 0;
  for (const Sentence& sentence : document.sentences) {
    check.require(sentence.tokens.begin == next && !sentence.tokens.empty() &&
                      sentence.tokens.end <= document.tokens.size() &&
                      sentence.block < document.blocks.size(),
                  "sentence of tokens " + std::to_string(sentence.tokens.begin) + " to " +
                      std::to_string(sentence.tokens.end) + " where " + std::to_string(next) +
                      " is next");
    if (sentence.tokens.empty() || sentence.tokens.end > document.tokens.size() ||
        sentence.block >= document.blocks.size()) {
      break;
    }
    check.inside("sentence", document.span(sentence.tokens), document.blocks[sentence.block].span);
    next = sentence.tokens.end;
  }
  check.require(next == document.tokens.size(), "tokens after the last sentence");
  return check.take();
}

Broken check_analysis(const Text& text, const Analysis& analysis) {
  Checker check(text);
  check.layer("block", spans_of(analysis.blocks), Layout::kApart);

  std::vector<Span> mentions, first;
  for (const Entity& entity : analysis.entities) {
    if (!check.require(!entity.mentions.empty(), "entity without a mention")) continue;
    const auto own = spans_of(entity.mentions);
    check.layer("mention of " + entity.name, own, Layout::kApart);
    first.push_back(own.front());
    mentions.insert(mentions.end(), own.begin(), own.end());
    for (const Mention& mention : entity.mentions) {
      check.require(mention.score >= 0 && mention.score <= 1, "score outside 0 to 1");
    }
  }
  check.layer("first mention", first, Layout::kApart);
  std::sort(mentions.begin(), mentions.end());
  check.layer("mention", mentions, Layout::kApart);

  check.layer("figure", spans_of(analysis.figures), Layout::kApart);
  for (const Figure& figure : analysis.figures) {
    check.inside("core of a figure", figure.core, figure.span);
    check.require(!figure.value.empty(), "figure " + show(figure.span) + " without a value");
  }

  check.layer("quote", spans_of(analysis.quotes), Layout::kNested);
  for (const Quote& quote : analysis.quotes) {
    check.inside("content of a quote", quote.content, quote.span);
    if (quote.cue) check.span("cue", *quote.cue);
    if (quote.medium) check.span("medium", *quote.medium);
    if (!quote.speaker) continue;
    check.span("speaker", quote.speaker->span);
    check.require(!quote.speaker->entity || *quote.speaker->entity < analysis.entities.size(),
                  "speaker that is no entity");
  }

  check.layer("alert", spans_of(analysis.alerts), Layout::kAny);
  for (const Alert& alert : analysis.alerts) {
    check.require(!alert.kind.empty() && !alert.message.empty(), "alert without kind or message");
    if (alert.related) check.span("other side of an alert", *alert.related);
  }

  std::vector<Span> marked = mentions;
  for (const Figure& figure : analysis.figures) marked.push_back(figure.span);
  for (const Quote& quote : analysis.quotes) marked.push_back(quote.content);
  std::sort(marked.begin(), marked.end());
  auto mark = marked.begin();
  for (const Block& block : analysis.blocks) {
    if (block.kind != BlockKind::kFurniture) continue;
    while (mark != marked.end() && mark->begin < block.span.begin) ++mark;
    check.require(mark == marked.end() || mark->begin >= block.span.end,
                  "something is marked in furniture " + show(block.span));
  }
  return check.take();
}

Broken check_utf8(std::string_view given) {
  return check_text(Text::from_utf8(given), given.size(), given.size());
}

Broken check_utf16(std::u16string_view given) {
  return check_text(Text::from_utf16(given), 3 * given.size(), given.size());
}

}  // namespace manicule::test
