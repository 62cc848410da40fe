#include "quotes/quotes.h"

#include <algorithm>

#include "quotes/chains.h"
#include "quotes/conversation.h"
#include "quotes/dialogue.h"
#include "quotes/incises.h"
#include "quotes/interview.h"
#include "quotes/kinds.h"
#include "quotes/layout.h"
#include "quotes/marks.h"
#include "quotes/media.h"
#include "quotes/pairing.h"
#include "quotes/reference.h"
#include "quotes/reported.h"
#include "quotes/scene.h"
#include "quotes/speakers.h"

namespace manicule {

QuoteFindings find_quotes(const Document& document, const std::vector<Entity>& entities,
                          const std::vector<Figure>& figures) {
  const Scene scene(document, entities, figures);
  Pairing pairing = pair_marks(document, find_marks(document));
  QuoteFindings findings;
  findings.marks = std::move(pairing.slips);
  std::vector<Draft> drafts = draft_quotes(scene, pairing, findings.marks);
  add_block_quotations(scene, drafts);
  add_turns(scene, drafts);
  add_answers(scene, drafts);

  const Layout layout = lay_out(scene, drafts);
  const auto cues = find_speakers(scene, layout, drafts);
  tell_kinds(scene, layout, cues, drafts);
  const References references(scene);
  alternate_speakers(scene, references, drafts);
  add_reported(scene, layout, drafts);

  find_media(scene, drafts);
  join_chains(scene, references, drafts);
  match_titles(scene, drafts);

  for (Draft& draft : drafts) findings.quotes.push_back(std::move(draft.quote));
  return findings;
}

}  // namespace manicule
