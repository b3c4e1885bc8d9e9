// SPDX-License-Identifier: EUPL-1.2
#include "ApplicationMaker.h"
#include "FontWriter.h"
#include "GlyphWriter.h"
#include "base/Error.h"
#include "form/TemplateLoader.h"
#include "program/ToolProgram.h"

#include <unistd.h>

#include <iostream>
#include <limits>

namespace {

namespace options = boost::program_options;
namespace synth = scanstraat::synth;
using scanstraat::Error;
using scanstraat::ExitCode;
using scanstraat::program::numberOf;

options::options_description description()
{
    options::options_description all("scanstraat-synth makes filled-in scans of forms, with the truth\n\n"
                                     "  scanstraat-synth --out DIR [options]\n\nOptions");
    auto add = all.add_options();
    add("help,h", "show this text");
    add("out", options::value<std::string>(), "folder for scans/ and truth/; needed");
    add("form", options::value<std::string>()->default_value("all"),
        "id of one form (7116), or all: whole applications");
    add("main", options::value<std::string>()->default_value("6009"),
        "form that opens whole applications, or any: one of those that open one, with more forms than it "
        "asks for");
    add("count", options::value<int>()->default_value(10), "number of applications");
    add("first", options::value<int>()->default_value(1), "number of the first application");
    add("pages", options::value<int>()->default_value(0), "stop after so many pages; 0: no limit");
    add("seed", options::value<std::uint64_t>()->default_value(1), "same seed, same files");
    add("difficulty", options::value<std::string>()->default_value("default"), "easy, default or hard");
    add("glyphs", options::value<std::string>(),
        "folder with handwriting in IDX files (a source or several); else fonts are used");
    add("fonts", options::value<std::string>()->default_value(""),
        "folder with font files, or families with commas between");
    add("typed", options::value<std::string>(),
        "families with commas between: forms that are typed, not written");
    add("blank", "forms that nobody has filled in");
    add("envelopes", options::value<std::string>()->default_value("plain"),
        "what is the matter with them: plain (nothing), clean, shuffled, missing, duplicated, foreign, two "
        "(applicants) or mixed (each in turn)");
    add("format", options::value<std::string>()->default_value("mixed"), "mixed, tiff, g4, pdf, jpeg or png");
    add("templates", options::value<std::string>()->default_value(SCANSTRAAT_TEMPLATES),
        "folder with the templates");
    add("data", options::value<std::string>()->default_value(SCANSTRAAT_SYNTH_DATA),
        "folder with the word lists");
    return all;
}

synth::Difficulty difficultyOf(const std::string& name)
{
    if (name == "easy") {
        return synth::Difficulty::easy;
    }
    if (name == "default") {
        return synth::Difficulty::normal;
    }
    if (name == "hard") {
        return synth::Difficulty::hard;
    }
    throw Error("--difficulty " + name + ": must be easy, default or hard", ExitCode::usage);
}

synth::FormatChoice formatOf(const std::string& name)
{
    const std::map<std::string, synth::FormatChoice> choices{
        {"mixed", synth::FormatChoice::mixed}, {"tiff", synth::FormatChoice::tiff},
        {"g4", synth::FormatChoice::g4},       {"pdf", synth::FormatChoice::pdf},
        {"jpeg", synth::FormatChoice::jpeg},   {"png", synth::FormatChoice::png}};
    const auto found = choices.find(name);
    if (found == choices.end()) {
        throw Error("--format " + name + ": must be mixed, tiff, g4, pdf, jpeg or png", ExitCode::usage);
    }
    return found->second;
}

synth::EnvelopeKind envelopesOf(const std::string& name)
{
    using Kind = synth::EnvelopeKind;
    for (const Kind kind : {Kind::plain, Kind::clean, Kind::shuffled, Kind::missing, Kind::duplicated,
                            Kind::foreign, Kind::two, Kind::mixed}) {
        if (synth::toString(kind) == name) {
            return kind;
        }
    }
    throw Error("--envelopes " + name +
                    ": must be plain, clean, shuffled, missing, duplicated, foreign, two or mixed",
                ExitCode::usage);
}

std::unique_ptr<synth::WriterSource> writersFor(const options::variables_map& values)
{
    if (values.count("glyphs") != 0) {
        return std::make_unique<synth::GlyphWriters>(values["glyphs"].as<std::string>());
    }
    if (values.count("typed") != 0) {
        return std::make_unique<synth::TypeWriters>(values["typed"].as<std::string>());
    }
    return std::make_unique<synth::FontWriters>(values["fonts"].as<std::string>());
}

/// A whole number of at least `least`.
int makeAll(const options::variables_map& values)
{
    synth::MakerOptions wanted;
    wanted.out = values["out"].as<std::string>();
    wanted.form = values["form"].as<std::string>();
    wanted.main = values["main"].as<std::string>();
    wanted.seed = values["seed"].as<std::uint64_t>();
    wanted.difficulty = difficultyOf(values["difficulty"].as<std::string>());
    wanted.format = formatOf(values["format"].as<std::string>());
    wanted.envelopes = envelopesOf(values["envelopes"].as<std::string>());
    wanted.isBlank = values.count("blank") != 0;
    wanted.mostPages = numberOf(values, "pages", 0);
    const int count = numberOf(values, "count", 1);
    const int first = numberOf(values, "first", 1);
    if (first > std::numeric_limits<int>::max() - count) {
        throw Error("--first " + std::to_string(first) + ": too large for --count " + std::to_string(count),
                    ExitCode::usage);
    }
    const auto forms = scanstraat::form::loadTemplates(values["templates"].as<std::string>());
    const synth::WordLists words = synth::loadWordLists(values["data"].as<std::string>());
    const auto writers = writersFor(values);
    synth::ApplicationMaker maker(wanted, forms, words, *writers);
    int pages = 0;
    const bool watched = isatty(STDERR_FILENO) == 1;
    for (int made = 0; made < count && !maker.isFull(); ++made) {
        pages += maker.make(first + made);
        if (watched) {
            std::cerr << "\r" << made + 1 << " applications, " << pages << " pages" << std::flush;
        }
    }
    if (watched) {
        std::cerr << "\n";
    }
    return static_cast<int>(ExitCode::success);
}

int run(const options::variables_map& values)
{
    if (values.count("out") == 0 || values["out"].as<std::string>().empty()) {
        throw Error("--out DIR is needed (see --help)", ExitCode::usage);
    }
    return makeAll(values);
}

} // namespace

int main(int argc, char** argv)
{
    return scanstraat::program::runTool("scanstraat-synth", description(), argc, argv, run);
}
