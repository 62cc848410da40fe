#include "entities/nicknames.h"

#include <utility>

namespace manicule {
namespace {

constexpr std::uint32_t kLongestNickname = 4;

/// The quoted words that begin inside `name` or right behind it, with their marks; empty if there
/// are none.
NameRange nickname_of(const NameWords& words, NameRange name) {
  const auto size = static_cast<std::uint32_t>(words.words.size());
  for (std::uint32_t mark = name.begin + 1; mark <= name.end && mark + 1 < size; ++mark) {
    const NameWord& first = words.words[mark + 1];
    if (first.quote_begin != mark + 1 || first.quote_end <= mark + 1) continue;
    const bool is_short = first.quote_end - first.quote_begin <= kLongestNickname;
    if (is_short && looks_like_name(first.shape)) return {mark, first.quote_end + 1};
  }
  return {};
}

bool is_person(const NamedSpan& name) { return name.kind == EntityKind::kPerson; }

}  // namespace

void join_around_nicknames(const NameWords& words, FoundNames& names) {
  FoundNames out;
  for (std::size_t i = 0; i < names.ranges.size(); ++i) {
    NameRange range = names.ranges[i];
    NamedSpan name = names.spans[i];
    const NameRange nickname = is_person(name) ? nickname_of(words, range) : NameRange{};
    // The last name that begins before the marks end, or at once behind them.
    std::size_t last = i;
    while (last + 1 < names.ranges.size() && names.ranges[last + 1].begin <= nickname.end) ++last;
    if (last > i && is_person(names.spans[last]) && names.ranges[last].end > nickname.end) {
      range.end = names.ranges[last].end;
      name.span.end = names.spans[last].span.end;
      i = last;
    }
    out.ranges.push_back(range);
    out.spans.push_back(name);
  }
  names = std::move(out);
}

}  // namespace manicule
