// SPDX-License-Identifier: EUPL-1.2
#include "ScanKind.h"

#include "PictureFiles.h"
#include "TiffFile.h"
#include "base/Error.h"

#include <array>
#include <fstream>

namespace scanstraat::marktest {

namespace {

constexpr std::array kScans{"bitonal200", "grey300", "colour300", "mixed"};
constexpr std::array kPens{"pencil", "blue", "black", "felt", "mixed"};

/// Index of `name` in `names`.
std::size_t placeOf(const std::string& name, std::span<const char* const> names, const std::string& option)
{
    std::string known;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (name == names[i]) {
            return i;
        }
        known += (i == 0 ? "" : ", ") + std::string(names[i]);
    }
    throw Error("--" + option + " " + name + ": must be one of " + known, ExitCode::usage);
}

bool fits(PenChoice choice, const synth::Pen& pen)
{
    const bool ball = pen.kind == synth::PenKind::ballpoint || pen.kind == synth::PenKind::gel;
    switch (choice) {
    case PenChoice::pencil:
        return pen.kind == synth::PenKind::pencil;
    case PenChoice::blue:
        return ball && pen.ink == "blue";
    case PenChoice::black:
        return ball && pen.ink == "black";
    case PenChoice::felt:
        return pen.kind == synth::PenKind::felt;
    default:
        return true;
    }
}

} // namespace

ScanKind scanKindFrom(const std::string& name)
{
    return static_cast<ScanKind>(placeOf(name, kScans, "scan"));
}

PenChoice penChoiceFrom(const std::string& name)
{
    return static_cast<PenChoice>(placeOf(name, kPens, "pen"));
}

std::string toString(ScanKind kind)
{
    return kScans.at(static_cast<std::size_t>(kind));
}

synth::JobSettings jobOf(ScanKind kind, synth::Difficulty difficulty, synth::Random& random)
{
    synth::JobSettings job = synth::randomJob(difficulty, random);
    if (kind == ScanKind::mixed) {
        return job;
    }
    const double dpi = kind == ScanKind::bitonal200 ? 200.0 : 300.0;
    job.blurPx *= dpi / job.dpi;
    job.dpi = dpi;
    job.mode = kind == ScanKind::bitonal200 ? synth::ColourMode::bitonal
               : kind == ScanKind::grey300  ? synth::ColourMode::grey
                                            : synth::ColourMode::colour;
    return job;
}

synth::Pen penOf(PenChoice choice, synth::Random& random)
{
    const std::array kinds{synth::PenKind::ballpoint, synth::PenKind::gel, synth::PenKind::pencil,
                           synth::PenKind::felt};
    const synth::PenKind wanted = kinds.at(random.weighted({0.55, 0.25, 0.15, 0.05}));
    while (true) {
        // Of hard jobs: those have all kinds.
        const synth::Pen pen = synth::randomPen(random, synth::Difficulty::hard);
        if (fits(choice, pen) && (choice != PenChoice::mixed || pen.kind == wanted)) {
            return pen;
        }
    }
}

std::string colourOf(const synth::Pen& pen)
{
    return pen.kind == synth::PenKind::pencil ? "pencil" : pen.ink;
}

std::filesystem::path storeScan(const synth::ScannedPage& page, const std::filesystem::path& folder)
{
    if (page.mode == synth::ColourMode::bitonal) {
        const std::filesystem::path file = folder / "page.tif";
        synth::writeTiff(file, std::span(&page, 1), synth::TiffCompression::lzw);
        return file;
    }
    const std::filesystem::path file = folder / "page.jpg";
    const std::string bytes = synth::toJpeg(page);
    std::ofstream stream(file, std::ios::binary);
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!stream.flush()) {
        throw Error(file.string() + ": cannot be written", ExitCode::output);
    }
    return file;
}

} // namespace scanstraat::marktest
