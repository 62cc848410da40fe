#pragma once

#include "entities/agree.h"
#include "entities/words.h"

namespace manicule {

/// Makes one name of a person's names around a nickname in quotation marks, which a tagger that
/// goes from word to word tears apart: Maria Jose "Majo" Granatto.
void join_around_nicknames(const NameWords& words, FoundNames& names);

}  // namespace manicule
