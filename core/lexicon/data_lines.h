#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/word_map.h"

namespace manicule {

/// Faults of data files, one text each, ready to print:
///   en/units.tsv:12:5: duplicate unit 'km'
///     km	kilometer
///     ^
using DataErrors = std::vector<std::string>;

/// One line of a data file, with its tab-separated fields, outer spaces removed.
struct DataLine {
  std::string_view path;
  std::uint32_t number = 0;  ///< from 1
  std::string_view text;
  std::vector<std::string_view> fields;

  /// What is wrong with field `field`, as DataErrors wants it.
  std::string error(std::size_t field, std::string_view message) const;
};

/// Calls `use` for each line of the embedded file `path` that is neither empty nor a comment (`#`
/// first). Returns false when there is no such file.
bool for_each_line(std::string_view path, const std::function<void(const DataLine&)>& use);

/// The same for `text`, which errors name `path`.
void for_each_line_of(std::string_view text, std::string_view path,
                      const std::function<void(const DataLine&)>& use);

/// The words of a file with one word a line, folded; a word that stands twice is an error. A file
/// that is not there gives the empty set.
WordSet load_words(std::string_view path, DataErrors& errors);

}  // namespace manicule
