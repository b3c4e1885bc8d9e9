// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <opencv2/core.hpp>

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace scanstraat::synth {

/// Side of a stored picture and of the box that its ink was scaled to, in pixels.
constexpr int kGlyphSide = 32;
constexpr int kGlyphBox = 24;

/// One picture of a character: ink 255 on 0.
struct Glyph
{
    cv::Mat picture; ///< 8-bit, 32 x 32, a view into the store
    char character = 0;
    bool trueSize = false;    ///< as large as it was against capitals of 24 pixels; else scaled to 24
    double strokeShare = 0.0; ///< width of its strokes against its height
};

/// What one person (or, without writer numbers, a whole source) wrote.
using GlyphsByCharacter = std::map<char, std::vector<const Glyph*>>;

struct GlyphSource
{
    std::string name;
    std::vector<Glyph> glyphs;
    std::map<std::int32_t, GlyphsByCharacter> writers;
    bool writersKnown = false; ///< false: all glyphs lie under writer 0
};

/// Reads the IDX files of one source folder, or of each folder below `root`: images32-idx3-ubyte.gz,
/// labels-idx1-ubyte.gz, optionally writers-idx1-int32.gz, and the same with `symbols32`, `symbols-`.
/// Throws scanstraat::Error when there is none or when files do not fit together.
[[nodiscard]] std::vector<GlyphSource> loadGlyphs(const std::filesystem::path& root);

} // namespace scanstraat::synth
