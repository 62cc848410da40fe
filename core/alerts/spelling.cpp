#include <algorithm>
#include <map>
#include <optional>

#include "alerts/checks.h"
#include "text/unicode.h"

namespace manicule {
namespace {

/// A name as it stands in the text, with how often and where first.
struct Written {
  EntityKind kind;
  std::vector<std::string> words;  ///< folded
  Span first;
  std::uint32_t count = 0;
};

std::vector<Written> written_names(const AlertContext& context) {
  std::map<std::pair<EntityKind, std::vector<std::string>>, Written> by_name;
  for (const Entity& entity : context.analysis.entities) {
    for (const Mention& mention : entity.mentions) {
      std::vector<std::string> words;
      const auto& document = context.document;
      for (std::uint32_t i = token_at(document, mention.span.begin);
           i < document.tokens.size() && document.tokens[i].span.begin < mention.span.end; ++i) {
        if (document.tokens[i].kind == TokenKind::kWord) words.push_back(fold(document.word(i)));
      }
      if (words.empty()) continue;
      Written& written = by_name[{entity.kind, words}];
      if (written.count++ == 0) {
        written.kind = entity.kind;
        written.words = words;
        written.first = mention.span;
      }
      written.first = std::min(written.first, mention.span);
    }
  }
  std::vector<Written> out;
  for (auto& [key, written] : by_name) out.push_back(std::move(written));
  return out;
}

std::u32string code_points(std::string_view utf8) {
  std::u32string out;
  for (std::size_t i = 0; i < utf8.size();) {
    const auto [c, size] = decode(utf8, i);
    out += c;
    i += size;
  }
  return out;
}

/// Whether one of the words is the other with one letter too many, too few, changed or swapped, in
/// the way of a slip. A change at the end is an inflection (Mario, Maria; Peters) unless it doubles
/// a letter, and one at the beginning makes another name (Gambia, Zambia).
bool is_slip(const std::string& a_utf8, const std::string& b_utf8) {
  std::u32string a = code_points(a_utf8), b = code_points(b_utf8);
  if (a.size() > b.size()) std::swap(a, b);
  constexpr std::size_t kShortest = 4;
  if (a.size() < kShortest || b.size() > a.size() + 1 || a == b) return false;
  std::size_t head = 0, tail = 0;
  while (head < a.size() && a[head] == b[head]) ++head;
  while (tail < a.size() - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;
  if (head == 0) return false;
  const std::size_t a_left = a.size() - head - tail, b_left = b.size() - head - tail;
  const bool doubled = a_left == 0 && b_left == 1 && b[head] == b[head - 1];
  if (doubled) return true;
  if (tail == 0) return false;
  constexpr std::size_t kShortestChanged = 6;
  if (a_left == 0 && b_left == 1) return true;
  if (a_left == 1 && b_left == 1) return a.size() >= kShortestChanged;
  return a_left == 2 && b_left == 2 && a[head] == b[head + 1] && a[head + 1] == b[head];
}

/// The two spellings when the names can be one: all words the same but one, which is a slip; a name
/// of one word stands for the last word of a longer one.
std::optional<std::pair<std::string, std::string>> slip_between(const Written& a,
                                                                const Written& b) {
  if (a.kind != b.kind) return {};
  std::size_t at = 0;
  if (a.words.size() != b.words.size()) {
    if (std::min(a.words.size(), b.words.size()) != 1 || a.kind != EntityKind::kPerson) return {};
    if (!is_slip(a.words.back(), b.words.back())) return {};
    return std::pair{a.words.back(), b.words.back()};
  }
  while (at < a.words.size() && a.words[at] == b.words[at]) ++at;
  if (at == a.words.size() || !is_slip(a.words[at], b.words[at])) return {};
  if (!std::equal(a.words.begin() + static_cast<std::ptrdiff_t>(at) + 1, a.words.end(),
                  b.words.begin() + static_cast<std::ptrdiff_t>(at) + 1)) {
    return {};
  }
  return std::pair{a.words[at], b.words[at]};
}

/// How often each word stands in a name.
std::map<std::string, std::uint32_t> count_words(const std::vector<Written>& names) {
  std::map<std::string, std::uint32_t> counts;
  for (const Written& name : names) {
    for (const std::string& word : name.words) counts[word] += name.count;
  }
  return counts;
}

}  // namespace

void check_spelling(const AlertContext& context, Findings& findings) {
  const auto names = written_names(context);
  constexpr std::size_t kMostNames = 500;  // pairs are compared: keep books out of quadratic time
  if (names.size() > kMostNames) return;
  auto counts = count_words(names);
  std::vector<bool> reported(names.size());
  for (std::size_t i = 0; i < names.size(); ++i) {
    for (std::size_t j = i + 1; j < names.size(); ++j) {
      const auto slip = slip_between(names[i], names[j]);
      if (!slip) continue;
      const std::uint32_t one = counts[slip->first], other = counts[slip->second];
      const bool first_is_wrong = one != other ? one < other : names[j].first < names[i].first;
      const std::size_t wrong = first_is_wrong ? i : j, right = first_is_wrong ? j : i;
      if (reported[wrong]) continue;
      reported[wrong] = true;
      findings.push_back({names[wrong].first,
                          "spelling.variant",
                          {std::string((*context.document.text)[names[right].first])},
                          names[right].first});
    }
  }
}

}  // namespace manicule
