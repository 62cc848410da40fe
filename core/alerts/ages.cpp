#include <algorithm>
#include <cstdlib>

#include "alerts/checks.h"
#include "figures/calendar.h"

namespace manicule {
namespace {

/// The year a date's value begins with; nothing for decades, centuries and unknown years.
std::optional<int> year_of(std::string_view value) {
  if (value.size() < 4) return {};
  int year = 0;
  for (const char c : value.substr(0, 4)) {
    if (c < '0' || c > '9') return {};
    year = year * 10 + (c - '0');
  }
  return year;
}

/// "2003..2015" as its two years.
std::optional<std::pair<int, int>> years_of_range(const Figure& figure) {
  const std::size_t dots = figure.value.find("..");
  if (figure.kind != FigureKind::kDate || dots == std::string::npos) return {};
  const auto first = year_of(figure.value);
  const auto last = year_of(std::string_view(figure.value).substr(dots + 2));
  if (!first || !last) return {};
  return std::pair{*first, *last};
}

/// The whole years of "P12Y"; nothing for other durations.
std::optional<int> years_of_duration(const Figure& figure) {
  const std::string& value = figure.value;
  if (figure.kind != FigureKind::kDuration || value.size() < 3 || value.back() != 'Y') return {};
  if (value.find_first_not_of("0123456789", 1) != value.size() - 1) return {};
  return std::atoi(value.c_str() + 1);
}

void report(const Figure& first, const Figure& last, std::string_view message,
            std::vector<std::string> arguments, Findings& findings) {
  findings.push_back({{first.span.begin, last.span.end}, message, std::move(arguments), {}});
}

/// Whether a word within a few of `figure`, or in it, says that this is the age of today: without
/// one it may be that of any time told of.
bool is_present_age(const AlertContext& context, const Figure& figure) {
  constexpr std::uint32_t kNear = 3;
  const auto count = static_cast<std::uint32_t>(context.document.tokens.size());
  const std::uint32_t first = token_at(context.document, figure.span.begin);
  const std::uint32_t last = token_at(context.document, figure.span.end);
  return any_is(context, {first < kNear ? 0 : first - kNear, std::min(last + kNear, count)},
                AlertWord::kAged);
}

/// A year of birth and the age of today in one sentence: they must fit the year of the article.
void check_birth(const AlertContext& context, const SentenceFigures& sentence, Findings& findings) {
  const auto& figures = context.analysis.figures;
  const auto today = context.document.date ? parse_day(*context.document.date) : std::nullopt;
  if (!today || any_is(context, sentence.tokens, AlertWord::kDied)) return;
  const Figure* birth = nullptr;
  const Figure* age = nullptr;
  int births = 0, ages = 0;
  for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
    const Figure& figure = figures[i];
    const std::uint32_t at = token_at(context.document, figure.span.begin);
    constexpr std::uint32_t kBefore = 4;
    const std::uint32_t before = std::max(sentence.tokens.begin, at < kBefore ? 0 : at - kBefore);
    if (figure.kind == FigureKind::kDate && year_of(figure.value) &&
        any_is(context, {before, at}, AlertWord::kBorn)) {
      birth = &figure;
      ++births;
    } else if (figure.kind == FigureKind::kAge && figure.modifier == Modifier::kNone &&
               is_present_age(context, figure)) {
      age = &figure;
      ++ages;
    }
  }
  if (births != 1 || ages != 1 || amount_range(*age) || !amount(*age)) return;
  const int born = *year_of(birth->value);
  const int stated = static_cast<int>(*amount(*age));
  const int oldest = today->year - born;
  if (stated == oldest || stated == oldest - 1) return;
  const Figure& first = birth->span < age->span ? *birth : *age;
  const Figure& last = birth->span < age->span ? *age : *birth;
  report(first, last, "age.birth",
         {std::to_string(born), std::to_string(oldest), std::to_string(stated)}, findings);
}

/// The year that token `token` is, written in four digits.
std::optional<int> year_token(const Document& document, std::uint32_t token) {
  const std::string_view word = document.word(token);
  return word.size() == 4 ? year_of(word) : std::nullopt;
}

/// "(1912-1899)": no range of dates goes backwards, so the figures do not have it.
void check_lives(const AlertContext& context, Findings& findings) {
  const Document& document = context.document;
  constexpr std::uint32_t kTokens = 5;
  for (std::uint32_t i = 0; i + kTokens <= document.tokens.size(); ++i) {
    if (document.word(i) != "(" || document.word(i + 4) != ")") continue;
    const auto birth = year_token(document, i + 1), death = year_token(document, i + 3);
    if (!birth || !death || *birth <= *death ||
        document.tokens[i + 2].kind != TokenKind::kPunctuation) {
      continue;
    }
    findings.push_back({document.span({i + 1, i + 4}),
                        "age.death",
                        {std::to_string(*birth), std::to_string(*death)},
                        {}});
  }
}

/// "from 2003 to 2015, that is 10 years".
void check_duration(const AlertContext& context, const SentenceFigures& sentence,
                    Findings& findings) {
  const auto& figures = context.analysis.figures;
  for (std::size_t i = sentence.begin; i + 1 < sentence.end; ++i) {
    const auto years = years_of_range(figures[i]);
    const auto stated = years_of_duration(figures[i + 1]);
    if (!years || !stated || figures[i + 1].modifier != Modifier::kNone) continue;
    const TokenRange gap = tokens_between(context.document, figures[i].span, figures[i + 1].span);
    constexpr std::uint32_t kLongestGap = 3;
    if (gap.size() > kLongestGap || !any_is(context, gap, AlertWord::kThatIs)) continue;
    const int real = years->second - years->first;
    if (*stated >= real - 1 && *stated <= real + 1) continue;
    report(figures[i], figures[i + 1], "age.duration",
           {std::to_string(years->first), std::to_string(years->second), std::to_string(real),
            std::to_string(*stated)},
           findings);
  }
}

}  // namespace

void check_ages(const AlertContext& context, Findings& findings) {
  check_lives(context, findings);
  for (const SentenceFigures& sentence : figures_by_sentence(context)) {
    check_birth(context, sentence, findings);
    check_duration(context, sentence, findings);
  }
}

}  // namespace manicule
