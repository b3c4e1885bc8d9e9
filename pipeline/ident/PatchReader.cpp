// SPDX-License-Identifier: EUPL-1.2
//
// Lines are laid over the page from a distance, every 2.5 mm across and down. A patch code crosses such a
// line as four dark runs with three even spaces between white; a table, a barcode or a photo may do so by
// chance on one line, but not on neighbouring lines with the bars moved on by the same small step. Fails
// where less than 13 mm of the bars can be seen, and where bars are printed hardly darker than the paper.
#include "ident/PatchReader.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace scanstraat::ident {

namespace {

constexpr double kStepMm = 2.5;    ///< distance of the lines
constexpr int kFewestLines = 6;    ///< that must show the code: 12.5 mm of its bars
constexpr double kSteepest = 0.21; ///< tangent of 12 degrees
constexpr double kDark = 0.62;     ///< of the brightest on a line; a copy's bars stay below 0.55
constexpr int kFaintest = 80;      ///< grey of paper below which there is nothing to tell
constexpr double kSmallest = 0.68; ///< printed size
constexpr double kLargest = 1.45;
constexpr double kQuietUnits = 1.2; ///< white on both sides: the edge of a sheet may be near
constexpr std::size_t kRuns = 2 * form::kPatchBars - 1;

/// Narrow widths in a code: five narrow bars and spaces and two wide bars of 2.5.
constexpr double kUnits = kRuns - 2 + 2 * form::kPatchWideMm / form::kPatchNarrowMm;

/// A code where it crosses one line; all in pixels along the line.
struct Crossing
{
    form::PatchCode code = form::PatchCode::one;
    double middle = 0.0;
    double unit = 0.0; ///< width of a narrow bar
};

/// Crossings of neighbouring lines.
struct Chain
{
    Crossing last;
    int lastLine = 0;
    int count = 1;
    double drift = 0.0; ///< pixels along the line from line to line
};

/// Turns from dark to bright and back: positions of edges, the first one into the dark.
std::vector<int> edgesOf(const uchar* pixels, int count, std::size_t step)
{
    uchar brightest = 0;
    for (int i = 0; i < count; ++i) {
        brightest = std::max(brightest, pixels[i * step]);
    }
    std::vector<int> edges;
    if (brightest < kFaintest) {
        return edges;
    }
    const auto limit = static_cast<uchar>(kDark * brightest);
    bool dark = false;
    for (int i = 0; i < count; ++i) {
        if ((pixels[i * step] < limit) != dark) {
            dark = !dark;
            edges.push_back(i);
        }
    }
    if (dark) {
        edges.push_back(count);
    }
    return edges;
}

/// The widths of four bars and three spaces as a code, read from left to right; none where they are not.
/// Ink runs and bits are set by a threshold, so bars may have gained what spaces have lost.
std::optional<form::PatchCode> decode(const std::array<double, kRuns>& widths, double unit, bool backwards)
{
    const double gain = 1.0 - (widths[1] + widths[3] + widths[5]) / 3 / unit; // of bars, in units
    if (std::abs(gain) > 0.45) {
        return std::nullopt;
    }
    constexpr double kWide = form::kPatchWideMm / form::kPatchNarrowMm;
    std::array<bool, form::kPatchBars> wide{};
    for (std::size_t run = 0; run < kRuns; ++run) {
        const double width = widths[run] / unit;
        if (run % 2 == 1) {
            if (std::abs(width + gain - 1.0) > 0.35) {
                return std::nullopt;
            }
            continue;
        }
        const double bar = width - gain;
        const bool isWide = bar > (1.0 + kWide) / 2;
        if (std::abs(bar - (isWide ? kWide : 1.0)) > 0.5) {
            return std::nullopt;
        }
        wide[backwards ? form::kPatchBars - 1 - run / 2 : run / 2] = isWide;
    }
    return form::patchCodeWith(wide);
}

/// The codes on one line. The edge of the page that is nearer tells from where a code is read.
std::vector<Crossing> crossingsOf(const std::vector<int>& edges, int length, double pixelsPerMm)
{
    std::vector<Crossing> found;
    for (std::size_t first = 0; first + kRuns < edges.size(); first += 2) {
        const double width = edges[first + kRuns] - edges[first];
        const double unit = width / kUnits;
        const double size = unit / (form::kPatchNarrowMm * pixelsPerMm);
        if (size < kSmallest || size > kLargest) {
            continue;
        }
        const double before = edges[first] - (first == 0 ? 0 : edges[first - 1]);
        const std::size_t next = first + kRuns + 1;
        const double after = (next < edges.size() ? edges[next] : length) - edges[first + kRuns];
        if (std::min(before, after) < kQuietUnits * unit) {
            continue;
        }
        std::array<double, kRuns> widths{};
        for (std::size_t run = 0; run < kRuns; ++run) {
            widths.at(run) = edges[first + run + 1] - edges[first + run];
        }
        const double middle = edges[first] + width / 2;
        if (const auto code = decode(widths, unit, middle > length / 2.0)) {
            found.push_back({*code, middle, unit});
        }
    }
    return found;
}

/// Counts, for each code, the lines that it crosses in chains that are long enough.
class Tally
{
public:
    explicit Tally(double stepPixels) : step_(stepPixels) {}

