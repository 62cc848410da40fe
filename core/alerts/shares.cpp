#include <algorithm>

#include "alerts/checks.h"

namespace manicule {
namespace {

/// Where the mentions of places and organizations begin, in bytes, sorted: what shares may be of.
std::vector<std::uint32_t> find_wholes(const Analysis& analysis) {
  std::vector<std::uint32_t> begins;
  for (const Entity& entity : analysis.entities) {
    if (entity.kind != EntityKind::kPlace && entity.kind != EntityKind::kOrganization) continue;
    for (const Mention& mention : entity.mentions) begins.push_back(mention.span.begin);
  }
  std::sort(begins.begin(), begins.end());
  return begins;
}

/// The shares and parts that one sentence enumerates.
class SentenceParts {
 public:
  SentenceParts(const AlertContext& context, const std::vector<std::uint32_t>& wholes,
                const SentenceFigures& sentence, Findings& findings)
      : context_(context),
        wholes_(wholes),
        sentence_(sentence),
        figures_(context.analysis.figures),
        findings_(findings) {}

  /// Percentages of one whole that add up to more than it.
  void check_shares() {
    constexpr std::size_t kFewest = 2;
    constexpr double kHundred = 100, kMost = 150;
    for (std::size_t i = sentence_.begin; i + kFewest <= sentence_.end; ++i) {
      if (figures_[i].kind != FigureKind::kPercent || !unit_of(figures_[i]).empty()) continue;
      const std::size_t end = enumeration_end(i);
      if (end - i < kFewest) continue;
      const double sum = total(i, end);
      if (sum > kHundred + rounding(i, end) && sum < kMost && is_one_whole(i, end)) {
        report(i, end - 1, "sum.over-hundred", {shown(sum)});
      }
      i = end - 1;
    }
  }

  /// Parts and their total in one sentence.
  void check_parts() {
    for (std::size_t i = sentence_.begin; i + 2 < sentence_.end; ++i) {
      if (check_parts_of(i) || check_total_of(i)) return;
    }
  }

 private:
  TokenRange between(std::size_t i, std::size_t j) const {
    return context_.tokens_between(figures_[i], figures_[j]);
  }

  void report(std::size_t first, std::size_t last, std::string_view message,
              std::vector<std::string> arguments) {
    findings_.push_back(
        {{figures_[first].span.begin, figures_[last].span.end}, message, std::move(arguments), {}});
  }

  /// Whether as many brackets open as close in `range`: what is inside one is not enumerated with
  /// what follows it.
  bool is_level(TokenRange range) const {
    int depth = 0;
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      const std::string_view word = context_.document.word(i);
      depth += word == "(" ? 1 : word == ")" ? -1 : 0;
    }
    return depth == 0;
  }

  /// What an amount may be enumerated with: figures of its kind and unit, hedged ones only among
  /// percentages.
  bool can_follow(const Figure& figure, const Figure& first) const {
    const bool hedged = figure.modifier == Modifier::kMin || figure.modifier == Modifier::kMax ||
                        (figure.modifier != Modifier::kNone && figure.kind != FigureKind::kPercent);
    return !hedged && amount(figure) && figure.kind == first.kind &&
           unit_of(figure) == unit_of(first);
  }

  /// The end of the enumeration of figures like figures_[begin] ("46 % ..., 38 % ... and 21 %"), or
  /// `begin` where there is none: like kinds and units, and an "and" before the last.
  std::size_t enumeration_end(std::size_t begin) const {
    if (!can_follow(figures_[begin], figures_[begin])) return begin;
    std::size_t end = begin + 1;
    bool closed = false;
    while (end < sentence_.end && !closed && can_follow(figures_[end], figures_[begin]) &&
           is_level(between(end - 1, end))) {
      closed = context_.any_is(between(end - 1, end), AlertWord::kAnd);
      ++end;
    }
    return closed ? end : begin;
  }

  double total(std::size_t begin, std::size_t end) const {
    double sum = 0;
    for (std::size_t i = begin; i < end; ++i) sum += *amount(figures_[i]);
    return sum;
  }

  /// By how much shares may miss the whole for being rounded or hedged.
  double rounding(std::size_t begin, std::size_t end) const {
    constexpr double kRounded = 0.5, kHedged = 2;
    double sum = 0;
    for (std::size_t i = begin; i < end; ++i) {
      sum += figures_[i].modifier == Modifier::kNone ? kRounded : kHedged;
    }
    return sum;
  }

  /// Whether shares that stand side by side are of one whole, not each of its own: of different
  /// places, of men and of women, rises and falls. Two shares alone are only where a word says so.
  bool is_one_whole(std::size_t begin, std::size_t end) const {
    if (context_.any_is(sentence_.tokens, AlertWord::kRise) ||
        context_.any_is(sentence_.tokens, AlertWord::kFall)) {
      return false;
    }
    if (context_.any_is(between(end - 2, end - 1), AlertWord::kRest)) return true;
    const auto behind = context_.tokens_of(figures_[end - 1]).end;
    if (behind < sentence_.tokens.end && context_.is(behind, AlertWord::kRest)) return true;
    constexpr std::size_t kFewest = 3;
    if (end - begin < kFewest) return false;
    if (context_.any_is(sentence_.tokens, AlertWord::kSplit)) return true;
    std::size_t with_own = 0;
    for (std::size_t i = begin; i < end; ++i) {
      const auto next = context_.tokens_of(figures_[i]).end;
      with_own += next < sentence_.tokens.end && context_.is(next, AlertWord::kOf);
    }
    const auto first = std::lower_bound(wholes_.begin(), wholes_.end(), figures_[begin].span.begin);
    const auto last = std::lower_bound(first, wholes_.end(), figures_[end - 1].span.end);
    return with_own < 2 && last - first < 2;
  }

