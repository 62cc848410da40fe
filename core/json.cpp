#include "json.h"

#include <nlohmann/json.hpp>

#include "names_of.h"

namespace manicule {
namespace {

using Json = nlohmann::ordered_json;

std::string entity_id(std::size_t index) { return "e" + std::to_string(index + 1); }

/// Writes the parts of an analysis with their offsets in one unit.
class Writer {
 public:
  Writer(const Text& text, OffsetUnit unit) : text_(text), unit_(unit) {}

  Json span(Span span) const {
    return {{"start", text_.offset(span.begin, unit_)}, {"end", text_.offset(span.end, unit_)}};
  }

  Json words(Span words) const {
    Json out = span(words);
    out["text"] = text_[words];
    return out;
  }

  Json block(const Block& block) const {
    Json out = span(block.span);
    out["kind"] = name_of(block.kind);
    return out;
  }

  Json entity(const Entity& entity, std::size_t index) const {
    Json mentions = Json::array();
    for (const Mention& mention : entity.mentions) {
      Json out = span(mention.span);
      out["score"] = static_cast<double>(static_cast<int>(mention.score * 1000 + 0.5)) / 1000;
      mentions.push_back(std::move(out));
    }
    return {{"id", entity_id(index)},
            {"kind", name_of(entity.kind)},
            {"name", entity.name},
            {"mentions", std::move(mentions)}};
  }

  Json figure(const Figure& figure) const {
    Json out = span(figure.span);
    out["kind"] = name_of(figure.kind);
    out["value"] = figure.value;
    out["modifier"] =
        figure.modifier == Modifier::kNone ? Json(nullptr) : Json(name_of(figure.modifier));
    out["core"] = span(figure.core);
    return out;
  }

  Json quote(const Quote& quote) const {
    Json out = span(quote.span);
    out["kind"] = name_of(quote.kind);
    out["chain"] = quote.chain ? Json(*quote.chain) : Json(nullptr);
    out["content"] = span(quote.content);
    out["speaker"] = nullptr;
    if (quote.speaker) {
      out["speaker"] = words(quote.speaker->span);
      out["speaker"]["entity"] =
          quote.speaker->entity ? Json(entity_id(*quote.speaker->entity)) : Json(nullptr);
    }
    out["cue"] = quote.cue ? words(*quote.cue) : Json(nullptr);
    out["stance"] = quote.cue ? Json(name_of(quote.stance)) : Json(nullptr);
    if (quote.medium) out["medium"] = words(*quote.medium);
    return out;
  }

  Json alert(const Alert& alert) const {
    Json out = span(alert.span);
    out["kind"] = alert.kind;
    out["message"] = alert.message;
    if (alert.related) out["related"] = span(*alert.related);
    return out;
  }

 private:
  const Text& text_;
  OffsetUnit unit_;
};

template <class Items, class Write>
Json list(const Items& items, Write write) {
  Json out = Json::array();
  for (std::size_t i = 0; i < items.size(); ++i) out.push_back(write(items[i], i));
  return out;
}

}  // namespace

std::string to_json(const Analysis& analysis, const Text& text, OffsetUnit unit,
                    std::string_view id_json) {
  const Writer write(text, unit);
  Json out;
  if (!id_json.empty()) out["id"] = Json::parse(id_json, nullptr, /*allow_exceptions=*/false);
  out["format"] = "manicule/1";
  out["offsets"] = name_of(unit);
  out["language"] = analysis.language;
  out["date"] = analysis.date ? Json(*analysis.date) : Json(nullptr);
  out["blocks"] =
      list(analysis.blocks, [&](const Block& b, std::size_t) { return write.block(b); });
  out["entities"] =
      list(analysis.entities, [&](const Entity& e, std::size_t i) { return write.entity(e, i); });
  out["figures"] =
      list(analysis.figures, [&](const Figure& f, std::size_t) { return write.figure(f); });
  out["quotes"] =
      list(analysis.quotes, [&](const Quote& q, std::size_t) { return write.quote(q); });
  out["alerts"] =
      list(analysis.alerts, [&](const Alert& a, std::size_t) { return write.alert(a); });
  return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace manicule
