// SPDX-License-Identifier: EUPL-1.2
// Ink is what is darker than halfway between paper and the darkest; its connected pieces are characters.
// Pieces above each other (the dot of an i) belong together. The baseline is the middle one of the pieces'
// feet. Fails on characters that touch or are broken: the reader then sees something that is no character.
// tools/train/train_print.py repeats these steps; keep both alike.
#include "ident/PrintedLine.h"

#include "page/GreyHistogram.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <optional>

namespace scanstraat::ident {

namespace {

constexpr double kPaperShare = 0.6;
constexpr double kDarkestShare = 0.004; ///< a '1' in a line as long as its zone
constexpr double kLeastContrast = 40.0; ///< grey levels; bleed-through of a printed back stays below 30
constexpr int kInkLevel = 115;          ///< of 255
constexpr int kSmallestArea = 5;        ///< pixels; a full stop of a light face has 8
constexpr std::size_t kMostGlyphs = 48;
constexpr int kWindowAbove = 36;
constexpr int kWindowBelow = 12;
constexpr int kWindowWidth = 36;

struct Piece
{
    cv::Rect box;
    int label = 0;
};

struct Line
{
    cv::Mat ink;    ///< 8-bit, paper 0
    cv::Mat labels; ///< of the pieces
    std::vector<Piece> pieces;
};

struct Group
{
    int left = 0;
    int right = 0;
    std::vector<int> labels;
};

cv::Mat inkOf(const cv::Mat& grey)
{
    const page::GreyHistogram levels(grey);
    const double paper = levels.quantile(kPaperShare);
    const double contrast = paper - levels.quantile(kDarkestShare);
    cv::Mat ink;
    if (contrast >= kLeastContrast) {
        grey.convertTo(ink, CV_8U, -255.0 / contrast, paper * 255.0 / contrast);
    }
    return ink;
}

std::vector<Piece> findPieces(const cv::Mat& ink, cv::Mat& labels)
{
    cv::Mat stats;
    cv::Mat centroids;
    const int count = cv::connectedComponentsWithStats(ink > kInkLevel, labels, stats, centroids, 8, CV_32S);
    std::vector<Piece> pieces;
    for (int i = 1; i < count; ++i) {
        const int* values = stats.ptr<int>(i);
        if (values[cv::CC_STAT_AREA] >= kSmallestArea) {
            pieces.push_back({{values[cv::CC_STAT_LEFT], values[cv::CC_STAT_TOP], values[cv::CC_STAT_WIDTH],
                               values[cv::CC_STAT_HEIGHT]},
                              i});
        }
    }
    std::ranges::stable_sort(pieces, {}, [](const Piece& piece) { return piece.box.x; });
    return pieces;
}

std::optional<int> findBaseline(const std::vector<Piece>& pieces)
{
    std::vector<int> feet;
    for (const Piece& piece : pieces) {
        if (piece.box.height >= 0.4 * kLineEm && piece.box.height <= kLineEm) {
            feet.push_back(piece.box.y + piece.box.height);
        }
    }
    if (feet.empty()) {
        return std::nullopt;
    }
    std::ranges::sort(feet);
    return feet[feet.size() / 2];
}

/// Pieces on the line, those above each other together.
std::vector<Group> group(const std::vector<Piece>& pieces, int baseline)
{
    std::vector<Group> groups;
    for (const auto& [box, label] : pieces) {
        const double middle = box.y + box.height / 2.0 - baseline;
        if (middle < -kLineEm || middle > 0.35 * kLineEm) {
            continue;
        }
        const int right = box.x + box.width;
        if (!groups.empty()) {
            Group& last = groups.back();
            const int common = std::min(last.right, right) - box.x;
            if (common >= 0.5 * std::min(box.width, last.right - last.left)) {
                last.right = std::max(last.right, right);
                last.labels.push_back(label);
                continue;
            }
        }
        groups.push_back({box.x, right, {label}});
    }
    return groups;
}

/// Ink of the group and the soft edge around it, without its neighbours.
void copyOwn(const Line& line, const Group& group, const cv::Rect& window, cv::Mat& target)
{
    const cv::Rect seen = window & cv::Rect({0, 0}, line.ink.size());
    const int first = std::max(seen.x, group.left - 1);
    const int last = std::min(seen.x + seen.width, group.right + 1);
    for (int y = seen.y; y < seen.y + seen.height; ++y) {
        const int* labels = line.labels.ptr<int>(y);
        const uchar* ink = line.ink.ptr<uchar>(y);
        uchar* row = target.ptr<uchar>(y - window.y);
        for (int x = first; x < last; ++x) {
            const bool own =
                labels[x] == 0 || std::ranges::find(group.labels, labels[x]) != group.labels.end();
            row[x - window.x] = own ? ink[x] : uchar{0};
        }
    }
}

PrintedGlyph draw(const Line& line, const Group& group, int baseline)
{
    const int width = std::max(kWindowWidth, group.right - group.left);
    const int x = (group.left + group.right - width) >> 1; // rounded down, also below 0
    const cv::Rect window(x, baseline - kWindowAbove, width, kWindowAbove + kWindowBelow);
    cv::Mat picture = cv::Mat::zeros(window.size(), CV_8UC1);
    copyOwn(line, group, window, picture);
    PrintedGlyph glyph{{}, group.left, group.right};
    cv::resize(picture, glyph.picture, {kPrintColumns, kPrintRows}, 0, 0, cv::INTER_AREA);
    return glyph;
}

} // namespace

std::vector<PrintedGlyph> cutGlyphs(const cv::Mat& grey)
{
    Line line{inkOf(grey), {}, {}};
    if (line.ink.empty()) {
        return {};
    }
    line.pieces = findPieces(line.ink, line.labels);
    const std::optional<int> baseline = findBaseline(line.pieces);
    if (!baseline) {
        return {};
    }
    const std::vector<Group> groups = group(line.pieces, *baseline);
    std::vector<PrintedGlyph> glyphs;
    if (groups.size() <= kMostGlyphs) {
        for (const Group& each : groups) {
            glyphs.push_back(draw(line, each, *baseline));
        }
    }
    return glyphs;
}

} // namespace scanstraat::ident
