// build_classes --lang fr --out fr.classes [--set classes=256] TEXT...
//
// Sorts the words of a language into classes (exchange.h) and packs them (entities/word_classes.h).
// TEXT is an annotated corpus (.jsonl.gz) or our own articles (.txt), read as corpus.h does, their
// testing tenths left out, or plain lines (.txt.gz).

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "corpus.h"
#include "document/document.h"
#include "entities/word_classes.h"
#include "entities/words.h"
#include "exchange.h"

namespace manicule::train {
namespace {

struct Options {
  std::string language, out;
  std::uint32_t classes = 256;
  std::uint32_t least = 3;  ///< a word that is rarer has no class
  int iterations = 12;
  std::vector<std::string> paths;
};

/// A word as it is counted: its key and whether it is written like a name.
struct Form {
  WordKey key = 0;
  bool like_a_name = false;
  bool initial = false;
  bool operator<(const Form& other) const {
    return key != other.key ? key < other.key : like_a_name < other.like_a_name;
  }
};

bool ends_with(const std::string& text, std::string_view end) {
  return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

bool read_texts(const Options& options, std::vector<GoldDocument>& out) {
  for (const std::string& path : options.paths) {
    const bool read = ends_with(path, ".jsonl.gz") ? read_jsonl(path, 0, out)
                      : ends_with(path, ".txt.gz") ? read_lines(path, options.language, out)
                                                   : read_own(path, options.language, 0, out);
    if (!read) {
      std::fprintf(stderr, "build_classes: cannot read %s\n", path.c_str());
      return false;
    }
  }
  return true;
}

/// The words of all texts; those without letters by their shape alone; an empty one between
/// sentences.
std::vector<Form> read_forms(const std::vector<GoldDocument>& documents, const Options& options) {
  std::vector<Form> forms;
  for (const GoldDocument& gold : documents) {
    if (gold.part == Part::kTest || gold.language != options.language) continue;
    const Text text = Text::from_utf8(gold.text);
    ReadOptions read;
    read.language = gold.language;
    const Document document = read_document(text, read);
    const NameWords all = cut_words(document);
    for (const NameSentence& sentence : all.sentences) {
      if (sentence.casing != Casing::kNormal) continue;
      forms.emplace_back();
      for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
        const NameWord& word = all.words[i];
        forms.push_back({word.key, looks_like_name(word.shape), word.initial});
      }
    }
  }
  forms.emplace_back();
  return forms;
}

/// A capital that only the beginning of a sentence asks for is no capital.
void lower_initials(std::vector<Form>& forms) {
  std::map<Form, std::uint32_t> counts;
  for (const Form& form : forms) {
    if (!form.initial) ++counts[form];
  }
  for (Form& form : forms) {
    if (!form.initial || !form.like_a_name) continue;
    const auto lower = counts.find({form.key, false, false});
    const auto upper = counts.find({form.key, true, false});
    const std::uint32_t as_lower = lower == counts.end() ? 0 : lower->second;
    const std::uint32_t as_upper = upper == counts.end() ? 0 : upper->second;
    form.like_a_name = as_upper >= as_lower;
  }
}

void put_varint(std::string& out, std::uint32_t value) {
  for (; value >= 0x80; value >>= 7) out += static_cast<char>(0x80 | (value & 0x7F));
  out += static_cast<char>(value);
}

std::string classes_of(const std::vector<Form>& forms, const Options& options) {
  std::map<Form, std::uint32_t> counts;
  for (const Form& form : forms) {
    if (form.key != 0) ++counts[form];
  }
  std::vector<std::pair<std::uint32_t, Form>> kept;
  for (const auto& [form, count] : counts) {
    if (count >= options.least) kept.emplace_back(count, form);
  }
  std::stable_sort(kept.begin(), kept.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  // Rare words are two words, one for each case.
  const auto rare = static_cast<std::uint32_t>(kept.size()) + 1;
  std::map<Form, std::uint32_t> numbers;
  for (std::uint32_t i = 0; i < kept.size(); ++i) numbers[kept[i].second] = i + 1;
  std::vector<std::uint32_t> text;
  for (const Form& form : forms) {
    const auto known = numbers.find(form);
    text.push_back(form.key == 0            ? 0
                   : known != numbers.end() ? known->second
                                            : rare + (form.like_a_name ? 1 : 0));
  }
  const std::vector<std::uint32_t> classes =
      exchange_classes(text, rare + 1, options.classes, options.iterations);

  std::map<std::uint32_t, std::uint32_t> prints;
  for (const auto& [form, number] : numbers) {
    prints.emplace(WordClasses::print(form.key, form.like_a_name), classes[number] + 1);
  }
  std::string out;
  put_varint(out, static_cast<std::uint32_t>(prints.size()));
  std::uint32_t last = 0;
  for (const auto& [print, number] : prints) {
    put_varint(out, print - last);
    put_varint(out, number);
    last = print;
  }
  std::printf("%s: %zu words of text, %zu with a class, %zu bytes\n", options.language.c_str(),
              text.size(), prints.size(), out.size());
  return out;
}

bool parse(int argc, char** argv, Options& out) {
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    const bool more = i + 1 < argc;
    if (argument == "--lang" && more) {
      out.language = argv[++i];
    } else if (argument == "--out" && more) {
      out.out = argv[++i];
    } else if (argument == "--classes" && more) {
      out.classes = static_cast<std::uint32_t>(std::strtoul(argv[++i], nullptr, 10));
    } else if (argument == "--least" && more) {
      out.least = static_cast<std::uint32_t>(std::strtoul(argv[++i], nullptr, 10));
    } else {
      out.paths.push_back(argument);
    }
  }
  return !out.language.empty() && !out.out.empty() && out.classes >= 3 && !out.paths.empty();
}

int run(int argc, char** argv) {
  Options options;
  if (!parse(argc, argv, options)) {
    std::fprintf(stderr, "usage: see the head of build_classes.cpp\n");
    return 2;
  }
  std::vector<GoldDocument> documents;
  if (!read_texts(options, documents)) return 2;
  std::vector<Form> forms = read_forms(documents, options);
  lower_initials(forms);
  std::ofstream(options.out, std::ios::binary) << classes_of(forms, options);
  return 0;
}

}  // namespace
}  // namespace manicule::train

int main(int argc, char** argv) { return manicule::train::run(argc, argv); }
