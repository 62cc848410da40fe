#include "quotes/interview.h"

#include <algorithm>

#include "quotes/layout.h"

namespace manicule {
namespace {

/// One paragraph of a conversation.
struct Turn {
  std::uint32_t block = 0;
  TokenRange label;  ///< empty where it has none
  TokenRange words;  ///< behind the label
  bool asks = false;
};

bool is_title(const Block& block) { return block.kind == BlockKind::kTitle; }

/// "Q" or "A".
bool is_letter(const Scene& scene, std::uint32_t i) {
  return scene.is(i, WordClass::kAsks) || scene.is(i, WordClass::kAnswers);
}

/// "Lena Brandt:", "Q :", "Le Courrier – " at the start of `tokens`: a few words, none a verb, none
/// but particles in lower case; the range ends before the colon or dash. Empty where there is none.
TokenRange label_of(const Scene& scene, TokenRange tokens) {
  constexpr std::uint32_t kLongest = 6;
  for (std::uint32_t i = tokens.begin; i < tokens.end && i <= tokens.begin + kLongest; ++i) {
    const bool dash = scene.is_dash(i) && scene.token(i).space_before && scene.word(i) != "-";
    if (i > tokens.begin && (scene.is_mark(i, ':') || dash)) return {tokens.begin, i};
    if (i == tokens.begin + 1 && is_letter(scene, i - 1) &&
        (scene.is_mark(i, '.') || scene.word(i - 1).back() == '.')) {
      return {tokens.begin, i};
    }
    const bool particle = scene.is(i, WordClass::kOf) || scene.is(i, WordClass::kArticle);
    const bool initial = scene.is_mark(i, '.') && i > tokens.begin;
    if (scene.is_lower(i) && !(particle && i > tokens.begin)) break;
    if (!scene.is_word(i) && !initial) break;
  }
  return {tokens.begin, tokens.begin};
}

bool same_words(const Scene& scene, TokenRange a, TokenRange b) {
  if (a.size() != b.size()) return false;
  for (std::uint32_t i = 0; i < a.size(); ++i) {
    if (scene.token(a.begin + i).key != scene.token(b.begin + i).key) return false;
  }
  return true;
}

/// All turns with the same label.
struct Voice {
  TokenRange label;
  std::uint32_t turns = 0, questions = 0;
  bool asks = false;
};

class Interview {
 public:
  Interview(const Scene& scene, std::vector<Draft>& drafts) : scene_(scene), drafts_(drafts) {
    const auto& blocks = scene.document().blocks;
    for (std::uint32_t b = 0; b < blocks.size(); ++b) {
      if (blocks[b].kind == BlockKind::kFurniture) continue;
      const TokenRange tokens = scene.block_tokens(b);
      if (tokens.empty()) continue;
      Turn turn{b, label_of(scene, tokens), tokens, scene.is_mark(tokens.end - 1, '?')};
      if (!turn.label.empty()) {
        turn.words.begin = turn.label.end;
        if (!scene.is_word(turn.label.end)) ++turn.words.begin;
      }
      // The first question may stand as the title, but only a label tells.
      const bool title = is_title(blocks[b]) && turn.label.empty();
      if (!turn.words.empty() && !title) turns_.push_back(turn);
    }
  }

  void add() {
    if (labelled()) {
      add_labelled();
    } else if (unlabelled()) {
      add_unlabelled();
    } else {
      return;
    }
    sort_and_nest(drafts_);
  }

 private:
  static constexpr std::size_t kMostVoices = 8;

  Voice* voice_of(const Turn& turn) {
    for (Voice& voice : voices_) {
      if (same_words(scene_, voice.label, turn.label)) return &voice;
    }
    return nullptr;
  }

  /// A label that is one of few and comes again makes a voice; so does "Q" or "A".
  bool labelled() {
    for (const Turn& turn : turns_) {
      if (turn.label.empty()) continue;
      Voice* voice = voice_of(turn);
      if (voice == nullptr) {
        if (voices_.size() == kMostVoices) return false;
        voices_.push_back({turn.label});
        voice = &voices_.back();
      }
      ++voice->turns;
      voice->questions += turn.asks;
    }
    const auto stray = [&](const Voice& v) {
      return v.turns < 2 && !is(v, WordClass::kAsks) && !is(v, WordClass::kAnswers);
    };
    voices_.erase(std::remove_if(voices_.begin(), voices_.end(), stray), voices_.end());
    if (voices_.empty()) return false;
    tell_who_asks();
    const auto asking = [](const Voice& v) { return v.asks; };
    const auto named = [&](const Voice& v) {
      return scene_.name_at(v.label.begin) != Scene::kNoName;
    };
    if (voices_.size() > 1) {
      return std::any_of(voices_.begin(), voices_.end(), asking) ||
             std::all_of(voices_.begin(), voices_.end(), named);
    }
    // With answers alone labelled, the questions stand between them.
    std::uint32_t asked = 0;
    for (const Turn& turn : turns_) asked += turn.asks && turn.label.empty();
    return !voices_[0].asks && 3 * asked >= voices_[0].turns;
  }

  bool is(const Voice& voice, WordClass c) const {
    return voice.label.size() == 1 && scene_.is(voice.label.begin, c);
  }

  void tell_who_asks() {
    Voice* most = nullptr;
    for (Voice& voice : voices_) {
      voice.asks = is(voice, WordClass::kAsks);
      if (voice.asks) return;
      const auto more = [](const Voice& a, const Voice& b) {
        return a.questions * b.turns > b.questions * a.turns;
      };
      if (2 * voice.questions >= voice.turns && (most == nullptr || more(voice, *most))) {
        most = &voice;
      }
    }
    if (most != nullptr && voices_.size() > 1) most->asks = true;
  }

