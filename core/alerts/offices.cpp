#include <algorithm>

#include "alerts/checks.h"
#include "alerts/dates.h"
#include "figures/calendar.h"

namespace manicule {
namespace {

/// An office that the article says someone holds.
struct Claim {
  Office office;
  std::uint32_t token = 0;             ///< the office's word
  std::optional<std::size_t> place{};  ///< of the office, as an entity
};

class OfficeCheck {
 public:
  OfficeCheck(const AlertContext& context, Findings& findings)
      : context_(context), document_(context.document), findings_(findings) {
    const auto& entities = context.analysis.entities;
    for (std::size_t i = 0; i < entities.size(); ++i) {
      if (entities[i].kind != EntityKind::kPlace) continue;
      for (const Mention& mention : entities[i].mentions)
        places_.push_back({mention.span.begin, i});
    }
    std::sort(places_.begin(), places_.end());
  }

  /// Two offices of one group, or one office in two places, reported where the second is said.
  void check(const Entity& person) {
    std::optional<Claim> first;
    for (const Mention& mention : person.mentions) {
      const std::uint32_t name = context_.token_at(mention.span.begin);
      const std::uint32_t end = context_.token_at(mention.span.end);
      auto claim = before(name);
      if (!claim) claim = behind(name, end);
      if (!claim || tells_past(claim->token)) continue;
      if (!first) {
        first = claim;
      } else if (first->office.excludes(claim->office) || elsewhere(*first, *claim)) {
        const Span other = span_of(*first);
        findings_.push_back(
            {span_of(*claim), "conflict.office", {std::string((*document_.text)[other])}, other});
        return;
      }
    }
  }

 private:
  bool is_mark(std::uint32_t token) const {
    return document_.tokens[token].kind == TokenKind::kPunctuation;
  }

  /// Whether a word just before says that the office is not held now, or by someone's deputy.
  bool is_former(std::uint32_t token) const {
    constexpr std::uint32_t kNear = 3;
    const auto count = static_cast<std::uint32_t>(document_.tokens.size());
    return context_.any_is(
        {token < kNear ? 0 : token - kNear, std::min<std::uint32_t>(token + 2, count)},
        AlertWord::kFormer);
  }

  std::optional<Claim> claim_at(std::uint32_t token) const {
    if (is_former(token)) return {};
    Claim claim{*context_.words().offices.find(document_.tokens[token].key), token, {}};
    // "maire de Nantes": the place, within a few words.
    constexpr std::uint32_t kNear = 3;
    for (std::uint32_t i = token + 1; i < document_.tokens.size() && i <= token + kNear; ++i) {
      if (is_mark(i)) break;
      const std::uint32_t byte = document_.tokens[i].span.begin;
      const auto at =
          std::lower_bound(places_.begin(), places_.end(), std::pair{byte, std::size_t{0}});
      if (at == places_.end() || at->first != byte) continue;
      claim.place = at->second;
      break;
    }
    return claim;
  }

  /// "le maire Jean Dupont", "le maire de Nantes, Jean Dupont".
  std::optional<Claim> before(std::uint32_t name) const {
    if (name == 0) return {};
    if (context_.is(name - 1, AlertWord::kOffice)) return claim_at(name - 1);
    if (document_.word(name - 1) != "," || name < 2) return {};
    constexpr std::uint32_t kWords = 6;
    for (std::uint32_t i = name - 1; i-- > 0 && i + kWords >= name;) {
      if (is_mark(i) || context_.is(i, AlertWord::kAnd)) return {};
      if (!context_.is(i, AlertWord::kOffice)) continue;
      // "l'avocat du maire, Jean Dupont" may be the lawyer, "le préfet, le maire, Jean Dupont" is a
      // list.
      const bool article = i > 0 && context_.is(i - 1, AlertWord::kArticle);
      const std::uint32_t head = article ? i - 1 : i;
      const bool opens =
          head == 0 || (!context_.is(head - 1, AlertWord::kOf) &&
                        !context_.is(head - 1, AlertWord::kAnd) && document_.word(head - 1) != ",");
      return article && opens ? claim_at(i) : std::nullopt;
    }
    return {};
  }

