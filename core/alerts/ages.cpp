#include <algorithm>
#include <cstdlib>
#include <map>

#include "alerts/checks.h"
#include "alerts/dates.h"
#include "figures/calendar.h"

namespace manicule {
namespace {

void report(const Figure& one, const Figure& two, std::string_view message, std::vector<int> values,
            Findings& findings) {
  std::vector<std::string> arguments;
  for (const int value : values) arguments.push_back(std::to_string(value));
  // Further apart than this, in bytes, the later one is shown and the other beside it.
  constexpr std::uint32_t kNear = 100;
  const auto [first, last] = std::minmax(one.span, two.span);
  const bool near = last.begin < first.end + kNear;
  findings.push_back({near ? Span{first.begin, last.end} : last, message, std::move(arguments),
                      near ? std::nullopt : std::optional(first)});
}

/// What is told of one life in a sentence or two, where each is told once.
struct Life {
  const Figure* birth = nullptr;
  const Figure* death = nullptr;
  const Figure* age = nullptr;
  int births = 0, deaths = 0, ages = 0;
  int other_dates = 0;  ///< in other years than the article's
};

class LifeCheck {
 public:
  LifeCheck(const AlertContext& context, Findings& findings)
      : context_(context),
        document_(context.document),
        figures_(context.analysis.figures),
        findings_(findings),
        today_(document_.date ? parse_day(*document_.date) : std::nullopt) {
    for (const Entity& entity : context.analysis.entities) {
      if (entity.kind != EntityKind::kPerson) continue;
      ++people_;
      for (const Mention& mention : entity.mentions) {
        mentions_.push_back({mention.span.begin, people_});
      }
    }
    std::sort(mentions_.begin(), mentions_.end());
  }

  /// Each sentence that tells a birth, alone, with the one before or behind it, or with the one
  /// that tells the same person's age.
  void check(const std::vector<SentenceFigures>& sentences) {
    const std::map<std::size_t, const Figure*> aged = find_ages(sentences);
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      if (!context_.any_is(sentences[i].tokens, AlertWord::kBorn)) continue;
      const Life life = read(sentences[i], sentences[i]);
      if (life.births != 1 || check_life(life)) continue;
      if (life.age != nullptr || life.death != nullptr) continue;
      if (i > 0 && check_pair(sentences[i - 1], sentences[i])) continue;
      if (i + 1 < sentences.size() && check_pair(sentences[i], sentences[i + 1])) continue;
      const auto elsewhere = aged.find(only_person(sentences[i].tokens));
      if (elsewhere == aged.end()) continue;
      Life both = life;
      both.age = elsewhere->second;
      both.ages = 1;
      check_life(both);
    }
  }

 private:
  /// By person: the age of today that the first sentence tells in which nobody else is named.
  std::map<std::size_t, const Figure*> find_ages(
      const std::vector<SentenceFigures>& sentences) const {
    std::map<std::size_t, const Figure*> aged;
    for (const SentenceFigures& sentence : sentences) {
      const std::size_t person = only_person(sentence.tokens);
      if (person == kNobody) continue;
      const Life life = read(sentence, sentence);
      if (life.ages == 1 && life.births + life.deaths + life.other_dates == 0) {
        aged.emplace(person, life.age);
      }
    }
    return aged;
  }

  /// The only person that is named in `tokens`, or kNobody.
  std::size_t only_person(TokenRange tokens) const {
    const Span span = document_.span(tokens);
    std::size_t person = kNobody;
    for (auto at = std::lower_bound(mentions_.begin(), mentions_.end(),
                                    std::pair{span.begin, std::size_t{0}});
         at != mentions_.end() && at->first < span.end; ++at) {
      if (person != kNobody && person != at->second) return kNobody;
      person = at->second;
    }
    return person;
  }

  /// Two sentences in a row, when they can be of one person only.
  bool check_pair(const SentenceFigures& one, const SentenceFigures& two) {
    return one.tokens.end == two.tokens.begin &&
           only_person({one.tokens.begin, two.tokens.end}) != kNobody && check_life(read(one, two));
  }

  Life read(const SentenceFigures& first, const SentenceFigures& last) const {
    Life life;
    const TokenRange tokens{first.tokens.begin, last.tokens.end};
    if (context_.any_is(tokens, AlertWord::kKin)) return life;
    const bool died = context_.any_is(tokens, AlertWord::kDied);
    for (std::size_t i = first.begin; i < last.end; ++i) {
      const Figure& figure = figures_[i];
      if (figure.kind == FigureKind::kDate) {
        if (says(figure, tokens, AlertWord::kBorn) && year_of(figure.value)) {
          life.birth = &figure;
          ++life.births;
        } else if (says(figure, tokens, AlertWord::kDied) && year_of(figure.value)) {
          life.death = &figure;
          ++life.deaths;
        } else if (!today_ || year_of(figure.value) != today_->year) {
          ++life.other_dates;
        }
      } else if (is_age(figure, tokens, died)) {
        life.age = &figure;
        ++life.ages;
      }
    }
    return life;
  }

  /// Whether a figure is the age of today or, where a death is told, any age: "52 ans", "at the age
  /// of 60", "a los 60 anos,".
  bool is_age(const Figure& figure, TokenRange tokens, bool died) const {
    if (figure.modifier != Modifier::kNone) return false;
    if (figure.kind == FigureKind::kAge) return died || is_present_age(figure);
    const TokenRange own = context_.tokens_of(figure);
    constexpr std::uint32_t kNear = 3;
    const TokenRange before{std::max(tokens.begin, own.begin < kNear ? 0 : own.begin - kNear),
                            own.begin};
    if (figure.kind == FigureKind::kNumber) return context_.any_is(before, AlertWord::kAged);
    const bool ends =
        own.end >= tokens.end || document_.tokens[own.end].kind == TokenKind::kPunctuation;
    return died && ends && length_in(figure, 'Y') && context_.any_is(before, AlertWord::kTo);
  }

