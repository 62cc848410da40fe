#pragma once

#include <optional>
#include <vector>

#include "quotes/draft.h"
#include "quotes/noun_phrase.h"
#include "quotes/verb_group.h"

namespace manicule {

/// Where the clause of index `i` of `line` begins: behind the last colon or semicolon.
std::uint32_t clause_begin(const Line& line, std::uint32_t i);

/// The subject of the verb group that begins at `verb`, looked for to its left down to `begin`.
std::optional<Subject> subject_before(const Line& line, std::uint32_t begin, std::uint32_t verb);

/// The source behind a phrase that ends at `i`: "Nach Ansicht von Petra Lang".
std::optional<Subject> source_at(const Line& line, std::uint32_t i);

/// The source that a phrase before a relative takes up: "her coach, for whom".
std::optional<Subject> relative_source(const Line& line, std::uint32_t phrase);

/// The subject behind a verb that ends at `i`. Where an "it" stands there, the source comes behind
/// a preposition: "hieß es aus dem Ministerium".
std::optional<Subject> subject_behind(const Line& line, std::uint32_t i);

/// The possessive that a phrase of role kOwn holds: "by her own account"; nothing in "à l'en
/// croire".
std::optional<Subject> source_within(const Line& line, std::uint32_t begin, const PhraseAt& phrase);

/// Whether [begin, end) is a noun phrase and, behind a comma, what it is: "Ana Gil, autora de".
bool apposes(const Line& line, std::uint32_t begin, std::uint32_t end);

/// Whether `subject` is someone who can speak: a person, a group, a source or a pronoun.
bool speaks(const Scene& scene, const Subject& subject);

/// The name that is all of the quotation at the gap `i`: “il manifesto”.
std::optional<Subject> name_in_marks(const Line& line, const std::vector<Draft>& drafts,
                                     std::uint32_t i);

}  // namespace manicule
