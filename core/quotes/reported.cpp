#include "quotes/reported.h"

#include <algorithm>

#include "quotes/report.h"
#include "quotes/subjects.h"

namespace manicule {
namespace {

/// Reads the reports of one line from left to right.
class LineReader {
 public:
  LineReader(const Line& line, const std::vector<Draft>& drafts, bool in_quote)
      : line_(line), clauses_(line), in_{line, drafts, clauses_}, in_quote_(in_quote) {}

  std::vector<Report> read() {
    for (std::uint32_t i = 0; i < clauses_.size(); ++i) {
      if (line_.gap(i)) continue;
      const Report* before = found_.empty() ? nullptr : &found_.back();
      // Whatever is found takes its clause; reading goes on behind it.
      if (take(report_behind_source(in_, i)) || take(report_before_source(in_, i)) ||
          take(report_around_verb(in_, i)) ||
          take(report_of_verb(in_, i, {.in_quote = in_quote_, .before = before}))) {
        i = std::max(i, found_.back().end - 1);
      }
    }
    return std::move(found_);
  }

 private:
  /// Keeps `report` without its outer punctuation, unless it says too little.
  bool take(std::optional<Report> report) {
    if (!report) return false;
    auto& [begin, end, cue, stance, subject] = *report;
    while (begin < end && clauses_.trailing(begin)) ++begin;
    while (end > begin && clauses_.trailing(end - 1)) --end;
    const std::uint32_t least = found_.empty() ? 0 : found_.back().end;
    if (begin < least || begin >= end || clauses_.words(begin, end) < 2) return false;
    std::uint32_t told = begin;
    while (told < end && line_.adverb(told)) ++told;
    if (told == end) return false;  // "weet dat nog niet"
    found_.push_back(std::move(*report));
    return true;
  }

  const Line& line_;
  Clauses clauses_;
  ReportLine in_;
  bool in_quote_;
  std::vector<Report> found_;
};

/// A sentence in indirect speech: a subjunctive, and no quotation.
bool is_indirect(const Line& line) {
  bool subjunctive = false;
  for (std::uint32_t i = 0; i < line.size(); ++i) {
    if (line.gap(i)) return false;
    subjunctive |= line.is(i, WordClass::kSubjunctive);
  }
  return subjunctive;
}

Span span_of(const Line& line, const std::vector<Draft>& drafts, std::uint32_t begin,
             std::uint32_t end) {
  const auto span = [&](std::uint32_t i) {
    return line.gap(i) ? drafts[line.draft(i)].quote.span : line.scene->token(line.at[i]).span;
  };
  return {span(begin).begin, span(end - 1).end};
}

/// "Kreisrätin Ute Moll verteidigte den Schritt. Die Auflage sei gesunken.": whose words a sentence
/// in indirect speech gives, behind one that quotes nobody.
std::optional<Subject> free_indirect(const Line& line, const Line& previous) {
  const auto verb_of = [](const Line& l) {
    std::uint32_t i = 0;
    while (i < l.size() && (l.gap(i) || !(l.finite(i) || cue_reading(l, i, false)))) ++i;
    return i;
  };
  const std::uint32_t verb = verb_of(line);
  if (verb == 0 || !line.is(verb, WordClass::kIndirect) || !is_indirect(line)) return std::nullopt;
  const std::uint32_t told = verb_of(previous);
  if (told >= previous.size()) return std::nullopt;
  const auto subject = subject_before(previous, 0, told);
  return subject && speaks(*line.scene, *subject) ? subject : std::nullopt;
}

}  // namespace

void add_reported(const Scene& scene, const Layout& layout, std::vector<Draft>& drafts) {
  std::vector<Draft> added;
  std::optional<Subject> speaker;  // of the sentence before, where that quotes or reports
  std::uint32_t spoken_block = 0;
  for (std::uint32_t l = 0; l < layout.lines.size(); ++l) {
    const Line& line = layout.lines[l];
    const auto container = layout.container[l];
    if (container && drafts[*container].quote.kind != QuoteKind::kSpeech) continue;
    const std::uint32_t block = layout.block[l];
    if (scene.document().blocks[block].kind != BlockKind::kParagraph) continue;
    const auto put = [&](const Report& found) {
      Draft draft;
      draft.origin = Origin::kReported;
      draft.block = block;
      draft.quote.kind = QuoteKind::kReported;
      draft.quote.span = draft.quote.content = span_of(line, drafts, found.begin, found.end);
      draft.tokens = {scene.token_from(draft.quote.span.begin),
                      scene.token_from(draft.quote.span.end)};
      if (!found.cue.empty()) draft.quote.cue = found.cue;
      draft.quote.stance = found.stance;
      draft.subject = found.subject;
      added.push_back(draft);
    };
    const auto found = LineReader(line, drafts, container.has_value()).read();
    for (const Report& f : found) put(f);
    if (container) continue;
    if (speaker && block > spoken_block + 1) speaker.reset();
    if (!speaker && l > 0 && layout.block[l - 1] == block && found.empty()) {
      speaker = free_indirect(line, layout.lines[l - 1]);
      if (speaker) spoken_block = block;
    }
    if (!found.empty()) {
      speaker = found.back().subject;
      spoken_block = block;
    } else if (speaker && is_indirect(line)) {
      std::uint32_t end = line.size();
      while (end > 0 && !line.word(end - 1) && !line.mark(end - 1, ')')) --end;
      if (end > 2) put({0, end, {}, Stance::kNeutral, speaker});
      spoken_block = block;
    } else {
      speaker.reset();
      for (const std::uint32_t d : line.quotes) {
        if (drafts[d].subject) speaker = drafts[d].subject;
        spoken_block = block;
      }
    }
  }
  for (Draft& draft : added) drafts.push_back(std::move(draft));
  sort_and_nest(drafts);
}

}  // namespace manicule
