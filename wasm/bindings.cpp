// The annotator for JavaScript: wasm/manicule.d.ts is its manual.

#include <emscripten/bind.h>

#include <string>

#include "annotate.h"
#include "entities/model.h"
#include "json.h"
#include "options.h"

namespace {

struct Result {
  std::string json;   ///< the annotation document, or empty
  std::string error;  ///< one sentence, or empty
};

Result annotate(const std::u16string& given, const std::string& options_json) {
  manicule::AnnotateOptions options;
  if (auto wrong = manicule::set_from_json(options, options_json)) return {"", *wrong};
  const auto text = manicule::Text::from_utf16(given);
  const auto analysis = manicule::annotate(text, options);
  return {manicule::to_json(analysis, text, manicule::OffsetUnit::kUtf16), ""};
}

std::string load_model(const std::string& name, const std::string& bytes) {
  return manicule::load_model(name, bytes);
}

}  // namespace

EMSCRIPTEN_BINDINGS(manicule) {
  emscripten::value_object<Result>("Result")
      .field("json", &Result::json)
      .field("error", &Result::error);
  emscripten::function("annotate", &annotate);
  emscripten::function("loadModel", &load_model);
}
