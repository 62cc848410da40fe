#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "quotes/clauses.h"
#include "quotes/draft.h"
#include "quotes/verb_group.h"

namespace manicule {

/// A reported clause, as indexes into its line.
struct Report {
  std::uint32_t begin = 0, end = 0;
  Span cue;  ///< empty where nothing but the mood tells it
  Stance stance = Stance::kNeutral;
  std::optional<Subject> subject;
};

/// What the finders of reported speech read: a line, its clauses, and the quotations in its gaps.
struct ReportLine {
  const Line& line;
  const std::vector<Draft>& drafts;
  const Clauses& clauses;

  /// The report of [begin, end) by `subject`.
  Report from(std::uint32_t begin, std::uint32_t end, const PhraseAt& phrase, std::uint32_t at,
              const std::optional<Subject>& subject) const {
    return {begin, end, line.span(at, phrase.end), phrase.phrase->stance, subject};
  }
  Report from(std::uint32_t begin, std::uint32_t end, const VerbGroup& group,
              const std::optional<Subject>& subject) const {
    return {begin, end, line.span(group.begin, group.end), group.verb->stance, subject};
  }

  /// What stands before the comma at `i` - 1 is a quotation, not a sentence that holds one.
  bool only_quoted(std::uint32_t i) const;
};

/// "Selon X, …", "Laut X …", "Einem Sprecher zufolge …": the report that the source at `i` opens.
std::optional<Report> report_behind_source(const ReportLine& in, std::uint32_t i);

/// "…, selon X": the report that the source at `i` closes, or parts.
std::optional<Report> report_before_source(const ReportLine& in, std::uint32_t i);

/// "…, a indiqué X", "X, dit-il, …": the report around the verb at `i`, behind a comma.
std::optional<Report> report_around_verb(const ReportLine& in, std::uint32_t i);

struct ClauseOptions {
  bool in_quote = false;           ///< inside a quotation, where "I think" reports nothing
  const Report* before = nullptr;  ///< the last report of the line
};
/// "X a annoncé que …", "X said it …", "X dit avoir …": the report that the verb at `i` governs.
std::optional<Report> report_of_verb(const ReportLine& in, std::uint32_t i, ClauseOptions options);

}  // namespace manicule
