// SPDX-License-Identifier: EUPL-1.2
#include "GlyphStore.h"

#include "LetterShape.h"
#include "base/Error.h"

#include <zlib.h>

#include <algorithm>
#include <memory>

namespace scanstraat::synth {

namespace {

namespace fs = std::filesystem;

struct Idx
{
    std::vector<std::uint32_t> sizes;
    std::vector<unsigned char> bytes;
};

[[noreturn]] void fail(const fs::path& file, const std::string& what)
{
    throw Error(file.string() + ": " + what, ExitCode::installation);
}

std::vector<unsigned char> inflate(const fs::path& file)
{
    const std::unique_ptr<gzFile_s, int (*)(gzFile)> in(gzopen(file.c_str(), "rb"), &gzclose);
    if (!in) {
        fail(file, "cannot be opened");
    }
    std::vector<unsigned char> bytes;
    std::vector<unsigned char> part(1 << 16);
    int count = 0;
    while ((count = gzread(in.get(), part.data(), static_cast<unsigned>(part.size()))) > 0) {
        bytes.insert(bytes.end(), part.begin(), part.begin() + count);
    }
    if (count < 0) {
        fail(file, "is not a sound gzip file");
    }
    return bytes;
}

std::uint32_t bigEndian(const unsigned char* at)
{
    return (std::uint32_t(at[0]) << 24) | (std::uint32_t(at[1]) << 16) | (std::uint32_t(at[2]) << 8) | at[3];
}

Idx readIdx(const fs::path& file)
{
    const std::vector<unsigned char> bytes = inflate(file);
    const std::size_t dimensions = bytes.size() >= 4 ? bytes[3] : 0;
    const std::size_t header = 4 + 4 * dimensions;
    if (dimensions == 0 || bytes.size() < header || bytes[0] != 0 || bytes[1] != 0) {
        fail(file, "is not an IDX file");
    }
    Idx idx;
    std::size_t expected = bytes[2] == 0x0c ? 4 : 1;
    for (std::size_t i = 0; i < dimensions; ++i) {
        idx.sizes.push_back(bigEndian(&bytes[4 + 4 * i]));
        expected *= idx.sizes.back();
    }
    idx.bytes.assign(bytes.begin() + static_cast<std::ptrdiff_t>(header), bytes.end());
    if (idx.bytes.size() != expected) {
        fail(file, "is not as long as its header says");
    }
    return idx;
}

cv::Mat pictureOf(const Idx& images, std::size_t index)
{
    cv::Mat picture(kGlyphSide, kGlyphSide, CV_8U);
    std::copy_n(images.bytes.begin() + static_cast<std::ptrdiff_t>(index * kGlyphSide * kGlyphSide),
                kGlyphSide * kGlyphSide, picture.ptr());
    return picture;
}

/// Names of the files of one set of pictures in a source folder.
struct SetNames
{
    const char* images;
    const char* labels;
    const char* writers;
    bool trueSize;
};

constexpr SetNames kLetters{"images32-idx3-ubyte.gz", "labels-idx1-ubyte.gz", "writers-idx1-int32.gz", false};
constexpr SetNames kSymbols{"symbols32-idx3-ubyte.gz", "symbols-labels-idx1-ubyte.gz",
                            "symbols-writers-idx1-int32.gz", true};

void readSet(const fs::path& folder, const SetNames& names, GlyphSource& source,
             std::vector<std::int32_t>& writers)
{
    const Idx images = readIdx(folder / names.images);
    const Idx labels = readIdx(folder / names.labels);
    const std::size_t count = labels.bytes.size();
    if (images.sizes.size() != 3 || images.sizes[0] != count || images.sizes[1] != kGlyphSide ||
        images.sizes[2] != kGlyphSide) {
        fail(folder / names.images, "must hold one picture of 32 x 32 for each label");
    }
    const bool known = fs::exists(folder / names.writers);
    const Idx numbers = known ? readIdx(folder / names.writers) : Idx{};
    if (known && numbers.bytes.size() != 4 * count) {
        fail(folder / names.writers, "must hold one number for each label");
    }
    source.writersKnown = source.writersKnown || known;
    for (std::size_t i = 0; i < count; ++i) {
        Glyph glyph{pictureOf(images, i), static_cast<char>(labels.bytes[i]), names.trueSize, 0.0};
        const cv::Rect box = inkBox(glyph.picture, 60);
        glyph.strokeShare = strokeWidth(glyph.picture) / std::max(1, box.height);
        source.glyphs.push_back(std::move(glyph));
        writers.push_back(known ? static_cast<std::int32_t>(bigEndian(&numbers.bytes[4 * i])) : 0);
    }
}

GlyphSource readSource(const fs::path& folder)
{
    GlyphSource source;
    source.name =
        folder.filename().empty() ? folder.parent_path().filename().string() : folder.filename().string();
    std::vector<std::int32_t> writers;
    readSet(folder, kLetters, source, writers);
    if (fs::exists(folder / kSymbols.images)) {
        readSet(folder, kSymbols, source, writers);
    }
    for (std::size_t i = 0; i < source.glyphs.size(); ++i) {
        source.writers[writers[i]][source.glyphs[i].character].push_back(&source.glyphs[i]);
    }
    return source;
}

} // namespace

std::vector<GlyphSource> loadGlyphs(const fs::path& root)
{
    std::vector<fs::path> folders;
    if (fs::exists(root / kLetters.images)) {
        folders.push_back(root);
    } else if (fs::is_directory(root)) {
        for (const auto& entry : fs::directory_iterator(root)) {
            if (fs::exists(entry.path() / kLetters.images)) {
                folders.push_back(entry.path());
            }
        }
    }
    if (folders.empty()) {
        fail(root, std::string("holds no ") + kLetters.images + ", nor do its folders");
    }
    std::sort(folders.begin(), folders.end());
    std::vector<GlyphSource> sources;
    for (const fs::path& folder : folders) {
        sources.push_back(readSource(folder));
    }
    return sources;
}

} // namespace scanstraat::synth