    void add(int line, const std::vector<Crossing>& crossings)
    {
        for (const Crossing& crossing : crossings) {
            const auto chain = std::ranges::find_if(
                chains_, [&](const Chain& one) { return continues(one, line, crossing); });
            if (chain == chains_.end()) {
                chains_.push_back({crossing, line});
                continue;
            }
            chain->drift = (crossing.middle - chain->last.middle) / (line - chain->lastLine);
            chain->last = crossing;
            chain->lastLine = line;
            ++chain->count;
        }
    }

    void countInto(std::array<int, form::kPatchCodes.size()>& lines) const
    {
        for (const Chain& chain : chains_) {
            if (chain.count >= kFewestLines) {
                lines.at(static_cast<std::size_t>(chain.last.code)) += chain.count;
            }
        }
    }

private:
    /// One line may be missed. From the third crossing on the step must be that of the line before.
    [[nodiscard]] bool continues(const Chain& chain, int line, const Crossing& next) const
    {
        const int lines = line - chain.lastLine;
        const double drift = (next.middle - chain.last.middle) / std::max(1, lines);
        const double slack = 0.35 * next.unit;
        return lines >= 1 && lines <= 2 && chain.last.code == next.code &&
               std::abs(next.unit / chain.last.unit - 1.0) < 0.15 &&
               std::abs(drift) < kSteepest * step_ + slack &&
               (chain.count < 2 || std::abs(drift - chain.drift) < 2 * slack);
    }

    double step_;
    std::vector<Chain> chains_;
};

/// Lines across the picture, or down where `down`.
void search(const cv::Mat& grey, double pixelsPerMm, bool down,
            std::array<int, form::kPatchCodes.size()>& lines)
{
    const double step = kStepMm * pixelsPerMm;
    const int length = down ? grey.rows : grey.cols;
    const int count = static_cast<int>((down ? grey.cols : grey.rows) / step);
    Tally tally(step);
    for (int line = 0; line < count; ++line) {
        const int at = static_cast<int>((line + 0.5) * step);
        const std::vector<int> edges =
            down ? edgesOf(grey.ptr(0) + at, length, grey.step) : edgesOf(grey.ptr(at), length, 1);
        tally.add(line, crossingsOf(edges, length, pixelsPerMm));
    }
    tally.countInto(lines);
}

} // namespace

std::optional<form::PatchCode> readPatchCode(const page::PageImage& image)
{
    const page::Overview overview = page::overviewOf(image);
    const double pixelsPerMm = image.dpi.pixelsPerMm() / overview.shrink;
    std::array<int, form::kPatchCodes.size()> lines{};
    search(overview.grey, pixelsPerMm, false, lines);
    search(overview.grey, pixelsPerMm, true, lines);
    const auto most = std::ranges::max_element(lines);
    return *most == 0 ? std::nullopt
                      : std::optional(form::kPatchCodes.at(static_cast<std::size_t>(most - lines.begin())));
}

} // namespace scanstraat::ident
