#include "corpus.h"

#include <unicode/uchar.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <nlohmann/json.hpp>

#include "lexicon/word_map.h"
#include "names_of.h"
#include "text/unicode.h"

namespace manicule::train {
namespace {

/// The kind of that name, or kKinds.
std::size_t kind_number(std::string_view name) {
  const auto kind = value_named<EntityKind>(name);
  return kind ? static_cast<std::size_t>(*kind) : kKinds;
}

bool read_all(const std::string& path, std::string& out) {
  gzFile file = gzopen(path.c_str(), "rb");
  if (file == nullptr) return false;
  std::array<char, 1 << 16> buffer;
  for (int n = 0; (n = gzread(file, buffer.data(), buffer.size())) > 0;) {
    out.append(buffer.data(), static_cast<std::size_t>(n));
  }
  gzclose(file);
  return true;
}

void sort_names(std::vector<GoldName>& names) {
  std::sort(names.begin(), names.end(), [](const GoldName& a, const GoldName& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  std::vector<GoldName> kept;
  for (const GoldName& name : names) {
    if (kept.empty() || kept.back().span.end <= name.span.begin) kept.push_back(name);
  }
  names = std::move(kept);
}

Part part_of(const std::string& id) {
  const WordKey hash = word_key(id) >> 20;
  return hash % 10 == 0 ? Part::kTest : hash % 10 == 1 ? Part::kTune : Part::kTrain;
}

enum class Recase : std::uint8_t { kCapitals, kTitle, kFamilyNames };

/// Re-cases the letters of `line`, keeping the names where they are.
GoldDocument recase(const GoldDocument& document, Span line, Recase how) {
  GoldDocument copy = document;
  copy.id += "#recased";
  copy.text.clear();
  std::vector<std::uint32_t> moved(document.text.size() + 1);
  bool word_start = true;
  std::vector<bool> family(document.text.size());
  for (const GoldName& name : document.names) {
    const std::size_t space = document.text.find(' ', name.span.begin);
    if (name.other || name.kind != EntityKind::kPerson || space >= name.span.end) continue;
    for (std::size_t at = space; at < name.span.end; ++at) family[at] = true;
  }
  for (std::uint32_t at = 0; at < document.text.size();) {
    const auto [c, size] = decode(document.text, at);
    moved[at] = static_cast<std::uint32_t>(copy.text.size());
    char32_t now = c;
    const bool change =
        how == Recase::kCapitals || (how == Recase::kTitle ? word_start : family[at]);
    if (line.begin <= at && at < line.end && change) {
      now = static_cast<char32_t>(u_toupper(static_cast<UChar32>(c)));
    }
    word_start = c == ' ';
    append_utf8(copy.text, now);
    at += size;
  }
  moved.back() = static_cast<std::uint32_t>(copy.text.size());
  for (GoldName& name : copy.names) name.span = {moved[name.span.begin], moved[name.span.end]};
  copy.only = {moved[line.begin], moved[line.end]};
  return copy;
}

/// Appends a line with its names marked; false when the marks are wrong.
bool add_marked(std::string_view line, GoldDocument& document) {
  static constexpr std::array<std::pair<std::string_view, char>, 3> kEscapes = {
      {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}}};
  std::uint32_t begin = 0;
  std::size_t kind = kKinds;
  const auto here = [&] { return static_cast<std::uint32_t>(document.text.size()); };
  while (!line.empty()) {
    if (line.substr(0, 6) == "<e t=\"") {
      const std::size_t close = line.find("\">");
      if (close == std::string_view::npos) return false;
      kind = kind_number(line.substr(6, close - 6));
      if (kind == kKinds) return false;
      begin = here();
      line.remove_prefix(close + 2);
    } else if (line.substr(0, 4) == "</e>") {
      if (kind == kKinds) return false;
      document.names.push_back({{begin, here()}, false, static_cast<EntityKind>(kind)});
      kind = kKinds;
      line.remove_prefix(4);
    } else {
      char next = line.front();
      std::size_t size = 1;
      for (const auto& [escape, character] : kEscapes) {
        if (line.substr(0, escape.size()) != escape) continue;
        next = character;
        size = escape.size();
      }
      document.text += next;
      line.remove_prefix(size);
    }
  }
  return kind == kKinds;
}

}  // namespace

bool read_jsonl(const std::string& path, std::uint32_t corpus, std::vector<GoldDocument>& out) {
  std::string all;
  if (!read_all(path, all)) return false;
  std::size_t at = 0;
  while (at < all.size()) {
    const std::size_t end = std::min(all.find('\n', at), all.size());
    const auto json =
        nlohmann::json::parse(all.begin() + static_cast<std::ptrdiff_t>(at),
                              all.begin() + static_cast<std::ptrdiff_t>(end), nullptr, false);
    at = end + 1;
    if (json.is_discarded()) return false;
    GoldDocument document;
    document.id = json["id"].get<std::string>();
    document.language = json["lang"].get<std::string>();
    document.text = json["text"].get<std::string>();
    document.corpus = corpus;
    document.part = part_of(document.id);
    std::vector<std::uint32_t> bytes;
    for (std::uint32_t b = 0; b < document.text.size(); b += decode(document.text, b).size)
      bytes.push_back(b);
    bytes.push_back(static_cast<std::uint32_t>(document.text.size()));
    for (const auto& entity : json["entities"]) {
      const auto kind_name = entity["kind"].get<std::string>();
      const std::size_t kind = kind_number(kind_name);
      if (kind == kKinds && kind_name != "other") continue;
      GoldName name;
      name.span = {bytes[entity["start"].get<std::size_t>()],
                   bytes[entity["end"].get<std::size_t>()]};
      name.other = kind == kKinds;
      if (!name.other) name.kind = static_cast<EntityKind>(kind);
      document.names.push_back(name);
    }
    sort_names(document.names);
    out.push_back(std::move(document));
  }
  return true;
}

bool read_lines(const std::string& path, const std::string& language,
                std::vector<GoldDocument>& out) {
  constexpr std::size_t kLines = 40;
  std::string all;
  if (!read_all(path, all)) return false;
  std::size_t lines = 0;
  GoldDocument document;
  document.language = language;
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t end = std::min(all.find('\n', at), all.size());
    document.text.append(all, at, end - at).append("\n");
    at = end + 1;
    if (++lines % kLines != 0 && at < all.size()) continue;
    out.push_back(document);
    document.text.clear();
  }
  return true;
}

bool read_own(const std::string& path, const std::string& language, std::uint32_t corpus,
              std::vector<GoldDocument>& out) {
  std::ifstream file(path);
  if (!file) return false;
  const std::string name = path.substr(path.find_last_of('/') + 1);
  GoldDocument document;
  std::uint32_t number = 0;
  const auto finish = [&] {
    if (document.text.empty()) return;
    document.id = name + "#" + std::to_string(number++);
    document.language = language;
    document.corpus = corpus;
    document.part = part_of(document.id) == Part::kTrain ? Part::kTrain : Part::kTune;
    out.push_back(std::move(document));
    document = {};
  };
  for (std::string line; std::getline(file, line);) {
    if (line == "---") {
      finish();
    } else if (!line.empty() && line[0] != '#') {
      if (!document.text.empty()) document.text += "\n\n";
      if (!add_marked(line, document)) return false;
    }
  }
  finish();
  return true;
}

std::vector<GoldDocument> recased_copies(const std::vector<GoldDocument>& documents,
                                         const std::vector<Corpus>& corpora) {
  std::vector<GoldDocument> copies;
  for (const GoldDocument& document : documents) {
    if (corpora[document.corpus].noisy || document.part != Part::kTrain) continue;
    const WordKey hash = word_key(document.id + "case");
    std::vector<Span> lines;
    for (std::uint32_t at = 0; at < document.text.size();) {
      const auto end =
          static_cast<std::uint32_t>(std::min(document.text.find('\n', at), document.text.size()));
      if (end - at > 20) lines.push_back({at, end});
      at = end + 1;
    }
    if (lines.empty()) continue;
    const Span line = lines[(hash >> 8) % lines.size()];
    const auto dice = static_cast<unsigned>(hash % 100);
    if (dice < 40) copies.push_back(recase(document, line, Recase::kCapitals));
    if (dice >= 90)
      copies.push_back(recase(document, {0, static_cast<std::uint32_t>(document.text.size())},
                              Recase::kFamilyNames));
    if (dice >= 40 && dice < 60) copies.push_back(recase(document, line, Recase::kTitle));
  }
  return copies;
}

}  // namespace manicule::train
