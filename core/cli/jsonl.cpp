#include "cli/jsonl.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/input.h"
#include "json.h"
#include "options.h"

namespace manicule {
namespace {

std::string error_line(const nlohmann::json& id, std::string_view message) {
  nlohmann::ordered_json out;
  out["id"] = id;
  out["error"] = message;
  return out.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace

std::string annotate_line(std::string_view line, const AnnotateOptions& defaults, OffsetUnit unit) {
  const auto json = nlohmann::json::parse(line, nullptr, /*allow_exceptions=*/false);
  if (json.is_discarded()) return error_line(nullptr, "the line is not JSON");
  if (!json.is_object()) return error_line(nullptr, "the line is not a JSON object");
  const auto id = json.value("id", nlohmann::json());
  const auto text = json.find("text");
  if (text == json.end() || !text->is_string()) return error_line(id, "'text' is not a string");
  const auto& article_bytes = text->get_ref<const std::string&>();
  if (article_bytes.size() > kMaxArticleBytes) return error_line(id, "'text' is over 20 MB");
  AnnotateOptions options = defaults;
  if (auto wrong = set_from_json(options, line)) return error_line(id, *wrong);
  const Text article = Text::from_utf8(article_bytes);
  return to_json(annotate(article, options), article, unit,
                 id.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

std::optional<std::string> annotate_jsonl(const std::string& name, const AnnotateOptions& options,
                                          OffsetUnit unit) {
  std::ios::sync_with_stdio(false);
  std::ifstream file;
  if (name != kStandardInput) {
    file.open(name, std::ios::binary);
    if (!file) return "cannot open '" + name + "': " + std::strerror(errno);
  }
  std::istream& in = name == kStandardInput ? std::cin : file;
  for (std::string line; std::getline(in, line);) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    std::cout << annotate_line(line, options, unit) << '\n' << std::flush;
    if (!std::cout) return "the result could not be written";
  }
  if (in.bad()) return "cannot read '" + name + "'";
  return {};
}

}  // namespace manicule
