#include "document/sentences.h"

namespace manicule {
namespace {

bool ends_sentence(std::string_view mark) {
  return mark == "." || mark == "!" || mark == "?" || mark == "\xE2\x80\xA6" ||
         (mark.size() > 1 && mark[0] == '.' && mark[1] == '.');
}

bool closes(std::string_view mark) {
  return mark == ")" || mark == "]" || mark == "\"" || mark == "\xC2\xBB" ||
         mark == "\xE2\x80\x9D" || mark == "\xE2\x80\x99";
}

/// A word in lower case goes on with the sentence ("« Qui ? » demande-t-il").
bool goes_on(const Token& token) {
  return (token.kind == TokenKind::kWord && token.shape == Shape::kLower);
}

}  // namespace

void split_sentences(Document& document, TokenRange tokens, std::uint32_t block) {
  std::uint32_t begin = tokens.begin;
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    if (document.tokens[i].kind != TokenKind::kPunctuation || !ends_sentence(document.word(i))) {
      continue;
    }
    std::uint32_t end = i + 1;
    while (end < tokens.end && (ends_sentence(document.word(end)) || closes(document.word(end)))) {
      ++end;
    }
    i = end - 1;
    if (end < tokens.end && (goes_on(document.tokens[end]) || !document.tokens[end].space_before)) {
      continue;
    }
    document.sentences.push_back({{begin, end}, block});
    begin = end;
  }
  if (begin < tokens.end) document.sentences.push_back({{begin, tokens.end}, block});
}

}  // namespace manicule
