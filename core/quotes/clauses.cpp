#include "quotes/clauses.h"

#include <algorithm>

#include "quotes/subjects.h"

namespace manicule {

Clauses::Clauses(const Line& line) : line_(line), size_(line.size()) {
  while (size_ > 0 && trailing(size_ - 1)) --size_;
}

bool Clauses::trailing(std::uint32_t i) const {
  return !line_.gap(i) && line_.scene->token(line_.at[i]).kind == TokenKind::kPunctuation &&
         !line_.mark(i, ')') && !line_.mark(i, '%');
}

std::uint32_t Clauses::words(std::uint32_t begin, std::uint32_t end) const {
  std::uint32_t n = 0;
  for (std::uint32_t i = begin; i < end && n < 50; ++i) n += line_.gap(i) || line_.word(i);
  return n;
}

bool Clauses::boundary(std::uint32_t i) const {
  return i == 0 || line_.mark(i - 1, ',') || line_.mark(i - 1, ':') || line_.mark(i - 1, ';') ||
         line_.dash(i - 1) || line_.is(i - 1, WordClass::kAnd);
}

std::uint32_t Clauses::next_comma(std::uint32_t i) const {
  int depth = 0;
  for (; i < size_; ++i) {
    depth += line_.mark(i, '(');
    depth -= line_.mark(i, ')');
    if (depth <= 0 && line_.mark(i, ',')) return i;
    if (line_.mark(i, ':') || line_.mark(i, ';')) return size_;
  }
  return size_;
}

std::uint32_t Clauses::end_of(std::uint32_t begin) const {
  for (std::uint32_t i = begin + 1; i < size_; ++i) {
    if (line_.mark(i, ':') && i > begin + 1) return i;
    if (line_.mark(i, ';') && opens_source(i + 1)) return i;
    if (line_.is(i, WordClass::kAnd) && coordinated(i)) return line_.mark(i - 1, ',') ? i - 1 : i;
    if (line_.dash(i) && line_.determiner(i + 1) && !dash_behind(i)) return i;
  }
  return size_;
}

/// The other one of two dashes.
bool Clauses::dash_behind(std::uint32_t i) const {
  for (std::uint32_t k = i + 1; k < size_; ++k) {
    if (line_.dash(k)) return true;
  }
  return false;
}

bool Clauses::opens_source(std::uint32_t i) const {
  const auto phrase = phrase_at(line_, i);
  return phrase && (phrase->phrase->role == PhraseRole::kBefore ||
                    phrase->phrase->role == PhraseRole::kTurned);
}

bool Clauses::coordinated(std::uint32_t i) const {
  if (opens_source(i + 1) || quotes_behind(i + 1)) return true;
  std::uint32_t k = i + 1;
  while (k < i + 3 && (line_.is(k, WordClass::kPronoun) || line_.is(k, WordClass::kMonth))) ++k;
  if (k >= size_) return false;
  const auto group = verb_group_at(line_, k);
  if (!group || !group->verb->is(CueUse::kSays)) return false;
  return line_.is(group->end, WordClass::kThat) || line_.is(group->end + 1, WordClass::kThat) ||
         line_.is(group->end - 1, WordClass::kBare);
}

/// "... y lamenta “…”", "e su Instagram ha scritto: «…»": the next verb has a quotation of its own.
bool Clauses::quotes_behind(std::uint32_t i) const {
  constexpr std::uint32_t kAdverbials = 4;
  for (const std::uint32_t stop = i + kAdverbials; i < stop && i < size_; ++i) {
    if (line_.gap(i) || line_.mark(i, ',')) return false;
    const auto group = verb_group_at(line_, i);
    if (!group || group->verb->form == VerbForm::kInfinitive || !group->verb->reports()) continue;
    const std::uint32_t end = group->end;
    return end < line_.size() && (line_.gap(end) || line_.mark(end, ':') ||
                                  (end + 1 < line_.size() && line_.gap(end + 1)));
  }
  return false;
}

bool Clauses::has_clause_before(std::uint32_t i) const {
  if (i == 0 || !line_.mark(i - 1, ',')) return false;
  const std::uint32_t begin = clause_begin(line_, i);
  for (std::uint32_t k = begin; k < i; ++k) {
    if (line_.finite(k)) return true;
  }
  return words(begin, i) > 8;
}

std::uint32_t Clauses::main_clause(std::uint32_t i) const {
  std::uint32_t comma = next_comma(i);
  for (std::uint32_t k = i; k < comma; ++k) {
    if (line_.finite(k) && !line_.is(k, WordClass::kRelative) && k < i + 14) return k;
  }
  if (comma >= size_) return i;
  while (true) {
    const std::uint32_t next = next_comma(comma + 1);
    if (next >= size_ || next > comma + 18 || !is_aside(comma + 1, next)) return comma + 1;
    comma = next;
  }
}

bool Clauses::is_aside(std::uint32_t begin, std::uint32_t end) const {
  if (line_.is(begin, WordClass::kRelative) && !line_.is(begin, WordClass::kArticle)) return true;
  if (line_.is(begin, WordClass::kPreposition) && line_.is(begin + 1, WordClass::kRelative)) {
    return true;
  }
  for (std::uint32_t k = begin; k < end; ++k) {
    if (line_.finite(k) && !line_.is(k, WordClass::kPreposition)) return false;
  }
  if (line_.is(end + 1, WordClass::kAnd)) return false;
  if (line_.is(begin, WordClass::kPreposition)) return words(begin, end) <= 7;
  if (line_.is(begin, WordClass::kPerson)) return true;
  if (end == begin + 1 && line_.adverb(begin)) return true;
  for (std::uint32_t k = begin; k < end; ++k) {
    if (!line_.gap(k) && line_.scene->token(line_.at[k]).kind == TokenKind::kNumber) return false;
  }
  return line_.lower(begin) && line_.scene->info(line_.at[begin]).classes == 0;
}

std::uint32_t Clauses::own_begin(std::uint32_t i) const {
  std::uint32_t begin = clause_begin(line_, i);
  const std::uint32_t comma = next_comma(begin);
  if (comma + 3 < i && comma < begin + 10) {
    bool verb = false;
    for (std::uint32_t k = begin; k < comma; ++k) verb |= line_.finite(k) || line_.gap(k);
    if (!verb && line_.is(begin, WordClass::kPreposition)) begin = comma + 1;
  }
  return begin;
}

std::uint32_t Clauses::turned_clause(std::uint32_t i) const {
  if (line_.mark(i, '(')) {
    while (i < size_ && !line_.mark(i, ')')) ++i;
    ++i;
  }
  if (line_.is(i, WordClass::kPreposition)) {
    const std::uint32_t limit = std::min(size_, i + 7);
    for (std::uint32_t k = i; k < limit; ++k) {
      if (line_.finite(k)) return k;
    }
    i += 2;
  }
  return line_.mark(i, ',') ? i + 1 : i;
}

}  // namespace manicule
