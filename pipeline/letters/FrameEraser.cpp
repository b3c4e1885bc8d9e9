// SPDX-License-Identifier: EUPL-1.2
// The band in which a printed line may stand is cleared, but for what crosses it. A stroke that lies on the
// line makes it wider than this picture's lines usually are; it stays. What is thinner than the line, or
// paler than what it adds to it, is lost on it.
#include "letters/FrameEraser.h"

#include "base/Median.h"
#include "letters/InkPicture.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <vector>

namespace scanstraat::letters {

namespace {

constexpr double kLineHalfMm = 0.32;     ///< half the band that a printed line of 0.25 mm may stand in
constexpr double kFrameInk = 0.4;        ///< of the darkest ink: what crosses a printed line is as dark
constexpr double kStrokeExcessMm = 0.13; ///< by which a stroke that lies on a printed line makes it wider
constexpr double kStrokeAlongMm = 1.2;   ///< a stroke that crosses a line is shorter along it

/// A picture's pixels seen along a printed line: `at(i, j)` is i pixels along it and j across.
struct LineView
{
    uchar* origin;
    std::ptrdiff_t alongStep;
    std::ptrdiff_t acrossStep;
    int along; ///< pixels
    int across;

    [[nodiscard]] uchar& at(int i, int j) const { return origin[i * alongStep + j * acrossStep]; }

    /// The darkest of three neighbours along the line; 0 beside the picture.
    [[nodiscard]] uchar darkest(int i, int j) const
    {
        if (j < 0 || j >= across) {
            return 0;
        }
        return std::max({at(std::max(i - 1, 0), j), at(i, j), at(std::min(i + 1, along - 1), j)});
    }
};

/// Where a printed line may stand in a picture: `first` .. `last` across the view.
struct Band
{
    LineView view;
    int first = 0;
    int last = 0;
    bool isUpright = false;

