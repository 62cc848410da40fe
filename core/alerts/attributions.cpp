#include <algorithm>
#include <set>

#include "alerts/checks.h"

namespace manicule {
namespace {

/// Where in the article somebody is named who may be the speaker of what stands nearby.
class Voices {
 public:
  explicit Voices(const AlertContext& context) : context_(context) {
    for (const Entity& entity : context.analysis.entities) {
      const bool speaks =
          entity.kind == EntityKind::kPerson || entity.kind == EntityKind::kOrganization;
      if (!speaks) continue;
      for (const Mention& mention : entity.mentions) add(mention.span);
    }
    for (const Quote& quote : context.analysis.quotes) {
      if (quote.speaker) add(quote.speaker->span);
      if (quote.cue) add(*quote.cue);
    }
    std::sort(places_.begin(), places_.end());
  }

  /// Whether anybody is named, or said to speak, in a sentence from `first` up to `last`, outside
  /// the quotation.
  bool any_in(std::size_t first, std::size_t last, const Quote& quote) const {
    const auto& sentences = context_.document.sentences;
    const Span span{context_.document.span(sentences[first].tokens).begin,
                    context_.document.span(sentences[last].tokens).end};
    for (auto at = std::lower_bound(places_.begin(), places_.end(), span.begin);
         at != places_.end() && *at < span.end; ++at) {
      if (*at < quote.span.begin || *at >= quote.span.end) return true;
    }
    for (std::size_t i = first; i <= last; ++i) {
      if (has_role(sentences[i].tokens, quote)) return true;
    }
    return false;
  }

 private:
  void add(Span span) { places_.push_back(span.begin); }

  /// Whether a word for a person, a group or a source stands outside the quotation: "le maire",
  /// "the report", "she".
  bool has_role(TokenRange tokens, const Quote& quote) const {
    const Document& document = context_.document;
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
      if (quote.span.contains(document.tokens[i].span)) continue;
      const WordInfo* info = document.language->quotes.words.find(document.tokens[i].key);
      if (info == nullptr || info->is(WordClass::kArticle)) continue;
      for (const WordClass c : {WordClass::kPerson, WordClass::kGroup, WordClass::kSource,
                                WordClass::kPronoun, WordClass::kHonorific}) {
        if (info->is(c)) return true;
      }
    }
    return false;
  }

  const AlertContext& context_;
  std::vector<std::uint32_t> places_;  ///< bytes, sorted
};

/// Whether a quotation stands between two marks and opens its sentence: what a sentence leads to
/// has its subject for a speaker, and a mark that is missing is another alert.
bool stands_alone(const AlertContext& context, const Quote& quote, std::uint32_t sentence_begin) {
  const Document& document = context.document;
  const std::uint32_t first = context.token_at(quote.span.begin);
  constexpr std::string_view kDashes[] = {"-", "\u2013", "\u2014"};
  const bool marked =
      quote.span.begin < quote.content.begin && quote.content.end < quote.span.end &&
      std::find(std::begin(kDashes), std::end(kDashes), document.word(first)) == std::end(kDashes);
  return marked && first == sentence_begin && (first == 0 || document.word(first - 1) != ":");
}

/// Speech in marks of a sentence or more, which nobody is known to have said.
std::vector<const Quote*> silent_quotes(const AlertContext& context) {
  constexpr std::uint32_t kSentence = 6;  // tokens; less is a phrase
  const Analysis& analysis = context.analysis;
  std::set<std::uint32_t> attributed;
  for (const Quote& quote : analysis.quotes) {
    if (quote.chain && quote.speaker) attributed.insert(*quote.chain);
  }
  std::vector<const Quote*> silent;
  std::uint32_t outer_end = title_end(context);  // a title names nobody
  for (const Quote& quote : analysis.quotes) {
    const bool inside = quote.span.begin < outer_end;
    outer_end = std::max(outer_end, quote.span.end);
    if (inside || quote.kind != QuoteKind::kSpeech || quote.speaker) continue;
    if (quote.chain && attributed.count(*quote.chain) == 1) continue;
    const TokenRange words{context.token_at(quote.content.begin),
                           context.token_at(quote.content.end)};
    if (words.size() >= kSentence) silent.push_back(&quote);
  }
  return silent;
}

}  // namespace

void check_attributions(const AlertContext& context, Findings& findings) {
  // Without the cues of its language no speaker can be found, so none is missing.
  if (context.document.language->code == "und") return;
  const auto silent = silent_quotes(context);
  constexpr std::size_t kMany = 20;  // a dialogue or a play
  if (silent.empty() || silent.size() > kMany) return;
  const Voices voices(context);
  const auto& sentences = context.document.sentences;
  const auto sentence_at = [&](std::uint32_t byte) {
    const std::uint32_t token = context.token_at(byte);
    const auto at =
        std::upper_bound(sentences.begin(), sentences.end(), token,
                         [](std::uint32_t t, const Sentence& s) { return t < s.tokens.end; });
    return static_cast<std::size_t>(at - sentences.begin());
  };
  for (const Quote* quote : silent) {
    const std::size_t first = sentence_at(quote->span.begin);
    const std::size_t last = sentence_at(quote->span.end - 1);
    if (last >= sentences.size() || !stands_alone(context, *quote, sentences[first].tokens.begin)) {
      continue;
    }
    const std::size_t before = first == 0 ? 0 : first - 1;
    const bool goes_on =
        last + 1 < sentences.size() && sentences[last + 1].block == sentences[last].block;
    const std::size_t behind = goes_on ? last + 1 : last;
    if (voices.any_in(before, behind, *quote)) continue;
    findings.push_back({quote->span, "unattributed.quote", {}, {}});
  }
}

}  // namespace manicule
