#include "figures/figures.h"

#include <algorithm>
#include <optional>

#include "figures/atoms.h"
#include "figures/grammar.h"
#include "figures/inherit.h"

namespace manicule {
namespace {

/// How this text writes decimals: as its numbers show ("6.5", and "1,500" by what it keeps for the
/// thousands), else as its language does.
DecimalMark decimal_mark(const Document& document, DecimalMark usual) {
  int dots = 0, commas = 0;
  int decimals = 0;  // numbers that can be read in one way only
  for (const Token& token : document.tokens) {
    if (token.kind != TokenKind::kNumber) continue;
    const std::string_view number = (*document.text)[token.span];
    const std::size_t mark = number.find_first_of(".,");
    if (mark == std::string_view::npos) continue;
    if (number.find_first_not_of("0123456789", mark + 1) != std::string_view::npos) continue;
    const std::size_t after = number.size() - mark - 1;
    if (after < 1 || after > 3) continue;
    ++((number[mark] == '.') == (after < 3) ? dots : commas);
    decimals += after < 3;
  }
  if (decimals == 0 && dots + commas == 1) return usual;
  if (usual == DecimalMark::kDot) return commas > 2 * dots ? DecimalMark::kComma : usual;
  return dots > 2 * commas ? DecimalMark::kDot : usual;
}

class Finder {
 public:
  Finder(const Document& document, const FigureGrammar& grammar, std::vector<Figure>& out)
      : document_(document),
        rules_(grammar.rules),
        tenses_(grammar.tenses),
        out_(out),
        tried_(grammar.rules.size()) {}

  void find(const std::vector<Atom>& atoms) {
    for (std::size_t at = 0; at < atoms.size();) {
      at = can_begin(atoms[at]) ? read(atoms, at) : at + 1;
    }
  }

 private:
  struct Best {
    std::size_t end = 0;  ///< 0: nothing
    bool none = false;
    bool strong = false;
    Found found;
  };

  /// Reads what begins at atoms[at]; returns where to go on.
  std::size_t read(const std::vector<Atom>& atoms, std::size_t at) {
    Best best = figure(atoms, at, at);
    std::size_t core = at;
    if (const Rule* modifier = modifier_at(atoms, at, /*after=*/false)) {
      Best modified = figure(atoms, at, modifier_end_);
      // What shows that hours are a time may also be read as a modifier: "vers 18 h", "fino alle
      // 9".
      Best time = figure(atoms, modifier_end_, modifier_end_);
      if (time.end >= modified.end && (modifier->dates || is_date(time.found.kind))) {
        modified = std::move(time);
      }
      const bool fits =
          modified.end != 0 && !modified.none && modified.end >= best.end &&
          modified.found.kind != FigureKind::kOrdinal &&
          (modifier->dates || modified.found.counted || !is_date(modified.found.kind)) &&
          (modified.found.kind != FigureKind::kDuration || !modifier->no_durations);
      if (fits) {
        core = modifier_end_;
        best = modified;
        best.found.modifier = modifier->modifier;
      }
    }
    if (best.end == 0) return at + 1;
    if (best.none) return best.end;
    Figure figure;
    figure.span = {atoms[at].span.begin, atoms[best.end - 1].span.end};
    figure.core = {atoms[core].span.begin, figure.span.end};
    figure.kind = best.found.kind;
    figure.value = std::move(best.found.value);
    figure.modifier = best.found.modifier;
    std::size_t end = best.end;
    if (figure.modifier == Modifier::kNone && end < atoms.size() && can_begin(atoms[end])) {
      if (const Rule* modifier = modifier_at(atoms, end, /*after=*/true)) {
        if (modifier->dates || !is_date(figure.kind)) {
          end = modifier_end_;
          figure.modifier = modifier->modifier;
          figure.span.end = atoms[end - 1].span.end;
        }
      }
    }
    out_.push_back(std::move(figure));
    return end;
  }

  static bool can_begin(const Atom& atom) {
    return atom.reading_count > 0 || atom.phrase != nullptr;
  }

  /// Calls `use` with each reading of the atom and of the phrase that begins there.
  template <class Use>
  static void for_readings(const Atom& atom, const Use& use) {
    if (atom.phrase != nullptr) {
      for (const Reading& reading : atom.phrase->readings) use(reading);
    }
    for (std::uint32_t r = 0; r < atom.reading_count; ++r) use(atom.readings[r]);
  }

  static bool is_date(FigureKind kind) {
    return kind == FigureKind::kDate || kind == FigureKind::kTime;
  }

