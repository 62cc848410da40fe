#include "entities/link.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "entities/name_words.h"
#include "text/unicode.h"

namespace manicule {
namespace {

/// A wording of a name; all mentions that have it share it.
struct Form {
  EntityKind kind;
  ComparedName name;
  std::string_view text;                ///< of its first mention
  std::vector<std::uint32_t> mentions;  ///< indexes, ascending
  std::vector<std::uint32_t> wholes;    ///< forms of longer names that this may be short for
  std::uint32_t leader = 0;             ///< union-find over forms that are surely the same
};

/// No name is compared with more longer names than this, so that the time stays linear.
constexpr std::size_t kMostCandidates = 40;

class Linker {
 public:
  Linker(const Document& document, const std::vector<NamedSpan>& mentions, const Gazetteer& lists)
      : document_(document), mentions_(mentions), lists_(lists) {}

  std::vector<Entity> run() {
    collect_forms();
    join_aliases();
    join_acronyms();
    join_variants();
    find_wholes();
    return gather();
  }

 private:
  std::string_view text(std::uint32_t mention) const {
    return (*document_.text)[mentions_[mention].span];
  }

  void collect_forms() {
    std::map<std::pair<EntityKind, std::string>, std::uint32_t> known;
    for (std::uint32_t m = 0; m < mentions_.size(); ++m) {
      ComparedName name = compared_name(text(m));
      const auto [at, is_new] = known.try_emplace({mentions_[m].kind, name.joined()},
                                                  static_cast<std::uint32_t>(forms_.size()));
      if (is_new) {
        Form form{mentions_[m].kind, std::move(name), text(m), {}, {}, at->second};
        for (const std::string& word : form.name.words) {
          std::vector<std::uint32_t>& forms = by_word_[word];
          if (forms.empty() || forms.back() != at->second) forms.push_back(at->second);
        }
        forms_.push_back(std::move(form));
      }
      forms_[at->second].mentions.push_back(m);
      form_of_.push_back(at->second);
    }
  }

  std::uint32_t leader(std::uint32_t form) {
    while (forms_[form].leader != form)
      form = forms_[form].leader = forms_[forms_[form].leader].leader;
    return form;
  }
  void join(std::uint32_t a, std::uint32_t b) {
    a = leader(a);
    b = leader(b);
    forms_[std::max(a, b)].leader = std::min(a, b);
  }

  void join_aliases() {
    std::map<std::pair<EntityKind, std::uint32_t>, std::uint32_t> groups;
    for (std::uint32_t f = 0; f < forms_.size(); ++f) {
      for (const std::uint32_t group : lists_.alias_groups(forms_[f].text)) {
        const auto [at, is_new] = groups.try_emplace({forms_[f].kind, group}, f);
        if (!is_new) join(at->second, f);
      }
    }
  }

  void join_acronyms() {
    for (std::uint32_t f = 0; f < forms_.size(); ++f) {
      if (!forms_[f].name.acronym || forms_[f].kind == EntityKind::kPerson) continue;
      const std::uint32_t first = forms_[f].mentions.front();
      // The neighbours in the text, one of the two in parentheses; else whatever the initials fit.
      const std::uint32_t before = first > 0 ? form_of_[first - 1] : f;
      const std::uint32_t after = first + 1 < form_of_.size() ? form_of_[first + 1] : f;
      for (const std::uint32_t full : {before, after}) {
        if (!is_same_kind(f, full)) continue;
        if (stands_for(forms_[f].name, forms_[full].name) || glosses(f, full)) join(f, full);
      }
      // What is known to stand for something else is not read by its letters.
      if (leader(f) == f && lists_.alias_groups(forms_[f].text).empty()) join_by_initials(f);
    }
  }

  /// Whether one of the two stands in parentheses behind the other where `acronym` stands first:
  /// "Parti populaire europeen (EPP)", whose letters are those of another language.
  bool glosses(std::uint32_t acronym, std::uint32_t full) const {
    if (forms_[full].name.words.size() < 2 || forms_[full].kind == EntityKind::kPlace) return false;
    const std::uint32_t at = forms_[acronym].mentions.front();
    const bool behind = at > 0 && form_of_[at - 1] == full;
    const Span first = mentions_[behind ? at - 1 : at].span;
    const Span second = mentions_[behind ? at : at + 1].span;
    const std::string_view utf8 = document_.text->utf8();
    return utf8.substr(first.end, second.begin - first.end) == " (" &&
           utf8.substr(second.end, 1) == ")";
  }

