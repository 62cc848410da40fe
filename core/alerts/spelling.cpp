#include "alerts/spelling.h"

#include <algorithm>
#include <map>
#include <set>

#include "alerts/checks.h"
#include "entities/gazetteer.h"
#include "entities/model.h"
#include "text/unicode.h"

namespace manicule {
namespace {

/// A name as it stands in the text, with all its places.
struct Written {
  EntityKind kind{};
  std::vector<std::string> words;  ///< folded
  std::vector<Span> spans;         ///< in order

  bool is_full() const { return words.size() > 1; }
};

/// The end of the token after byte `byte`, or `byte` at the end of the text.
std::uint32_t end_of(const AlertContext& context, std::uint32_t byte) {
  const std::uint32_t token = context.token_at(byte);
  return token < context.document.tokens.size() ? context.document.tokens[token].span.end : byte;
}

std::vector<Written> written_names(const AlertContext& context) {
  const auto& document = context.document;
  std::map<std::pair<EntityKind, std::vector<std::string>>, std::vector<Span>> by_name;
  for (const Entity& entity : context.analysis.entities) {
    for (const Mention& mention : entity.mentions) {
      std::vector<std::string> words;
      const std::uint32_t first = context.token_at(mention.span.begin);
      for (std::uint32_t i = first;
           i < document.tokens.size() && document.tokens[i].span.begin < mention.span.end; ++i) {
        if (document.tokens[i].kind == TokenKind::kWord) words.push_back(fold(document.word(i)));
      }
      // One acronym is not another that looks like it, and in compounds hyphens are the rule.
      const bool acronym = words.size() == 1 && document.tokens[first].shape == Shape::kUpper;
      const bool compound =
          (*document.text)[{mention.span.end, end_of(context, mention.span.end)}].substr(0, 1) ==
          "-";
      if (!words.empty() && !acronym && !compound)
        by_name[{entity.kind, words}].push_back(mention.span);
    }
  }
  std::vector<Written> out;
  for (auto& [key, spans] : by_name) {
    std::sort(spans.begin(), spans.end());
    out.push_back({key.first, key.second, std::move(spans)});
  }
  return out;
}

std::uint16_t lists_of(const std::string& word) {
  return name_lists().find(phrase_key(0, word_key(word)));
}

bool in_list(const std::string& word, NameList list) {
  return ((lists_of(word) >> static_cast<unsigned>(list)) & 1) != 0;
}

bool is_given(const std::string& word) {
  return in_list(word, NameList::kGivenMale) || in_list(word, NameList::kGivenFemale);
}

bool is_known_place(const std::string& word) {
  return in_list(word, NameList::kCity) || in_list(word, NameList::kPlace);
}

/// Names as they would be without spaces, hyphens and apostrophes.
std::string run_together(const Written& name) {
  std::string out;
  for (const std::string& word : name.words) {
    for (std::size_t i = 0; i < word.size();) {
      const auto [c, size] = decode(word, i);
      if (is_letter(char_class(c))) out += word.substr(i, size);
      i += size;
    }
  }
  return out;
}

class SpellingCheck {
 public:
  SpellingCheck(const AlertContext& context, Findings& findings)
      : context_(context), findings_(findings), names_(written_names(context)) {
    reported_.resize(names_.size());
    for (std::size_t i = 0; i < names_.size(); ++i) {
      for (const std::string& word : names_[i].words) {
        counts_[word] += names_[i].spans.size();
        by_word_[word].push_back(i);
      }
      if (names_[i].kind == EntityKind::kPerson && names_[i].is_full()) {
        surnames_.insert(names_[i].words.back());
      }
    }
  }

  /// Compares only names that share all but a slip: the time is linear in their number.
  void check() {
    for (const auto& [one, two] : similar_words(by_word_)) {
      for (const std::size_t i : few(by_word_.at(one))) {
        for (const std::size_t j : few(by_word_.at(two))) compare(i, j);
      }
    }
    std::map<std::string, std::size_t> joined;
    std::map<std::string, std::vector<std::size_t>> by_given;
    for (std::size_t i = 0; i < names_.size(); ++i) {
      const auto [at, is_new] = joined.insert({run_together(names_[i]), i});
      if (!is_new && names_[at->second].words != names_[i].words) report(at->second, i);
      if (names_[i].kind == EntityKind::kPerson && names_[i].is_full()) {
        by_given[names_[i].words.front()].push_back(i);
      }
    }
    for (const auto& [given, people] : by_given) compare_far(few(people));
  }

 private:
  using Indexes = std::vector<std::size_t>;

  /// The first of many: one word stands in few names of an article.
  static Indexes few(const Indexes& all) {
    constexpr std::size_t kFew = 12;
    return {all.begin(), all.begin() + static_cast<std::ptrdiff_t>(std::min(kFew, all.size()))};
  }

  void compare(std::size_t i, std::size_t j) {
    if (i != j && is_same_name(names_[i], names_[j])) report(i, j);
  }

  /// Full names with one given name whose surnames are two slips apart.
  void compare_far(const Indexes& people) {
    for (std::size_t i = 0; i < people.size(); ++i) {
      for (std::size_t j = i + 1; j < people.size(); ++j) {
        const auto &a = names_[people[i]].words, &b = names_[people[j]].words;
        if (a.size() == b.size() && std::equal(a.begin(), a.end() - 1, b.begin()) &&
            are_two_slips(a.back(), b.back())) {
          report(people[i], people[j]);
        }
      }
    }
  }

