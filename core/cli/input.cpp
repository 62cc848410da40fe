#include "cli/input.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

namespace manicule {
namespace {

struct Close {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

std::string shown(std::string_view name) {
  return name == kStandardInput ? "standard input" : "'" + std::string(name) + "'";
}

}  // namespace

std::optional<std::string> refuse_article(std::string_view name, std::string_view bytes) {
  if (bytes.size() > kMaxArticleBytes) return shown(name) + " is over 20 MB";
  const std::string_view mark = bytes.substr(0, 2);
  if (mark == "\xFF\xFE" || mark == "\xFE\xFF") {
    return shown(name) + " is UTF-16: save it as UTF-8";
  }
  constexpr std::size_t kLooked = 4096, kBinary = 100;
  const std::string_view head = bytes.substr(0, kLooked);
  constexpr std::string_view kTextControls = "\t\n\v\f\r\x1B";
  const auto controls = std::count_if(head.begin(), head.end(), [&](char c) {
    return static_cast<unsigned char>(c) < 0x20 && kTextControls.find(c) == std::string_view::npos;
  });
  if (static_cast<std::size_t>(controls) > head.size() / kBinary + 8) {
    return shown(name) + " is not a text";
  }
  return {};
}

std::optional<std::string> read_article(const std::string& name, std::string& bytes) {
  std::unique_ptr<std::FILE, Close> opened;
  std::FILE* file = stdin;
  if (name != kStandardInput) {
    opened.reset(std::fopen(name.c_str(), "rb"));
    if (!opened) return "cannot open " + shown(name) + ": " + std::strerror(errno);
    file = opened.get();
  }
  char buffer[1 << 16];
  std::size_t got;
  while ((got = std::fread(buffer, 1, sizeof buffer, file)) > 0) {
    bytes.append(buffer, got);
    if (bytes.size() > kMaxArticleBytes) break;
  }
  if (std::ferror(file)) return "cannot read " + shown(name) + ": " + std::strerror(errno);
  return refuse_article(name, bytes);
}

}  // namespace manicule