  /// Whether `word` is nearer to a date than any word that says otherwise: just before it, else
  /// behind it in its clause ("1960 in Bremen geboren").
  bool says(const Figure& date, TokenRange tokens, AlertWord word) const {
    constexpr std::uint32_t kBefore = 4, kBehind = 5;
    const std::uint32_t at = context_.tokens_of(date).begin;
    for (std::uint32_t i = at; i > tokens.begin && i + kBefore > at; --i) {
      const bool born = context_.is(i - 1, AlertWord::kBorn);
      if (born || context_.is(i - 1, AlertWord::kDied)) return context_.is(i - 1, word);
    }
    const std::uint32_t end = context_.tokens_of(date).end;
    for (std::uint32_t i = end; i < std::min(end + kBehind, tokens.end); ++i) {
      if (document_.tokens[i].kind == TokenKind::kPunctuation) return false;
      const bool born = context_.is(i, AlertWord::kBorn);
      if (born || context_.is(i, AlertWord::kDied)) return context_.is(i, word);
    }
    return false;
  }

  /// Whether this is the age of today, not that of any time told of: a word within a few says so,
  /// or the age stands alone between marks, as behind a name.
  bool is_present_age(const Figure& figure) const {
    constexpr std::uint32_t kNear = 3;
    const auto count = static_cast<std::uint32_t>(document_.tokens.size());
    const std::uint32_t first = context_.tokens_of(figure).begin;
    const std::uint32_t last = context_.tokens_of(figure).end;
    if (context_.any_is({first < kNear ? 0 : first - kNear, std::min(last + kNear, count)},
                        AlertWord::kAged)) {
      return true;
    }
    const auto is_mark = [&](std::uint32_t token) {
      return document_.tokens[token].kind == TokenKind::kPunctuation;
    };
    // ", 52 ans," and ", de 52 anos,"
    const bool of = first > 1 && context_.is(first - 1, AlertWord::kOf);
    return first > 0 && last < count && is_mark(first - (of ? 2 : 1)) && is_mark(last);
  }

  /// Whether what is told contradicts itself, which is then reported.
  bool check_life(const Life& life) {
    if (life.births != 1 || life.deaths > 1) return false;
    const int born = *year_of(life.birth->value);
    if (life.deaths == 1) {
      const int died = *year_of(life.death->value);
      if (died < born) {
        report(*life.birth, *life.death, "age.death", {born, died}, findings_);
        return true;
      }
      return check_age(life, born, died, "age.duration", {born, died});
    }
    // An age told beside another date is that of then.
    if (!today_ || life.other_dates > 0) return false;
    const TokenRange all{context_.tokens_of(*life.birth).begin,
                         context_.tokens_of(*life.birth).end};
    if (life.age == nullptr || tells_death(life, all)) return false;
    return check_age(life, born, today_->year, "age.birth", {born});
  }

  bool tells_death(const Life& life, TokenRange birth) const {
    const std::uint32_t age = context_.tokens_of(*life.age).begin;
    constexpr std::uint32_t kNear = 12;
    const auto count = static_cast<std::uint32_t>(document_.tokens.size());
    const std::uint32_t first = std::min(age, birth.begin), last = std::max(age, birth.end);
    return context_.any_is({first < kNear ? 0 : first - kNear, std::min(last + kNear, count)},
                           AlertWord::kDied);
  }

  bool check_age(const Life& life, int born, int then, std::string_view message,
                 std::vector<int> values) {
    if (life.ages != 1) return false;
    const auto years = life.age->kind == FigureKind::kDuration
                           ? length_in(*life.age, 'Y')
                           : std::optional<int>(static_cast<int>(amount(*life.age).value_or(0)));
    constexpr int kOldest = 120;
    const int stated = years.value_or(0), oldest = then - born;
    if (stated <= 0 || stated > kOldest) return false;
    if (stated == oldest || stated == oldest - 1) return false;
    values.push_back(oldest);
    values.push_back(stated);
    report(*life.birth, *life.age, message, std::move(values), findings_);
    return true;
  }

  const AlertContext& context_;
  const Document& document_;
  const std::vector<Figure>& figures_;
  Findings& findings_;
  std::optional<Day> today_;
  static constexpr std::size_t kNobody = 0;
  std::size_t people_ = 0;
  std::vector<std::pair<std::uint32_t, std::size_t>> mentions_;  ///< byte, person; sorted
};

/// The year that token `token` is, written in four digits.
std::optional<int> year_token(const Document& document, std::uint32_t token) {
  const std::string_view word = document.word(token);
  return word.size() == 4 ? year_of(word) : std::nullopt;
}

/// "(1912-1899)": no range of dates goes backwards, so the figures do not have it.
void check_years_in_brackets(const AlertContext& context, Findings& findings) {
  const Document& document = context.document;
  constexpr std::uint32_t kTokens = 5;
  constexpr WordKey kOpen = word_key("("), kClose = word_key(")");
  for (std::uint32_t i = 0; i + kTokens <= document.tokens.size(); ++i) {
    if (document.tokens[i].key != kOpen || document.tokens[i + 4].key != kClose) continue;
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

}  // namespace

void check_ages(const AlertContext& context, Findings& findings) {
  check_years_in_brackets(context, findings);
  LifeCheck(context, findings).check(context.sentences());
}

}  // namespace manicule