  /// Whether two names are one but for a slip in one word. A name of one word may stand for the
  /// last word of a person's, unless that word ends another full name.
  bool is_same_name(const Written& a, const Written& b) const {
    if (a.words.size() != b.words.size()) {
      const Written& bare = a.is_full() ? b : a;
      const Written& full = a.is_full() ? a : b;
      return !bare.is_full() && full.kind == EntityKind::kPerson && may_be_surname(bare) &&
             is_slip(bare.words[0], full.words.back(), SlipContext::kSurname);
    }
    if (a.kind != b.kind) return false;
    std::size_t at = 0;
    while (at < a.words.size() && a.words[at] == b.words[at]) ++at;
    if (at == a.words.size() ||
        !std::equal(a.words.begin() + static_cast<std::ptrdiff_t>(at) + 1, a.words.end(),
                    b.words.begin() + static_cast<std::ptrdiff_t>(at) + 1)) {
      return false;
    }
    const std::string &one = a.words[at], &two = b.words[at];
    if (differ_in_accents(one, two)) return true;
    // Sisters and brothers, and towns that are called alike.
    if (a.kind == EntityKind::kPerson && at + 1 < std::max<std::size_t>(a.words.size(), 2) &&
        is_given(one) && is_given(two)) {
      return false;
    }
    if (a.kind == EntityKind::kPlace && is_known_place(one) && is_known_place(two)) return false;
    // Each is the surname of someone named in full, and those are compared.
    if (a.kind == EntityKind::kPerson && !a.is_full() && surnames_.count(one) == 1 &&
        surnames_.count(two) == 1) {
      return false;
    }
    const bool with_given = a.kind == EntityKind::kPerson && a.is_full() && at > 0;
    if (with_given) return is_slip(one, two, SlipContext::kFullName);
    return is_slip(one, two, SlipContext::kAlone);
  }

  /// A misspelt surname alone may be taken for a place or a company, but no list has it as one.
  bool may_be_surname(const Written& bare) const {
    const std::string& word = bare.words[0];
    return surnames_.count(word) == 0 && !is_given(word) &&
           (bare.kind == EntityKind::kPerson || lists_of(word) == 0);
  }

  /// Whether the two stand so near each other in one sentence that it speaks of both spellings:
  /// "Beasain or Beasain", "Luxemburg (Frans: Luxembourg)".
  bool are_compared(const Written& a, const Written& b) const {
    constexpr std::uint32_t kNear = 20;
    const Document& document = context_.document;
    const auto near = [&](Span one, Span other) {
      const TokenRange gap = context_.tokens_between(std::min(one, other), std::max(one, other));
      if (gap.size() > kNear) return false;
      for (std::uint32_t i = gap.begin; i < gap.end; ++i) {
        if (document.word(i) == ".") return false;
      }
      return true;
    };
    for (const Span& span : a.spans) {
      const auto next = std::lower_bound(b.spans.begin(), b.spans.end(), span);
      if (next != b.spans.end() && near(span, *next)) return true;
      if (next != b.spans.begin() && near(span, *(next - 1))) return true;
    }
    return false;
  }

  std::size_t count(const Written& name, const Written& other) const {
    std::size_t least = name.spans.size();
    for (const std::string& word : name.words) {
      const auto& others = other.words;
      if (std::find(others.begin(), others.end(), word) == others.end()) {
        least = std::max(least, counts_.at(word));
      }
    }
    return least;
  }

  /// Whether all that differs is accents on capitals, which many leave out: "Etats-Unis".
  bool differ_in_capitals(const Written& a, const Written& b) const {
    const std::string_view one = (*context_.document.text)[a.spans[0]];
    const std::string_view two = (*context_.document.text)[b.spans[0]];
    if (!differ_in_accents(fold(one), fold(two))) return false;
    std::size_t i = 0, j = 0;
    while (i < one.size() && j < two.size()) {
      const auto [x, x_size] = decode(one, i);
      const auto [y, y_size] = decode(two, j);
      if (x != y && char_class(std::min(x, y)) != CharClass::kUpper) return false;
      i += x_size;
      j += y_size;
    }
    return true;
  }

  void report(std::size_t i, std::size_t j) {
    const Written &a = names_[i], &b = names_[j];
    if (are_compared(a, b) || differ_in_capitals(a, b)) return;
    const std::size_t one = count(a, b), other = count(b, a);
    const bool first_is_wrong = one != other ? one < other : b.spans[0] < a.spans[0];
    const std::size_t wrong = first_is_wrong ? i : j, right = first_is_wrong ? j : i;
    if (reported_[wrong] || reported_[right]) return;
    reported_[wrong] = true;
    findings_.push_back({names_[wrong].spans[0],
                         "spelling.variant",
                         {std::string((*context_.document.text)[names_[right].spans[0]])},
                         names_[right].spans[0]});
  }

  const AlertContext& context_;
  Findings& findings_;
  std::vector<Written> names_;
  std::vector<bool> reported_;
  std::map<std::string, std::size_t> counts_;  ///< how often a word stands in names
  std::map<std::string, Indexes> by_word_;
  std::set<std::string> surnames_;  ///< that end a full name
};

}  // namespace

void check_spelling(const AlertContext& context, Findings& findings) {
  SpellingCheck(context, findings).check();
}

}  // namespace manicule
