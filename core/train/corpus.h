#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis.h"
#include "entities/labels.h"
#include "span.h"

namespace manicule::train {

/// One annotated span; without kind where the corpus says "a name of some other kind".
struct GoldName {
  Span span;  ///< bytes
  bool other = false;
  EntityKind kind = EntityKind::kPerson;
};

enum class Part : std::uint8_t { kTrain, kTune, kTest };

struct GoldDocument {
  std::string id, language, text;
  std::vector<GoldName> names;  ///< sorted, not overlapping
  std::uint32_t corpus = 0;
  Part part = Part::kTrain;
  Span only;  ///< if not empty, nothing outside is trained on (a re-cased line in its document)
};

struct Corpus {
  std::string name;
  float weight = 1;
  std::uint32_t known_kinds = 0;  ///< bit k: EntityKind k is annotated
  bool only_test = false;
  bool noisy = false;  ///< misread letters: no re-cased copies
};

/// Reads a corpus in the format of ../shared/data/ner; a tenth of its documents, by a hash of their
/// id, is marked for testing and a tenth for tuning. False when the file cannot be read.
bool read_jsonl(const std::string& path, std::uint32_t corpus, std::vector<GoldDocument>& out);

/// Reads running text, one sentence or more a line (.txt.gz), as documents without annotation of
/// some lines each.
bool read_lines(const std::string& path, const std::string& language,
                std::vector<GoldDocument>& out);

/// Reads our own articles: `<e t="person">Ada Lovelace</e>` in running text, one paragraph a line,
/// "---" between articles, lines that begin with # left out.
bool read_own(const std::string& path, const std::string& language, std::uint32_t corpus,
              std::vector<GoldDocument>& out);

/// Copies of some documents with one line in capitals, or in title case, so that headlines are
/// known too.
std::vector<GoldDocument> recased_copies(const std::vector<GoldDocument>& documents,
                                         const std::vector<Corpus>& corpora);

}  // namespace manicule::train