  void join_by_initials(std::uint32_t f) {
    if (initials_.empty()) {
      for (std::uint32_t full = 0; full < forms_.size(); ++full) {
        const ComparedName& name = forms_[full].name;
        if (name.words.size() < 2) continue;
        initials_.try_emplace({forms_[full].kind, name.initials}, full);
        initials_.try_emplace({forms_[full].kind, name.major_initials}, full);
      }
    }
    const auto full = initials_.find({forms_[f].kind, forms_[f].name.words[0]});
    if (full != initials_.end() && full->second != f) join(f, full->second);
  }

  bool is_same_kind(std::uint32_t a, std::uint32_t b) const {
    return a != b && forms_[a].kind == forms_[b].kind;
  }

  /// Endings, and in the names of people slips of the pen.
  void join_variants() {
    for (std::uint32_t f = 0; f < forms_.size(); ++f) {
      if (forms_[f].name.words.empty()) continue;
      join_variants_among(f, by_word_[forms_[f].name.words.front()]);
      join_variants_among(f, by_word_[forms_[f].name.words.back()]);
    }
    if (forms_.size() > kMostCandidates * 10) return;
    for (std::uint32_t a = 0; a < forms_.size(); ++a) {
      if (forms_[a].name.words.size() != 1) continue;
      for (std::uint32_t b = 0; b < forms_.size(); ++b) {
        if (is_same_kind(a, b)) join_one_word(a, b);
      }
    }
  }

  void join_variants_among(std::uint32_t f, const std::vector<std::uint32_t>& others) {
    const std::vector<std::string>& words = forms_[f].name.words;
    std::size_t tries = 0;
    for (const std::uint32_t other : others) {
      if (++tries > kMostCandidates) break;
      const std::vector<std::string>& its = forms_[other].name.words;
      if (!is_same_kind(f, other) || its.size() != words.size()) continue;
      if (is_variant(words, its, forms_[f].kind)) join(f, other);
    }
  }

  /// `a` is one word; a slip may also make it of the family name of `b`, if nobody has that name.
  void join_one_word(std::uint32_t a, std::uint32_t b) {
    const std::vector<std::string>& one = forms_[a].name.words;
    const std::vector<std::string>& many = forms_[b].name.words;
    if (many.size() == 1) {
      if (a < b && is_variant(one, many, forms_[a].kind)) join(a, b);
    } else if (forms_[a].kind == EntityKind::kPerson && !many.empty() &&
               one_slip_apart(one[0], many.back()) && by_word_[one[0]].size() == 1) {
      forms_[a].wholes.push_back(b);
    }
  }

  static bool is_variant(const std::vector<std::string>& a, const std::vector<std::string>& b,
                         EntityKind kind) {
    std::size_t slips = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
      if (same_but_for_ending(a[i], b[i]) &&
          (i > 0 || a.size() == 1 || a[i] == b[i] || kind != EntityKind::kPerson))
        continue;
      if (kind != EntityKind::kPerson || !one_slip_apart(a[i], b[i])) return false;
      ++slips;
    }
    return slips <= 1;
  }

  /// Forms that have a word of `f`, the rarest one.
  const std::vector<std::uint32_t>& candidates(std::uint32_t f) {
    static const std::vector<std::uint32_t> none;
    const std::vector<std::uint32_t>* best = &none;
    for (const std::string& word : forms_[f].name.words) {
      const std::vector<std::uint32_t>& forms = by_word_[word];
      if (best->empty() || forms.size() < best->size()) best = &forms;
    }
    return *best;
  }

  void find_wholes() {
    for (std::uint32_t f = 0; f < forms_.size(); ++f) {
      std::size_t tries = 0;
      for (const std::uint32_t whole : candidates(f)) {
        if (++tries > kMostCandidates) break;
        if (is_same_kind(f, whole) && is_short_for(forms_[f], forms_[whole])) {
          forms_[f].wholes.push_back(whole);
        }
      }
    }
  }

  static bool is_digits(const std::string& word) {
    return word.find_first_not_of("0123456789") == std::string::npos;
  }

  /// Whether a place of one word may be short for longer ones: "Scala" for "Teatro alla Scala", but
  /// a town that is known by itself is not "via Asti".
  bool is_short_place(const Form& part) const {
    if (part.name.words.size() > 1) return part.name.words[0].size() > 4;
    const unsigned lists = lists_.find(phrase_key(0, word_key(fold(part.text))));
    const unsigned places = 1u << static_cast<unsigned>(NameList::kCity) |
                            1u << static_cast<unsigned>(NameList::kPlace);
    return part.name.words[0].size() > 3 && (lists & places) == 0;
  }