  /// The longest figure, or nothing to be counted, that begins at atoms[at], its modifier at
  /// atoms[first].
  Best figure(const std::vector<Atom>& atoms, std::size_t first, std::size_t at) {
    Best best;
    if (at >= atoms.size()) return best;
    std::uint32_t best_rule = 0;
    Match match{document_, atoms, at, at, {}, &tenses_, &out_};
    const Atom& atom = atoms[at];
    const ClassMask next = next_classes(atoms, at), before = classes_before(atoms, first);
    const std::uint32_t turn = ++turn_;  // a rule may begin with several readings of one atom
    for_readings(atom, [&](const Reading& reading) {
      for (const auto& [index, wanted, wanted_before] : rules_.figures(reading.klass)) {
        if ((wanted & next) == 0 || (wanted_before & before) == 0) continue;
        if (tried_[index] == turn) continue;
        tried_[index] = turn;
        const Rule& rule = rules_.rule(index);
        Found found;
        // "231 to 187" is no range, but its first number is a number.
        for (std::size_t limit = atoms.size(); rules_.matches(rule, first, at, limit, match);
             limit = match.end - 1) {
          const bool wins =
              best.strong != rule.strong
                  ? rule.strong || best.end == 0
                  : match.end > best.end || (match.end == best.end && index < best_rule);
          if (!wins) break;
          if (!rule.is_none && !rule.action(match, found)) continue;
          best = {match.end, rule.is_none, rule.strong, std::move(found)};
          best_rule = index;
          break;
        }
      }
    });
    return best;
  }

  /// The longest modifier that begins at atoms[at]; its end goes to modifier_end_.
  const Rule* modifier_at(const std::vector<Atom>& atoms, std::size_t at, bool after) {
    const Rule* best = nullptr;
    Match match{document_, atoms, at, at, {}, &tenses_, &out_};
    const Atom& atom = atoms[at];
    const ClassMask next = next_classes(atoms, at), before = classes_before(atoms, at);
    for_readings(atom, [&](const Reading& reading) {
      for (const auto& [index, wanted, wanted_before] : rules_.modifiers(reading.klass)) {
        if ((wanted & next) == 0 || (wanted_before & before) == 0) continue;
        const Rule& rule = rules_.rule(index);
        if (rule.after != after || !rules_.matches(rule, at, at, atoms.size(), match)) continue;
        // Of two that end alike, one of dates can do what the other can.
        const bool tied =
            best != nullptr && match.end == modifier_end_ && !best->dates && rule.dates;
        if (best != nullptr && match.end <= modifier_end_ && !tied) continue;
        best = &rule;
        modifier_end_ = match.end;
      }
    });
    return best;
  }

  /// The classes of what ends just before atoms[first]; one bit at least, for rules that need
  /// nothing there.
  static ClassMask classes_before(const std::vector<Atom>& atoms, std::size_t first) {
    constexpr ClassMask kEnd = ClassMask{1} << 63U;
    return first == 0 ? kEnd : atoms[first - 1].ending | kEnd;
  }

  /// The classes that may follow the atom, or the phrase, at atoms[at]; one bit at least, for rules
  /// that need nothing there.
  static ClassMask next_classes(const std::vector<Atom>& atoms, std::size_t at) {
    constexpr ClassMask kEnd = ClassMask{1} << 63U;
    ClassMask next = kEnd;
    for (const std::size_t after : {at + 1, at + atoms[at].phrase_size}) {
      if (after > at && after < atoms.size()) next |= atoms[after].classes;
    }
    return next;
  }

  const Document& document_;
  const RuleSet& rules_;
  const TenseWords& tenses_;
  std::vector<Figure>& out_;
  std::size_t modifier_end_ = 0;
  std::vector<std::uint32_t> tried_;  // by rule, the turn in which it was tried
  std::uint32_t turn_ = 0;
};

}  // namespace

std::vector<Figure> find_figures(const Document& document) {
  std::vector<Figure> figures;
  const FigureGrammar* grammar = document.language->figures.get();
  if (grammar == nullptr) return figures;
  const DecimalMark mark = decimal_mark(document, grammar->lexicon.decimal_mark());
  Atomizer atomizer(document, grammar->lexicon, mark);
  Finder finder(document, *grammar, figures);
  for (std::size_t i = 0; i < document.sentences.size();) {
    // One block at a time: the end of a sentence may have been misread.
    TokenRange tokens = document.sentences[i].tokens;
    const std::uint32_t block = document.sentences[i].block;
    while (++i < document.sentences.size() && document.sentences[i].block == block) {
      tokens.end = document.sentences[i].tokens.end;
    }
    finder.find(atomizer.read(tokens));
  }
  inherit_currencies(document, grammar->lexicon, figures);
  return figures;
}

}  // namespace manicule
