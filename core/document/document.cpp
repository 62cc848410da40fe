#include "document/document.h"

#include "document/article_date.h"
#include "document/block_kinds.h"
#include "document/blocks.h"
#include "document/identify.h"
#include "document/sentences.h"
#include "document/tokenize.h"

namespace manicule {

Document read_document(const Text& text, const ReadOptions& options) {
  Document document;
  document.text = &text;
  document.blocks = find_blocks(text);
  const std::string code =
      options.language.empty() ? identify_language(text.utf8()) : options.language;
  document.language = find_language(code);
  if (document.language == nullptr) document.language = find_language("und");
  classify_blocks(text, *document.language, document.blocks);
  document.date = options.date;
  if (!document.date) {
    const auto found = find_article_date(text, document.blocks, document.language->date_words);
    if (found) document.date = to_iso(*found);
  }
  for (std::uint32_t block = 0; block < document.blocks.size(); ++block) {
    if (document.blocks[block].kind == BlockKind::kFurniture) continue;
    const auto begin = static_cast<std::uint32_t>(document.tokens.size());
    tokenize(text, document.blocks[block].span, *document.language, document.tokens);
    const auto end = static_cast<std::uint32_t>(document.tokens.size());
    split_sentences(document, {begin, end}, block);
  }
  return document;
}

}  // namespace manicule
