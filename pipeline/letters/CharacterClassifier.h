// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <opencv2/core.hpp>

#include <span>
#include <string>
#include <vector>

namespace scanstraat::letters {

/// Side of a glyph picture in pixels, and of the square inside it that the ink's box is scaled to.
constexpr int kGlyphSide = 32;
constexpr int kGlyphBox = 24;

/// Classes beside the characters of an alphabet.
constexpr std::size_t kOtherClasses = 2;

/// Tells characters apart. Engines are interfaces so that tests can bring their own.
class CharacterClassifier
{
public:
    virtual ~CharacterClassifier() = default;

    /// The characters that can be told, one ASCII character a class. Two classes more follow: 'no character'
    /// (a stain, two letters at once) and, last, 'struck out' (or overwritten).
    [[nodiscard]] virtual const std::string& alphabet() const = 0;

    /// Probabilities of the classes for each glyph (8-bit, kGlyphSide square, paper 0, ink 255): calibrated,
    /// alphabet().size() + kOtherClasses numbers that sum to 1. Not thread safe.
    [[nodiscard]] virtual std::vector<std::vector<float>> classify(std::span<const cv::Mat> glyphs) = 0;
};

} // namespace scanstraat::letters
