// The tagger from words to labels, and names in running text.

#include <algorithm>
#include <cmath>

#include "annotate.h"
#include "cases.h"
#include "catch.h"
#include "entities/lattice.h"
#include "entities/words.h"
#include "language/language.h"
#include "names_of.h"

namespace manicule::test {
namespace {

/// Numbers that look random and are the same everywhere.
class Dice {
 public:
  float next() {
    state_ = state_ * 6364136223846793005 + 1442695040888963407;
    return static_cast<float>(state_ >> 40) / float{1 << 24} * 4 - 2;
  }

 private:
  std::uint64_t state_ = 7;
};

struct Problem {
  std::vector<LabelRow> scores;
  Transitions transitions;
};

Problem problem(std::size_t words, Dice& dice) {
  Problem out;
  out.scores.assign(words, {});
  for (LabelRow& row : out.scores) {
    for (std::size_t y = 0; y < kLabels; ++y) row[y] = dice.next();
  }
  for (std::size_t a = 0; a < kLabels; ++a) {
    out.transitions[a].fill(kImpossible);
    for (std::size_t b = 0; b < kLabels; ++b) {
      if (may_follow(static_cast<Label>(a), static_cast<Label>(b)))
        out.transitions[a][b] = dice.next();
    }
  }
  return out;
}

/// Calls `use` with every labelling of three words that is allowed, and its score.
template <class Use>
void every_labelling(const Problem& p, Use use) {
  for (Label a = 0; a < kLabels; ++a) {
    for (Label b = 0; b < kLabels; ++b) {
      for (Label c = 0; c < kLabels; ++c) {
        if (!may_follow(kOutside, a) || !may_follow(a, b) || !may_follow(b, c) ||
            !may_follow(c, kOutside))
          continue;
        const double score = double{p.transitions[kOutside][a]} + double{p.scores[0][a]} +
                             double{p.transitions[a][b]} + double{p.scores[1][b]} +
                             double{p.transitions[b][c]} + double{p.scores[2][c]} +
                             double{p.transitions[c][kOutside]};
        use(std::vector<Label>{a, b, c}, score);
      }
    }
  }
}

}  // namespace

TEST_CASE("best labels, sums and probabilities are those of all labellings tried one by one",
          "[tagger]") {
  Dice dice;
  for (int round = 0; round < 20; ++round) {
    const Problem p = problem(3, dice);
    double best_score = -1e30, sum = 0, name = 0;
    std::vector<Label> best;
    every_labelling(p, [&](const std::vector<Label>& labels, double score) {
      if (score > best_score) {
        best_score = score;
        best = labels;
      }
      sum += std::exp(score);
      const bool place = labels[1] == make_label(EntityKind::kPlace, Place::kBegin);
      if (place && labels[2] == make_label(EntityKind::kPlace, Place::kLast))
        name += std::exp(score);
    });
    Lattice lattice;
    CHECK(lattice.best(p.scores.data(), 3, p.transitions) == best);
    const Transitions exponents = exp_of(p.transitions);
    lattice.sum(p.scores.data(), 3, exponents);
    CHECK(std::fabs(lattice.log_sum() - std::log(sum)) < 1e-3);
    const double found = double{lattice.name_probability(1, 3, EntityKind::kPlace, exponents)};
    CHECK(std::fabs(found - name / sum) < 1e-4);
  }
}

TEST_CASE("a sum over few labels is right however unlikely they are beside the others",
          "[tagger]") {
  std::vector<LabelRow> scores(2);
  scores[0].fill(-400);
  scores[0][kOutside] = 400;
  Transitions transitions;
  for (std::size_t a = 0; a < kLabels; ++a) {
    transitions[a].fill(kImpossible);
    for (std::size_t b = 0; b < kLabels; ++b) {
      if (may_follow(static_cast<Label>(a), static_cast<Label>(b))) transitions[a][b] = 0;
    }
  }
  const Label person = make_label(EntityKind::kPerson, Place::kUnit);
  const std::uint32_t allowed[] = {1U << person, 1U << kOutside};
  Lattice lattice;
  lattice.sum(scores.data(), 2, exp_of(transitions), allowed);
  CHECK(std::fabs(lattice.log_sum() - -400) < 1e-3);
  CHECK(std::fabs(lattice.marginal(0, person) - 1) < 1e-4F);
}

TEST_CASE("words are cut at hyphens, and only those near a name are open", "[tagger]") {
  const Text text = Text::from_utf8("CDA-Kamerlid Vos zweeg lang en diep en heel erg stil.");
  ReadOptions read;
  read.language = "nl";
  const NameWords all = cut_words(read_document(text, read));
  REQUIRE(all.words.size() > 6);
  CHECK(text[all.words[0].span] == "CDA");
  CHECK(all.words[0].hyphen_after);
  CHECK(text[all.words[1].span] == "Kamerlid");
  CHECK(all.words[1].hyphen_before);
  CHECK(all.words[2].open);
  const Text none = Text::from_utf8("rien ici ne porte de nom");
  for (const NameWord& word : cut_words(read_document(none, read)).words) CHECK_FALSE(word.open);
}

namespace {

/// "person:Ada Lovelace|place:Paris", in order.
std::string names_of(const std::string& article, std::string_view language) {
  const Text text = Text::from_utf8(article);
  AnnotateOptions options;
  options.read.language = language;
  std::vector<std::pair<Span, std::string>> names;
  for (const Entity& entity : annotate(text, options).entities) {
    for (const Mention& mention : entity.mentions) {
      names.emplace_back(mention.span,
                         std::string(name_of(entity.kind)) + ':' + std::string(text[mention.span]));
    }
  }
  std::sort(names.begin(), names.end());
  std::string out;
  for (const auto& [span, name] : names) out += (out.empty() ? "" : "|") + name;
  return out.empty() ? "-" : out;
}

}  // namespace

TEST_CASE("plain cases are right in every language", "[tagger]") {
  for (const auto code : language_codes()) {
    for (const Case& row : read_cases(std::string(code) + "/names.tsv")) {
      INFO(row.where);
      REQUIRE(row.fields.size() == 2);
      CHECK(names_of(row.fields[1], code) == row.fields[0]);
    }
  }
}

}  // namespace manicule::test
