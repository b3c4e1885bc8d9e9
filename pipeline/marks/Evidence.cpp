// SPDX-License-Identifier: EUPL-1.2
#include "marks/Evidence.h"

#include "base/Median.h"
#include "marks/PassingLine.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace scanstraat::marks {

namespace {

constexpr double kMarkedPeak = 0.15; ///< darkest ink inside: paper noise stays below, pencil above
constexpr int kRimPixels = 3;        ///< between the box's edge and what surely is inside

/// The inside of the box, in a cut.
const cv::Rect kInside((kCutSide - kBoxPixels) / 2 + kRimPixels, (kCutSide - kBoxPixels) / 2 + kRimPixels,
                       kBoxPixels - 2 * kRimPixels, kBoxPixels - 2 * kRimPixels);

constexpr int kInkDark = 38;         ///< of 255: darker is ink, for its colour
constexpr double kColourScale = 3.0; ///< blue ballpoint, 0.25, to 0.8

/// How dark a box is inside, 0..1.
struct Inside
{
    double peak = 0.0;  ///< of the darkest twentieth
    double cover = 0.0; ///< mean

    [[nodiscard]] bool isMarked() const { return peak >= kMarkedPeak; }
};

Inside insideOf(const BoxCut& cut)
{
    std::vector<uchar> values;
    values.reserve(static_cast<std::size_t>(kInside.area()));
    for (int y = kInside.y; y < kInside.br().y; ++y) {
        const uchar* row = cut.dark.ptr<uchar>(y);
        values.insert(values.end(), row + kInside.x, row + kInside.br().x);
    }
    double sum = 0.0;
    for (const uchar value : values) {
        sum += value;
    }
    const auto high = values.begin() + static_cast<std::ptrdiff_t>(values.size() * 19 / 20);
    std::nth_element(values.begin(), high, values.end());
    return {*high / 255.0, sum / static_cast<double>(values.size()) / 255.0};
}

/// Mean over the printed lines, each pixel as far as they cover it.
double frameDarkness(const BoxCut& cut)
{
    int sum = 0;
    int weights = 1;
    for (int y = 0; y < kCutSide; ++y) {
        const uchar* dark = cut.dark.ptr<uchar>(y);
        const uchar* print = cut.print.ptr<uchar>(y);
        for (int x = 0; x < kCutSide; ++x) {
            const int weight = std::max(0, print[x] - ExpectedPrint::kText);
            sum += weight * dark[x];
            weights += weight;
        }
    }
    return static_cast<double>(sum) / weights / 255.0;
}

struct Others
{
    double peak = 0.0;
    double cover = 0.0;
    double share = 0.0;
};

/// Of all boxes of the page but `own`.
Others othersOf(std::span<const Inside> insides, std::size_t own)
{
    std::vector<double> peaks;
    std::vector<double> covers;
    for (std::size_t i = 0; i < insides.size(); ++i) {
        if (i != own && insides[i].isMarked()) {
            peaks.push_back(insides[i].peak);
            covers.push_back(insides[i].cover);
        }
    }
    const double count = static_cast<double>(insides.size()) - 1.0;
    const double share = count > 0.0 ? static_cast<double>(peaks.size()) / count : 0.0;
    return {medianOf(std::move(peaks)), medianOf(std::move(covers)), share};
}

using Colours = std::vector<std::optional<InkColour>>;

/// Scans have their colours at half size.
cv::Mat halved(const cv::Mat& plane)
{
    cv::Mat half;
    cv::resize(plane, half, {kCutSide / 2, kCutSide / 2}, 0, 0, cv::INTER_AREA);
    return half;
}

/// Colour of each box's ink; none where the box has none inside.
Colours coloursOf(const page::RegisteredPage& page, std::span<const BoxCut> cuts,
                  std::span<const Inside> insides)
{
    Colours colours(cuts.size());
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        if (insides[i].isMarked()) {
            const cv::Mat dark = halved(cuts[i].dark);
            const cv::Mat ink = (dark > kInkDark) & (halved(cuts[i].print) == 0);
            const RectMm& area = cuts[i].area;
            colours[i] = inkColourOf(page.cutChroma(area, kCutSide / 2 / area.width), dark, ink);
        }
    }
    return colours;
}

/// What the rest of the page is written with: as its combs and lines show it, else as its other boxes do.
std::optional<InkColour> colourBeside(const PenTrace& pen, const Colours& colours, std::size_t own)
{
    if (pen.isKnown()) {
        return pen.colour;
    }
    InkColour sum;
    int count = 0;
    for (std::size_t i = 0; i < colours.size(); ++i) {
        if (i != own && colours[i]) {
            sum.cb += colours[i]->cb;
            sum.cr += colours[i]->cr;
            ++count;
        }
    }
    return count == 0 ? std::nullopt : std::optional(InkColour{sum.cb / count, sum.cr / count});
}

} // namespace

std::vector<Clues> cluesOf(const page::RegisteredPage& page, const PenTrace& pen,
                           std::span<const BoxCut> cuts)
{
    std::vector<Inside> insides;
    for (const BoxCut& cut : cuts) {
        insides.push_back(insideOf(cut));
    }
    const Colours colours =
        page.image().chroma.empty() ? Colours(cuts.size()) : coloursOf(page, cuts, insides);
    std::vector<Clues> result;
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        const BoxCut& cut = cuts[i];
        const Others others = othersOf(insides, i);
        Clues clues{};
        const auto set = [&clues](Clue clue, double value) {
            clues[static_cast<std::size_t>(clue)] = static_cast<float>(std::clamp(value, 0.0, 2.0));
        };
        set(Clue::side, cut.sideMm / 5.0);
        set(Clue::frameWidth, cut.frameMm / cut.sideMm * 10.0);
        set(Clue::round, cut.round ? 1.0 : 0.0);
        set(Clue::bitonal, page.image().bitonal ? 1.0 : 0.0);
        set(Clue::resolution, page.pixelsPerMm() / 12.0);
        set(Clue::frameDark, frameDarkness(cut));
        set(Clue::noise, cut.paperNoise / 25.0);
        set(Clue::frameSeen, cut.frameSeen);
        set(Clue::shift, cut.shiftMm);
        set(Clue::uncertainty, page.registration().uncertaintyMm / 0.5);
        set(Clue::penKnown, pen.isKnown() ? 1.0 : 0.0);
        set(Clue::penWidth, pen.isKnown() ? pen.widthMm / cut.sideMm * 4.0 : 0.0);
        set(Clue::penDarkness, pen.isKnown() ? pen.darkness : 0.0);
        set(Clue::othersPeak, others.peak);
        set(Clue::othersCover, others.cover);
        set(Clue::othersMarked, others.share);
        set(Clue::penBroken, pen.isKnown() ? pen.broken : 0.0);
        set(Clue::lineBeyond, insides[i].isMarked() ? lineBeyond(page, cut, insides[i].peak) : 0.0);
        if (colours[i]) {
            const auto beside = colourBeside(pen, colours, i);
            set(Clue::colourKnown, 1.0);
            set(Clue::colour, kColourScale * colours[i]->strength());
            set(Clue::colourApart, beside ? kColourScale * colours[i]->distanceTo(*beside) : 0.0);
        }
        result.push_back(clues);
    }
    return result;
}

} // namespace scanstraat::marks