  /// Whether a part is counted in what `whole` is: "12 millions d'euros : 5 millions de l'État".
  bool is_part_of(const Figure& part, const Figure& whole) const {
    constexpr double kScaleWord = 1e5;
    if (!amount(part) || *amount(part) >= *amount(whole)) return false;
    if (part.kind == whole.kind) return unit_of(part) == unit_of(whole);
    return whole.kind == FigureKind::kMoney && part.kind == FigureKind::kNumber &&
           unit_of(part).empty() && *amount(part) >= kScaleWord;
  }

  bool is_whole(const Figure& figure) const {
    const bool counted = figure.kind == FigureKind::kNumber && unit_of(figure).empty();
    return (counted || figure.kind == FigureKind::kMoney) && is_exact(figure);
  }

  /// "Of the 486, 324 ... and 172 ...", "486, including 324 ... and 172 ...", "486 (324 ... and 172
  /// ...)", "486: 324 ... and 172 ...".
  bool check_parts_of(std::size_t i) {
    const Figure& whole = figures_[i];
    if (!is_whole(whole) || !is_part_of(figures_[i + 1], whole)) return false;
    const std::size_t end = enumeration_end(i + 1);
    if (end <= i + 2) return false;
    const TokenRange gap = between(i, i + 1);
    const std::string_view last_word =
        gap.empty() ? std::string_view() : context_.document.word(gap.end - 1);
    const bool complete = opens_with(whole, AlertWord::kOfThe);
    // The counted noun and the mark; a colon may follow its clause.
    const std::uint32_t kNear = last_word == ":" ? 6 : 3;
    const bool listed = gap.size() <= kNear && (last_word == "(" || last_word == ":");
    if (!complete && !listed && !context_.any_is(gap, AlertWord::kIncluding)) return false;
    const double sum = total(i + 1, end), all = *amount(whole);
    // Far too few are parts of which others go unsaid, far too many no parts at all.
    constexpr double kMost = 1.3, kLeast = 0.97, kLeastListed = 0.9;
    const bool too_many = sum > all && sum < kMost * all;
    const bool too_few =
        sum < all && ((complete && sum > kLeast * all) || (listed && sum > kLeastListed * all));
    if (too_many || too_few) report(i, end - 1, "sum.parts", {shown(sum), shown(all)});
    return too_many || too_few;
  }

  /// "324 ... and 172 ..., that is 486": parts before their total.
  bool check_total_of(std::size_t i) {
    const std::size_t end = enumeration_end(i);
    if (end <= i + 1 || end >= sentence_.end) return false;
    const Figure& whole = figures_[end];
    if (!is_whole(whole)) return false;
    const TokenRange gap = between(end - 1, end);
    const bool says =
        context_.any_is(gap, AlertWord::kTotal) || context_.any_is(gap, AlertWord::kThatIs);
    for (std::size_t part = i; part < end; ++part) {
      if (!is_part_of(figures_[part], whole)) return false;
    }
    const double sum = total(i, end), all = *amount(whole);
    constexpr double kMost = 1.3, kLeast = 0.7;
    if (!says || sum == all || sum > kMost * all || sum < kLeast * all) return false;
    report(i, end, "sum.parts", {shown(sum), shown(all)});
    return true;
  }

  /// Whether one of the two words before `figure` is `word`, at the beginning of a clause.
  bool opens_with(const Figure& figure, AlertWord word) const {
    const std::uint32_t at = context_.tokens_of(figure).begin;
    for (std::uint32_t back = 1; back <= 2 && sentence_.tokens.begin + back <= at; ++back) {
      const std::uint32_t i = at - back;
      if (!context_.is(i, word)) continue;
      return i == sentence_.tokens.begin ||
             context_.document.tokens[i - 1].kind == TokenKind::kPunctuation;
    }
    return false;
  }

  const AlertContext& context_;
  const std::vector<std::uint32_t>& wholes_;
  const SentenceFigures& sentence_;
  const std::vector<Figure>& figures_;
  Findings& findings_;
};

}  // namespace

void check_shares(const AlertContext& context, Findings& findings) {
  const auto wholes = find_wholes(context.analysis);
  for (const SentenceFigures& sentence : context.sentences()) {
    // A list of numbers is no sentence, and comparing all with all of them would take long.
    constexpr std::size_t kMostFigures = 40;
    if (sentence.end - sentence.begin > kMostFigures) continue;
    SentenceParts parts(context, wholes, sentence, findings);
    parts.check_shares();
    parts.check_parts();
  }
}

}  // namespace manicule
