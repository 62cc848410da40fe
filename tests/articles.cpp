#include "articles.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace manicule::test {
namespace {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The name and the attributes of the inside of a tag: `e t="place" id="brest"`.
Mark parse_tag(const std::string& inside) {
  Mark mark;
  const std::size_t name_end = std::min(inside.find(' '), inside.size());
  mark.tag = inside.substr(0, name_end);
  for (std::size_t at = name_end; (at = inside.find_first_not_of(' ', at)) != std::string::npos;) {
    const std::size_t equals = inside.find("=\"", at);
    const std::size_t end = inside.find('"', equals + 2);
    mark.attributes[inside.substr(at, equals - at)] = inside.substr(equals + 2, end - equals - 2);
    at = end + 1;
  }
  return mark;
}

bool is_block(const std::string& tag) {
  return tag == "title" || tag == "h" || tag == "p" || tag == "junk";
}

MarkedArticle parse(const std::string& xml) {
  MarkedArticle article;
  std::vector<Mark> open;
  const auto size = [&] { return static_cast<std::uint32_t>(article.text.size()); };
  for (std::size_t at = 0; at < xml.size();) {
    if (xml[at] != '<') {
      if (open.size() > 1) article.text += xml[at];  // between blocks there is only layout
      ++at;
      continue;
    }
    const std::size_t end = xml.find('>', at);
    const std::string inside = xml.substr(at + 1, end - at - 1);
    at = end + 1;
    if (inside[0] == '/') {
      Mark mark = std::move(open.back());
      open.pop_back();
      mark.span.end = size();
      if (open.empty()) {
        article.language = mark.attributes["lang"];
        article.date = mark.attributes["date"];
      } else {
        article.marks.push_back(std::move(mark));
      }
    } else {
      open.push_back(parse_tag(inside));
      if (is_block(open.back().tag) && !article.text.empty()) article.text += "\n\n";
      open.back().span.begin = size();
    }
  }
  return article;
}

}  // namespace

std::vector<MarkedArticle> read_articles(const std::string& language) {
  std::vector<MarkedArticle> out;
  const std::filesystem::path folder = std::filesystem::path(MANICULE_ARTICLES) / language;
  if (!std::filesystem::exists(folder)) return out;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    out.push_back(parse(read_file(entry.path())));
    out.back().where = language + '/' + entry.path().filename().string();
  }
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.where < b.where; });
  return out;
}

}  // namespace manicule::test