  void add_labelled() {
    const bool questions_too = voices_.size() > 1;
    const Turn* last = nullptr;  // the answer that goes on
    for (const Turn& turn : turns_) {
      const Voice* voice = turn.label.empty() ? nullptr : voice_of(turn);
      if (voice != nullptr) {
        last = voice->asks ? nullptr : &turn;
        if (last != nullptr) answer(turn.block, turn.words, speaker(turn.label));
      } else if (last != nullptr && questions_too && !turn.asks && !is_credit(turn)) {
        drafts_.back().continues = true;
        answer(turn.block, scene_.block_tokens(turn.block), speaker(last->label));
      } else {
        last = nullptr;
      }
    }
  }

  /// Paragraphs that ask something, each with an answer behind it: one of the two tells of whom
  /// it speaks, a "you" or a first person.
  bool unlabelled() const {
    std::uint32_t asked = 0, personal = 0;
    for (std::size_t t = 0; t + 1 < turns_.size(); ++t) {
      if (!asks(t) || asks(t + 1)) continue;
      ++asked;
      personal += holds(turns_[t].words, WordClass::kYou) || speaks_of_itself(turns_[t + 1]);
    }
    return asked >= 2 && 2 * personal >= asked;
  }

  bool asks(std::size_t t) const {
    return turns_[t].asks && !scene_.is_dash(turns_[t].words.begin);
  }

  bool holds(TokenRange tokens, WordClass c) const {
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
      if (scene_.is(i, c)) return true;
    }
    return false;
  }

  /// A first person outside quotation marks.
  bool speaks_of_itself(const Turn& turn) const {
    auto marked = first_marked(turn.block);
    for (std::uint32_t i = turn.words.begin; i < turn.words.end; ++i) {
      while (marked != drafts_.end() && marked->tokens.end <= i) ++marked;
      const bool inside = marked != drafts_.end() && marked->tokens.begin <= i;
      if (!inside && scene_.is(i, WordClass::kMine)) return true;
    }
    return false;
  }

  /// The first quotation in marks of `block` or a later one.
  std::vector<Draft>::const_iterator first_marked(std::uint32_t block) const {
    const auto earlier = [](const Draft& d, std::uint32_t b) { return d.block < b; };
    return std::lower_bound(drafts_.begin(), drafts_.begin() + marked_, block, earlier);
  }

  bool marked_in(std::uint32_t block) const {
    const auto first = first_marked(block);
    return first != drafts_.begin() + marked_ && first->block == block;
  }

  void add_unlabelled() {
    bool answering = false, goes_on = false;
    for (std::size_t t = 0; t < turns_.size(); ++t) {
      const Turn& turn = turns_[t];
      if (asks(t) || is_credit(turn)) {
        answering = asks(t) && (t + 1 == turns_.size() || !asks(t + 1));
        goes_on = false;
        continue;
      }
      // A paragraph that quotes others is the article's own again.
      if (goes_on && marked_in(turn.block)) answering = false;
      if (!answering) continue;
      if (goes_on) drafts_.back().continues = true;
      goes_on = answer(turn.block, scene_.block_tokens(turn.block), std::nullopt);
    }
  }

  /// The line that says who asked.
  bool is_credit(const Turn& turn) const {
    constexpr std::uint32_t kLongest = 12;
    if (turn.words.size() > kLongest) return false;
    for (std::uint32_t i = turn.words.begin; i < turn.words.end; ++i) {
      if (scene_.is(i, WordClass::kCredit)) return true;
    }
    return false;
  }

  /// A label that says nothing but "answer" names nobody.
  std::optional<Subject> speaker(TokenRange label) const {
    if (label.size() == 1 && scene_.is(label.begin, WordClass::kAnswers)) return std::nullopt;
    Subject subject;
    subject.kind = SubjectKind::kName;
    subject.span = scene_.span(label);
    subject.head = label.begin;
    for (std::uint32_t i = label.begin; i < label.end; ++i) {
      if (scene_.name_at(i) == Scene::kNoName) continue;
      const NameRef& name = scene_.names()[scene_.name_at(i)];
      subject.span = scene_.span(name.tokens);
      subject.entity = name.entity;
      break;
    }
    return subject;
  }

  /// Adds an answer, but not where quotation marks set it apart already.
  bool answer(std::uint32_t block, TokenRange words, std::optional<Subject> subject) {
    Draft draft;
    draft.block = block;
    draft.origin = Origin::kAnswer;
    draft.quote.kind = QuoteKind::kSpeech;
    draft.tokens = words;
    draft.quote.span = draft.quote.content = scene_.span(words);
    draft.subject = std::move(subject);
    const auto first = first_marked(block);
    const bool marked = first != drafts_.begin() + marked_ &&
                        first->quote.span.begin <= draft.quote.span.begin &&
                        first->quote.span.end + 1 >= draft.quote.span.end;
    if (!marked) drafts_.push_back(draft);
    return !marked;
  }

  const Scene& scene_;
  std::vector<Draft>& drafts_;
  std::ptrdiff_t marked_ = static_cast<std::ptrdiff_t>(drafts_.size());
  std::vector<Turn> turns_;
  std::vector<Voice> voices_;
};

}  // namespace

void add_answers(const Scene& scene, std::vector<Draft>& drafts) { Interview(scene, drafts).add(); }

}  // namespace manicule
