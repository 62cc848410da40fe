// train_entities --lang fr --names names.bin --classes fr.classes --out fr.model [--ship]
//   [--set name=value]... CORPUS...
// train_entities --lang fr --names names.bin --model fr.model CORPUS...
//
// The second form scores a model. CORPUS is PATH:WEIGHT:KINDS[:noisy|:dev], PATH a .jsonl.gz or a
// .txt of our own; "dev" files are only scored. KINDS are letters, of the kinds that the corpus
// annotates: p(erson) o(rganization) (p)l(ace) (product) q e(vent) w(ork).

#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "corpus.h"
#include "crf.h"
#include "document/document.h"
#include "entities/tagger.h"
#include "entities/votes.h"
#include "evaluate.h"
#include "write_model.h"

namespace manicule::train {
namespace {

struct Arguments {
  std::string language, names, classes, out;
  std::string model;  // only scored
  bool ship = false;  // train once more, on the two tenths too
  TrainOptions train;
  PackOptions pack;
  std::size_t largest = 880'000;  // bytes of gzip
  std::vector<Corpus> corpora;
  std::vector<std::string> paths;
};

bool parse_corpus(const std::string& argument, Arguments& out) {
  std::istringstream fields(argument);
  std::string path, weight, kinds, noisy;
  std::getline(fields, path, ':');
  std::getline(fields, weight, ':');
  std::getline(fields, kinds, ':');
  std::getline(fields, noisy, ':');
  Corpus corpus;
  corpus.name = path.substr(path.find_last_of('/') + 1);
  corpus.weight = std::strtof(weight.c_str(), nullptr);
  static const std::string kLetters = "polqew";
  for (const char letter : kinds) {
    const std::size_t kind = kLetters.find(letter);
    if (kind == std::string::npos) return false;
    corpus.known_kinds |= 1U << kind;
  }
  corpus.noisy = noisy == "noisy";
  corpus.only_test = noisy == "dev";
  out.corpora.push_back(corpus);
  out.paths.push_back(path);
  return true;
}

bool set_option(const std::string& argument, Arguments& out) {
  const std::size_t at = argument.find('=');
  if (at == std::string::npos) return false;
  const std::string name = argument.substr(0, at);
  const float value = std::strtof(argument.c_str() + at + 1, nullptr);
  if (name == "epochs") {
    out.train.epochs = static_cast<int>(value);
  } else if (name == "rate") {
    out.train.rate = value;
  } else if (name == "dropout") {
    out.train.dropout = value;
  } else if (name == "damping") {
    out.train.damping = value;
  } else if (name == "l1") {
    out.train.l1 = value;
  } else if (name == "l2") {
    out.train.l2 = value;
  } else if (name == "least") {
    out.train.least_weight = value;
  } else if (name == "step") {
    out.pack.step = value;
  } else if (name == "prune") {
    out.pack.least = value;
  } else if (name == "largest") {
    out.largest = static_cast<std::size_t>(value);
  } else {
    return false;
  }
  return true;
}

bool parse(int argc, char** argv, Arguments& out) {
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    const bool more = i + 1 < argc;
    if (argument == "--ship") {
      out.ship = true;
    } else if (argument == "--lang" && more) {
      out.language = argv[++i];
    } else if (argument == "--names" && more) {
      out.names = argv[++i];
    } else if (argument == "--classes" && more) {
      out.classes = argv[++i];
    } else if (argument == "--model" && more) {
      out.model = argv[++i];
    } else if (argument == "--out" && more) {
      out.out = argv[++i];
    } else if (argument == "--set" && more) {
      if (!set_option(argv[++i], out)) return false;
    } else if (!parse_corpus(argument, out)) {
      return false;
    }
  }
  return !out.corpora.empty();
}

/// Our own texts lie in a folder of their language.
std::string language_of(const std::string& path, const std::string& otherwise) {
  const std::size_t slash = path.find_last_of('/');
  if (slash == std::string::npos || slash < 3 || path[slash - 3] != '/') return otherwise;
  return path.substr(slash - 2, 2);
}

bool read_corpora(const Arguments& arguments, std::vector<GoldDocument>& documents) {
  for (std::uint32_t i = 0; i < arguments.paths.size(); ++i) {
    const std::string& path = arguments.paths[i];
    const bool own = path.size() > 4 && path.substr(path.size() - 4) == ".txt";
    const bool read = own ? read_own(path, language_of(path, arguments.language), i, documents)
                          : read_jsonl(path, i, documents);
    if (!read) {
      std::fprintf(stderr, "train_entities: cannot read %s\n", path.c_str());
      return false;
    }
  }
  return true;
}

void report(const Arguments& arguments, const std::vector<GoldDocument>& documents,
            const EntityModel& model, const Gazetteer& names) {
  for (std::uint32_t c = 0; c < arguments.corpora.size(); ++c) {
    std::vector<const GoldDocument*> test;
    for (const GoldDocument& document : documents) {
      if (document.corpus == c &&
          (document.part == Part::kTest || arguments.corpora[c].only_test) &&
          document.only.empty() && document.language == arguments.language) {
        test.push_back(&document);
      }
    }
    if (test.empty()) continue;
    std::vector<Tally> kinds;
    const Tally total = evaluate(test, arguments.corpora[c], model, names, kinds);
    Tally main;
    for (std::size_t k = 0; k < 3; ++k) {
      main.right += kinds[k].right;
      main.found += kinds[k].found;
      main.gold += kinds[k].gold;
    }
    std::printf("%-26s F1 %5.1f  pol %5.1f  P %5.1f  R %5.1f  (", arguments.corpora[c].name.c_str(),
                total.f1(), main.f1(), 100.0 * total.right / std::max(1U, total.found),
                100.0 * total.right / std::max(1U, total.gold));
    for (std::size_t k = 0; k < kKinds; ++k) {
      if (kinds[k].gold > 0) std::printf(" %c %.1f", "polqew"[k], kinds[k].f1());
    }
    std::printf(" )  %u names\n", total.gold);
  }
}

Crf train_base(const Arguments& arguments, const std::vector<const GoldDocument*>& documents,
               const std::vector<GoldDocument>& copies, const Gazetteer& names,
               const WordClasses& classes, bool report) {
  Examples examples;
  std::vector<Coverage> coverage(arguments.corpora.size());
  const auto add = [&](const GoldDocument& document, float factor) {
    const Corpus& corpus = arguments.corpora[document.corpus];
    add_examples(document, corpus, names, classes, corpus.weight * factor, examples,
                 coverage[document.corpus]);
  };
  for (const GoldDocument* document : documents) add(*document, 1);
  for (const GoldDocument& copy : copies) add(copy, 0.5F);
  for (std::size_t c = 0; c < coverage.size() && report; ++c) {
    std::printf("%-26s weight %.2f  names %u, not learnable %u\n",
                arguments.corpora[c].name.c_str(), static_cast<double>(arguments.corpora[c].weight),
                coverage[c].names, coverage[c].lost);
  }
  std::printf("%zu runs, %zu words\n", examples.runs.size(), examples.words.size());
  Crf crf;
  crf.train(examples, arguments.train);
  return crf;
}

/// The weights of the second labelling's features, learnt on top of what `model` says.
Crf train_votes(const Arguments& arguments, const std::vector<const GoldDocument*>& documents,
                const EntityModel& model, const Transitions& transitions, const Gazetteer& names) {
  Examples examples;
  Coverage coverage;
  std::vector<Feature> features;
  for (const GoldDocument* gold : documents) {
    const Corpus& corpus = arguments.corpora[gold->corpus];
    const Text text = Text::from_utf8(gold->text);
    ReadOptions read;
    read.language = gold->language;
    const Document document = read_document(text, read);
    const NameWords all = cut_words(document);
    const std::vector<std::uint32_t> allowed = allowed_labels(*gold, corpus, all, coverage);
    const FirstPass pass = label_once(text.utf8(), all, model, names);
    const Votes votes(all, pass.labels);
    for (const OpenRun& run : open_runs(all)) {
      Example example;
      example.begin = static_cast<std::uint32_t>(examples.words.size());
      example.weight = gold->language == arguments.language ? 1.0F : 0.5F;
      for (std::uint32_t i = run.begin; i < run.end; ++i) {
        votes.features(i, features);
        examples.features.insert(examples.features.end(), features.begin(), features.end());
        examples.words.push_back(
            {static_cast<std::uint32_t>(examples.features.size()), allowed[i]});
        examples.base.push_back(pass.scores[i]);
      }
      example.end = static_cast<std::uint32_t>(examples.words.size());
      examples.runs.push_back(example);
    }
  }
  TrainOptions options = arguments.train;
  options.least_weight = 4;
  options.dropout = 0;
  Crf crf;
  crf.train(examples, options, transitions);
  return crf;
}

EntityModel read_back(const std::string& bytes) {
  EntityModel model;
  const std::string error = model.read(bytes);
  if (!error.empty()) std::fprintf(stderr, "train_entities: %s\n", error.c_str());
  return model;
}

/// The shift of the words outside that finds names best in documents that `parts` were not trained
/// on: likelihood alone leaves out more names than it makes up. A longer shift must earn itself
/// three tenths of a point, which noise does not give.
float best_outside(const std::vector<const GoldDocument*>& documents, const ModelParts& parts,
                   PackOptions pack, const Gazetteer& names) {
  Corpus every_kind;
  every_kind.known_kinds = (1U << kKinds) - 1;
  std::vector<Tally> kinds;
  double best = 0;
  float shift = 0;
  for (int quarter = 0; quarter <= 6; ++quarter) {
    pack.outside = 0.25F * static_cast<float>(quarter);
    const EntityModel model = read_back(pack_model(parts, pack));
    const Tally tally = evaluate(documents, every_kind, model, names, kinds);
    std::printf("outside %.2f: F1 %5.2f, %u found of %u\n", static_cast<double>(pack.outside),
                tally.f1(), tally.found, tally.gold);
    if (tally.f1() < best + 0.3) continue;
    best = tally.f1();
    shift = pack.outside;
  }
  return shift;
}

/// The packed model; where it would be larger than is allowed, more of its small weights are left
/// out until it is not.
std::string pack_within(const ModelParts& parts, const Arguments& arguments) {
  PackOptions pack = arguments.pack;
  while (true) {
    std::string bytes = pack_model(parts, pack);
    const std::size_t size = gzip_size(bytes);
    if (size <= arguments.largest) {
      std::printf("%zu bytes, %zu compressed, weights from %.4f\n", bytes.size(), size,
                  static_cast<double>(pack.least));
      return bytes;
    }
    pack.least *= 1.03F;
  }
}

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

int run(int argc, char** argv) {
  Arguments arguments;
  if (!parse(argc, argv, arguments)) {
    std::fprintf(stderr, "usage: see the head of train_entities.cpp\n");
    return 2;
  }
  Gazetteer names;
  if (!arguments.names.empty()) {
    const std::string error = names.read(bytes_of(arguments.names));
    if (!error.empty()) {
      std::fprintf(stderr, "train_entities: %s: %s\n", arguments.names.c_str(), error.c_str());
      return 2;
    }
  }
  const std::string class_bytes =
      arguments.classes.empty() ? std::string(1, '\0') : bytes_of(arguments.classes);
  WordClasses classes;
  ByteReader class_reader(class_bytes);
  if (!classes.read(class_reader)) {
    std::fprintf(stderr, "train_entities: %s: no classes\n", arguments.classes.c_str());
    return 2;
  }
  std::vector<GoldDocument> documents;
  if (!read_corpora(arguments, documents)) return 2;
  for (GoldDocument& document : documents) {
    if (arguments.corpora[document.corpus].only_test) document.part = Part::kTest;
  }
  if (!arguments.model.empty()) {
    report(arguments, documents, read_back(bytes_of(arguments.model)), names);
    return 0;
  }
  const std::vector<GoldDocument> copies = recased_copies(documents, arguments.corpora);

  std::vector<const GoldDocument*> first, tune, every;
  std::vector<const GoldDocument*> complete;  // for calibration: all kinds, this language
  for (const GoldDocument& document : documents) {
    if (!arguments.corpora[document.corpus].only_test) every.push_back(&document);
    if (document.part == Part::kTrain) first.push_back(&document);
    if (document.part != Part::kTune) continue;
    if (!arguments.corpora[document.corpus].noisy) tune.push_back(&document);
    if (document.language == arguments.language &&
        arguments.corpora[document.corpus].known_kinds == (1U << kKinds) - 1) {
      complete.push_back(&document);
    }
  }

  // The votes' weights and the calibration come from documents that the first model has not seen.
  const Crf learner = train_base(arguments, first, copies, names, classes, /*report=*/true);
  ModelParts parts;
  parts.first = &learner;
  parts.classes = class_bytes;
  EntityModel model = read_back(pack_model(parts, arguments.pack));
  const Crf second = train_votes(arguments, tune, model, learner.transitions(), names);
  parts.second = &second;
  model = read_back(pack_model(parts, arguments.pack));
  arguments.pack.outside = best_outside(complete, parts, arguments.pack, names);
  model = read_back(pack_model(parts, arguments.pack));
  parts.calibration = calibrate(complete, model, names);

  report(arguments, documents, read_back(pack_within(parts, arguments)), names);
  std::optional<Crf> shipped;
  if (arguments.ship) {
    shipped = train_base(arguments, every, copies, names, classes, /*report=*/false);
    parts.first = &*shipped;
  }
  const std::string bytes = pack_within(parts, arguments);
  if (!arguments.out.empty()) {
    std::ofstream file(arguments.out, std::ios::binary);
    file << bytes;
  }
  return 0;
}

}  // namespace
}  // namespace manicule::train

int main(int argc, char** argv) { return manicule::train::run(argc, argv); }