  /// "Jean Dupont, maire de Nantes", "Jean Dupont, le préfet de la Loire,".
  std::optional<Claim> behind(std::uint32_t name, std::uint32_t end) const {
    const auto count = static_cast<std::uint32_t>(document_.tokens.size());
    if (end + 2 >= count || document_.word(end) != ",") return {};
    const bool article = context_.is(end + 1, AlertWord::kArticle);
    const std::uint32_t token = end + 1 + (article ? 1 : 0);
    if (token >= count || !context_.is(token, AlertWord::kOffice)) return {};
    // Behind other names, before an "and": a list of people, of which this is the next.
    const bool listed =
        name > 0 && (document_.word(name - 1) == "," || context_.is(name - 1, AlertWord::kAnd));
    constexpr std::uint32_t kWords = 8;
    for (std::uint32_t i = token + 1; i < count && i < token + kWords && !is_mark(i); ++i) {
      if (context_.is(i, AlertWord::kAnd)) return {};
    }
    return listed ? std::nullopt : claim_at(token);
  }

  /// Whether the sentence of a claim is set in another year than the article's.
  bool tells_past(std::uint32_t token) {
    const std::uint32_t byte = document_.tokens[token].span.begin;
    const auto& sentences = document_.sentences;
    const auto sentence =
        std::upper_bound(sentences.begin(), sentences.end(), token,
                         [](std::uint32_t t, const Sentence& s) { return t < s.tokens.end; });
    if (sentence == sentences.end()) return true;
    const Span span = document_.span(sentence->tokens);
    const auto& figures = context_.analysis.figures;
    const auto first =
        std::lower_bound(figures.begin(), figures.end(), span.begin,
                         [](const Figure& f, std::uint32_t b) { return f.span.begin < b; });
    const auto today = document_.date ? parse_day(*document_.date) : std::nullopt;
    for (auto f = first; f != figures.end() && f->span.begin < span.end; ++f) {
      if (f->kind != FigureKind::kDate) continue;
      const auto year = year_of(f->value);
      // A date right behind the office is when it began or ended.
      constexpr std::uint32_t kNear = 60;  // bytes
      if (f->span.begin > byte && f->span.begin < byte + kNear) return true;
      if (year && (!today || *year != today->year)) return true;
    }
    return false;
  }

  bool elsewhere(const Claim& one, const Claim& two) const {
    if (!one.place || !two.place || *one.place == *two.place) return false;
    const auto& entities = context_.analysis.entities;
    const std::string &a = entities[*one.place].name, &b = entities[*two.place].name;
    return one.office.number == two.office.number && one.office.group == two.office.group &&
           context_.is(one.token, AlertWord::kOnePlace) && a.find(b) == std::string::npos &&
           b.find(a) == std::string::npos;
  }

  /// The office's word, with its place where it has one.
  Span span_of(const Claim& claim) const {
    Span span = document_.tokens[claim.token].span;
    if (!claim.place) return span;
    for (const Mention& mention : context_.analysis.entities[*claim.place].mentions) {
      if (mention.span.begin < span.end) continue;
      span.end = mention.span.end;
      break;
    }
    return span;
  }

  const AlertContext& context_;
  const Document& document_;
  Findings& findings_;
  std::vector<std::pair<std::uint32_t, std::size_t>> places_;  ///< byte, entity; sorted
};

}  // namespace

void check_offices(const AlertContext& context, Findings& findings) {
  OfficeCheck check(context, findings);
  for (const Entity& entity : context.analysis.entities) {
    if (entity.kind == EntityKind::kPerson) check.check(entity);
  }
}

}  // namespace manicule
