// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <opencv2/core.hpp>

#include <string>

namespace scanstraat::letters {

/// The form that a line of writing is brought to, in pixels.
constexpr int kLineHeight = 32;
constexpr int kLineCapital = 19; ///< height of a capital
constexpr int kLineBase = 27;    ///< from the top to the capitals' feet
constexpr int kLineWidest = 1024;
constexpr int kLineStride = 4; ///< pixels between two places that are read

/// In a recogniser's alphabet: something struck out or overwritten, however much of it.
constexpr char32_t kStruckOut = U'#';

/// Reads lines without cutting them into letters. Engines are interfaces so that tests can bring their own.
class LineRecogniser
{
public:
    virtual ~LineRecogniser() = default;

    /// What can be told: digits, capitals, signs, space, combining marks (U+0301) behind their letter, and
    /// kStruckOut. One class more, the last, is the 'blank' of connectionist temporal classification
    /// (Graves et al., 2006).
    [[nodiscard]] virtual const std::u32string& alphabet() const = 0;

    /// Log probabilities, 32-bit float: a row for each place, kLineStride pixels apart, and alphabet().size()
    /// + 1 columns. `line`: 8-bit, kLineHeight high, 1 to kLineWidest wide, paper 0, ink 255. Not thread
    /// safe.
    [[nodiscard]] virtual cv::Mat read(const cv::Mat& line) = 0;
};

} // namespace scanstraat::letters
