#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "analysis.h"
#include "figures/calendar.h"
#include "lexicon/data_lines.h"
#include "lexicon/word_map.h"
#include "text/text.h"

namespace manicule {

/// How one language writes a full date.
struct DateWords {
  WordMap<std::uint8_t> months;  ///< 1 to 12
  WordSet fillers;               ///< "de" in "3 de marzo de 2025"
  bool month_first = false;      ///< 3/4/2025 may be the fourth of March, so it says nothing
};

/// A file that is not there gives no words: then only dates in digits are read.
DateWords load_date_words(std::string_view path, DataErrors& errors);

struct WrittenDay {
  Day day;
  Span span;  ///< bytes of the text searched
};

/// The first full date, with day, month and year, in `utf8`: "12 mars 2025", "March 3rd, 2025",
/// "3. Mai 2025", "12/03/2025", "2025-03-12".
std::optional<WrittenDay> find_written_day(std::string_view utf8, const DateWords& words);

/// The day on which the article says that it was written or published: in a short line at its
/// beginning or end ("Publié le 26 février 2025"), else in front of its first paragraph ("PARIS, 3
/// March 2025 (Agency) -"). Dates elsewhere are what the article tells of.
std::optional<Day> find_article_date(const Text& text, const std::vector<Block>& blocks,
                                     const DateWords& words);

}  // namespace manicule