    /// The darkness at a place of the band, a pixel to each side of it included; 0 beside the picture.
    [[nodiscard]] double at(int i, int j) const { return j >= 0 && j < view.across ? view.at(i, j) : 0.0; }
};

/// What printed lines of one picture usually look like across their band, a pixel to each side included.
struct UsualLine
{
    double mass = 0.0; ///< darkness, summed up
    int from = 0;      ///< the line itself, in pixels from the band's first one; none is printed: behind `to`
    int to = 0;
};

/// The sums of the darkness across the band at each place along it.
std::vector<double> massesOf(const Band& band)
{
    std::vector<double> sums;
    for (int i = 0; i < band.view.along; ++i) {
        sums.push_back(0.0);
        for (int j = band.first - 1; j <= band.last + 1; ++j) {
            sums.back() += band.at(i, j);
        }
    }
    return sums;
}

/// The middle of all places along all bands: most of a frame has no stroke on it.
UsualLine usualLine(std::span<const Band> bands, double inkDarkness)
{
    constexpr double kOfLine = 0.25; ///< of its darkest pixels, and of the darkest ink: the rest is paper
    constexpr int kEvery = 3;        ///< places that are looked at: neighbours are alike
    UsualLine usual;
    std::vector<double> profile;
    const int width = bands.empty() ? 0 : bands.front().last - bands.front().first;
    for (int j = -1; j <= width + 1; ++j) {
        std::vector<double> values;
        for (const Band& band : bands) {
            for (int i = 0; i < band.view.along; i += kEvery) {
                values.push_back(band.at(i, band.first + j));
            }
        }
        profile.push_back(medianOf(std::move(values)));
        usual.mass += profile.back();
    }
    const double least = kOfLine * std::max(inkDarkness, std::ranges::max(profile));
    const auto isLine = [&](double value) { return value > least; };
    usual.from = static_cast<int>(std::ranges::find_if(profile, isLine) - profile.begin()) - 1;
    usual.to =
        static_cast<int>(std::find_if(profile.rbegin(), profile.rend(), isLine).base() - profile.begin()) - 2;
    return usual;
}

/// Where more than the printed line runs along a band: places at which the mean darkness of a short stretch
/// is above `most` for at least kStrokeAlongMm.
std::vector<bool> strokesAlong(const std::vector<double>& masses, double most)
{
    constexpr std::size_t kHalfStretch = 3;
    const auto shortest = static_cast<std::size_t>(kStrokeAlongMm * kInkPixelsPerMm);
    std::vector<bool> found(masses.size());
    std::size_t length = 0;
    for (std::size_t i = 0; i <= masses.size(); ++i) {
        bool isMore = false;
        if (i < masses.size()) {
            const std::size_t from = i < kHalfStretch ? 0 : i - kHalfStretch;
            const std::size_t to = std::min(masses.size(), i + kHalfStretch + 1);
            const double sum = std::accumulate(masses.begin() + static_cast<std::ptrdiff_t>(from),
                                               masses.begin() + static_cast<std::ptrdiff_t>(to), 0.0);
            isMore = sum > most * static_cast<double>(to - from);
        }
        if (!isMore && length >= shortest) {
            std::fill(found.begin() + static_cast<std::ptrdiff_t>(i - length),
                      found.begin() + static_cast<std::ptrdiff_t>(i), true);
        }
        length = isMore ? length + 1 : 0;
    }
    return found;
}

/// Clears place `i` of the band, or nothing where ink as dark as `threshold` goes on at both sides.
void eraseAt(const Band& band, int i, double threshold)
{
    constexpr int kBeside = 2;
    const LineView& dark = band.view;
    const uchar before = std::min(dark.darkest(i, band.first - 1), dark.darkest(i, band.first - kBeside));
    const uchar after = std::min(dark.darkest(i, band.last + 1), dark.darkest(i, band.last + kBeside));
    const bool crossed = before > threshold && after > threshold;
    for (int j = std::max(0, band.first); j <= std::min(band.last, dark.across - 1); ++j) {
        dark.at(i, j) = crossed ? std::min(before, after) : 0;
    }
}

/// Clears what is not the stroke that lies on a line at place `i`: the sides of the line without ink, and the
/// line itself. That stays where ink goes on at both sides of it, and of an upright line also where too
/// little of the stroke is seen beside it: the end of a wide letter may lie on it as a whole.
void eraseBesideStroke(const Band& band, const UsualLine& line, int i, double threshold)
{
    const LineView& dark = band.view;
    const int from = band.first + line.from;
    const int to = band.first + line.to;
    if (from > to) {
        return; // no line is printed here
    }
    const bool isBefore = dark.darkest(i, from - 1) > threshold;
    const bool isAfter = dark.darkest(i, to + 1) > threshold;
    const bool isWideBefore = isBefore && dark.darkest(i, from - 2) > threshold;
    const bool isWideAfter = isAfter && dark.darkest(i, to + 2) > threshold;
    const bool isLineKept = !band.isUpright       ? isWideBefore && isWideAfter
                            : isBefore == isAfter ? isBefore
                                                  : !(isWideBefore || isWideAfter);
    for (int j = std::max(0, band.first); j <= std::min(band.last, dark.across - 1); ++j) {
        const bool isKept = j < from ? isBefore : j > to ? isAfter : isLineKept;
        dark.at(i, j) = isKept ? dark.at(i, j) : uchar{0};
    }
}

void erase(const Band& band, const UsualLine& line, const std::vector<bool>& strokes, double threshold)
{
    for (int i = 0; i < band.view.along; ++i) {
        if (strokes[static_cast<std::size_t>(i)]) {
            eraseBesideStroke(band, line, i, threshold);
        } else {
            eraseAt(band, i, threshold);
        }
    }
}

/// One side of a frame.
struct Side
{
    bool isVertical = false;
    bool isFar = false; ///< right or lower
};

/// `area`: of the picture, in millimetres.
Band bandOf(cv::Mat& dark, const RectMm& area, const RectMm& frame, Side side)
{
    const double half = kLineHalfMm * kInkPixelsPerMm;
    const auto step = static_cast<std::ptrdiff_t>(dark.step);
    const double along = side.isVertical ? frame.y - area.y : frame.x - area.x;
    const double length = side.isVertical ? frame.height : frame.width;
    const double near = side.isVertical ? frame.x - area.x : frame.y - area.y;
    const double edge = near + (!side.isFar ? 0.0 : side.isVertical ? frame.width : frame.height);
    const int extent = side.isVertical ? dark.rows : dark.cols;
    const int from = std::clamp(cvFloor(along * kInkPixelsPerMm - half), 0, extent);
    const int to = std::clamp(cvCeil((along + length) * kInkPixelsPerMm + half), from, extent);
    const LineView view{side.isVertical ? dark.ptr(0) + from * step : dark.ptr(0) + from,
                        side.isVertical ? step : 1, side.isVertical ? 1 : step, to - from,
                        side.isVertical ? dark.cols : dark.rows};
    return {view, cvRound(edge * kInkPixelsPerMm - half), cvRound(edge * kInkPixelsPerMm + half),
            side.isVertical};
}

} // namespace

void eraseFrames(cv::Mat& dark, const RectMm& area, std::span<const RectMm> frames, double inkDarkness)
{
    std::array<std::vector<Band>, 2> bands;
    std::array<std::vector<std::vector<bool>>, 2> strokes;
    std::array<UsualLine, 2> usual;
    for (const std::size_t vertical : {0U, 1U}) {
        for (const RectMm& frame : frames) {
            for (const bool isFar : {false, true}) {
                bands[vertical].push_back(bandOf(dark, area, frame, {vertical == 1, isFar}));
            }
        }
        usual[vertical] = usualLine(bands[vertical], inkDarkness);
        const double most = usual[vertical].mass + kStrokeExcessMm * kInkPixelsPerMm * inkDarkness;
        for (const Band& band : bands[vertical]) {
            strokes[vertical].push_back(strokesAlong(massesOf(band), most));
        }
    }
    for (const std::size_t vertical : {0U, 1U}) {
        for (std::size_t i = 0; i < bands[vertical].size(); ++i) {
            erase(bands[vertical][i], usual[vertical], strokes[vertical][i], kFrameInk * inkDarkness);
        }
    }
}

} // namespace scanstraat::letters