  bool is_short_for(const Form& part, const Form& whole) const {
    const std::vector<std::string>& few = part.name.words;
    const std::vector<std::string>& many = whole.name.words;
    if (few.empty() || few.size() >= many.size()) return false;
    const int at = find_words(few, many);
    const bool at_begin = at == 0;
    const bool at_end = at >= 0 && static_cast<std::size_t>(at) + few.size() == many.size();
    switch (part.kind) {
      case EntityKind::kPerson:
        if (at >= 0) return true;
        // "Majo Granatto" for "Maria Jose 'Majo' Granatto"
        return few.size() > 1 && few.back() == many.back() &&
               std::find(many.begin(), many.end(), few.front()) != many.end();
      case EntityKind::kOrganization:
        // "Sevilla" is not short for "Ayuntamiento de Sevilla", nor "Rai" for "Rai 5"; but
        // "assises de la Vienne" is for "cour d'assises de la Vienne".
        if (at_end) {
          return !part.name.majors.front() || whole.name.majors[many.size() - few.size() - 1];
        }
        return at_begin && !is_digits(many[few.size()]);
      case EntityKind::kEvent:
      case EntityKind::kWork:
        return (at_begin || at_end) && part.text.size() > 4;
      case EntityKind::kPlace:
        return (at_end || (at_begin && few.size() == 1)) && is_short_place(part);
      case EntityKind::kProduct:
        return at_end;
    }
    return false;
  }

  /// The form that mention `m` belongs to: where its own may be short for several, the one
  /// mentioned last before it, else the first after it.
  std::uint32_t resolve(std::uint32_t m, std::uint32_t form, int depth = 0) {
    const std::vector<std::uint32_t>& wholes = forms_[form].wholes;
    if (wholes.empty() || depth > 8) return leader(form);
    std::uint32_t best = wholes.front();
    std::int64_t best_distance = INT64_MAX;
    for (const std::uint32_t whole : wholes) {
      const std::vector<std::uint32_t>& places = forms_[whole].mentions;
      const auto next = std::lower_bound(places.begin(), places.end(), m);
      // Anything before is nearer than anything after.
      const std::int64_t distance =
          next != places.begin() ? std::int64_t{m} - *(next - 1) : std::int64_t{*next} + INT32_MAX;
      if (distance < best_distance) {
        best_distance = distance;
        best = whole;
      }
    }
    return resolve(m, best, depth + 1);
  }

  std::vector<Entity> gather() {
    std::vector<Entity> entities;
    std::map<std::uint32_t, std::size_t> entity_of;
    for (std::uint32_t m = 0; m < mentions_.size(); ++m) {
      // Wholes may have been found through any form of those joined.
      std::uint32_t root = resolve(m, form_of_[m]);
      if (root == leader(form_of_[m]) && forms_[form_of_[m]].wholes.empty())
        root = resolve(m, root);
      const auto [at, is_new] = entity_of.try_emplace(root, entities.size());
      if (is_new) entities.push_back({mentions_[m].kind, {}, {}, Gender::kUnknown});
      Entity& entity = entities[at->second];
      entity.mentions.push_back({mentions_[m].span, mentions_[m].score});
      if (fuller(text(m), entity.name)) entity.name = text(m);
      if (entity.gender == Gender::kUnknown) entity.gender = gender_of(m);
    }
    return entities;
  }

  /// By the first of two or more names.
  Gender gender_of(std::uint32_t m) const {
    const std::string_view name = text(m);
    const std::size_t space = name.find(' ');
    if (mentions_[m].kind != EntityKind::kPerson || space == std::string_view::npos) {
      return Gender::kUnknown;
    }
    const std::string_view given = name.substr(0, space);
    const WordKey first = word_key(fold(given.substr(0, given.find('-'))));
    const unsigned lists = lists_.find(phrase_key(0, first));
    const bool male = (lists >> static_cast<unsigned>(NameList::kGivenMale) & 1) != 0;
    const bool female = (lists >> static_cast<unsigned>(NameList::kGivenFemale) & 1) != 0;
    if (male == female) return Gender::kUnknown;
    return male ? Gender::kMasculine : Gender::kFeminine;
  }

  static bool fuller(std::string_view name, std::string_view than) {
    return name.size() > than.size();
  }

  const Document& document_;
  const std::vector<NamedSpan>& mentions_;
  const Gazetteer& lists_;
  std::vector<Form> forms_;
  std::vector<std::uint32_t> form_of_;  // by mention
  std::map<std::string, std::vector<std::uint32_t>> by_word_;
  std::map<std::pair<EntityKind, std::string>, std::uint32_t> initials_;
};

}  // namespace

std::vector<Entity> link_names(const Document& document, const std::vector<NamedSpan>& mentions,
                               const Gazetteer& lists) {
  return Linker(document, mentions, lists).run();
}

}  // namespace manicule
