#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "alerts/messages.h"
#include "alerts/words.h"
#include "document/article_date.h"
#include "document/furniture.h"
#include "lexicon/data_lines.h"
#include "lexicon/word_map.h"
#include "quotes/lexicon.h"

namespace manicule {

struct FigureGrammar;

enum class Abbreviation : std::uint8_t {
  kInside,        ///< the sentence goes on behind it: "Mme.", "vgl."
  kMayEnd,        ///< the sentence may end with it: "etc.", "p.m."
  kBeforeNumber,  ///< an abbreviation only before a number: "no. 5", but "He said no."
};

/// Everything known about one language, read from core/data/<code>/ once and then const.
struct Language {
  std::string code;  ///< ISO 639-1, or "und" for a text in none of ours: all lexicons are empty

  WordMap<Abbreviation> abbreviations;  ///< folded, with their final dot: "mme.", "z.b."
  WordSet elisions;   ///< what is cut off a word's beginning, with its apostrophe: "l'", "dell'"
  WordSet enclitics;  ///< what is cut off a word's end, with its hyphen or apostrophe: "-il", "'s"
  WordSet fixed_words;     ///< words with marks that are not cut there: "rendez-vous", "'t", "po'"
  WordSet function_words;  ///< closed classes and common adverbs: no name is one of them

  FurniturePhrases furniture;  ///< what pages add around an article
  DateWords date_words;        ///< how its own date is written

  Messages messages;       ///< of the alerts
  AlertWords alert_words;  ///< what they look for

  QuoteLexicon quotes;

  std::shared_ptr<const FigureGrammar> figures;  ///< never null

  DataErrors errors;  ///< faults of the data files; none in what is shipped
};

/// The languages that have data, in order of preference: fr, en, de, es, it, pt, nl.
const std::vector<std::string_view>& language_codes();

/// The language of that code, loaded at first use; "und" is there as well. Null for any other code.
const Language* find_language(std::string_view code);

}  // namespace manicule
