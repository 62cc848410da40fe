#include <algorithm>

#include "alerts/checks.h"

namespace manicule {
namespace {

/// Whether another part of the same quotation has a speaker.
bool attributed_in_chain(const Analysis& analysis, const Quote& quote) {
  return quote.chain &&
         std::any_of(analysis.quotes.begin(), analysis.quotes.end(), [&](const Quote& other) {
           return other.chain == quote.chain && other.speaker;
         });
}

/// Whether it lies in another quotation, whose speaker answers for it.
bool nested(const Analysis& analysis, const Quote& quote) {
  return std::any_of(analysis.quotes.begin(), analysis.quotes.end(), [&](const Quote& other) {
    return &other != &quote && other.span.contains(quote.span) && other.span != quote.span;
  });
}

}  // namespace

void check_attributions(const AlertContext& context, Findings& findings) {
  // Without the cues of its language no speaker can be found, so none is missing.
  if (context.document.language->code == "und") return;
  constexpr std::uint32_t kSentence = 6;  // tokens; less is a phrase
  const Analysis& analysis = context.analysis;
  std::vector<const Quote*> silent;
  for (const Quote& quote : analysis.quotes) {
    if (quote.kind != QuoteKind::kSpeech || quote.speaker) continue;
    const TokenRange words{token_at(context.document, quote.content.begin),
                           token_at(context.document, quote.content.end)};
    const bool title = !context.document.blocks.empty() &&
                       context.document.blocks[0].kind == BlockKind::kTitle &&
                       context.document.blocks[0].span.contains(quote.span);
    if (words.size() >= kSentence && !title) silent.push_back(&quote);
  }
  constexpr std::size_t kMany = 20;  // a dialogue or a play, which names its speakers its own way
  if (silent.size() > kMany) return;
  for (const Quote* quote : silent) {
    if (attributed_in_chain(analysis, *quote) || nested(analysis, *quote)) continue;
    findings.push_back({quote->span, "unattributed.quote", {}, {}});
  }
}

}  // namespace manicule
