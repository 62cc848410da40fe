#include "options.h"

#include <nlohmann/json.hpp>

#include "figures/calendar.h"
#include "language/language.h"

namespace manicule {
namespace {

std::optional<std::string> check_language(std::string_view value) {
  if (find_language(value) != nullptr && value != "und") return {};
  std::string known;
  for (const auto code : language_codes()) {
    if (!known.empty()) known += ", ";
    known += code;
  }
  return "unknown language '" + std::string(value) + "': one of " + known;
}

}  // namespace

std::optional<std::string> set_language(AnnotateOptions& options, std::string_view value) {
  if (auto wrong = check_language(value)) return wrong;
  options.read.language = value;
  return {};
}

std::optional<std::string> set_messages(AnnotateOptions& options, std::string_view value) {
  if (auto wrong = check_language(value)) return wrong;
  options.alerts.messages = value;
  return {};
}

std::optional<std::string> set_date(AnnotateOptions& options, std::string_view value) {
  if (!parse_day(value)) {
    return "'" + std::string(value) + "' is not a date: write it as 2025-02-26";
  }
  options.read.date = value;
  return {};
}

std::optional<std::string> set_from_json(AnnotateOptions& options, std::string_view text) {
  const auto json = nlohmann::json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!json.is_object()) return "the options are not a JSON object";
  using Setter = std::optional<std::string> (*)(AnnotateOptions&, std::string_view);
  constexpr std::pair<const char*, Setter> kSetters[] = {
      {"lang", set_language}, {"date", set_date}, {"messages", set_messages}};
  for (const auto& [name, set] : kSetters) {
    const auto value = json.find(name);
    if (value == json.end() || value->is_null()) continue;
    if (!value->is_string()) return "'" + std::string(name) + "' is not a string";
    if (auto wrong = set(options, value->get_ref<const std::string&>())) return wrong;
  }
  const auto disable = json.find("disable");
  if (disable == json.end()) return {};
  if (!disable->is_array()) return "'disable' is not a list of alert kinds";
  for (const auto& kind : *disable) {
    if (!kind.is_string()) return "'disable' is not a list of alert kinds";
    options.alerts.disabled.push_back(kind.get<std::string>());
  }
  return {};
}

}  // namespace manicule
