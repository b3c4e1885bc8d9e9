// SPDX-License-Identifier: EUPL-1.2
// Block letters mostly stand apart, so connected pieces are the unit. Pieces above each other (an E in two
// parts, accents, dots) are one atom; a piece much wider than a letter is cut where its columns hold the
// least ink. What belongs together after all is decided by the recogniser, not here.
#include "letters/LineSegmenter.h"

#include "base/Median.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace scanstraat::letters {

namespace {

constexpr double kUsualCapitalMm = 4.2;
constexpr double kOverlap = 0.5;     ///< of the narrower piece: they stand above each other
constexpr double kTooWide = 1.5;     ///< capital heights: an M or W has up to 1.4
constexpr double kEdgeMm = 0.9;      ///< beside the frame's sides, where rests of its lines stand
constexpr double kSliceWidth = 0.55; ///< capital heights: least width of a slice's letter

double overlapShare(const cv::Rect& a, const cv::Rect& b)
{
    const int shared = std::min(a.br().x, b.br().x) - std::max(a.x, b.x);
    return static_cast<double>(shared) / std::max(1, std::min(a.width, b.width));
}

std::vector<Atom> stackPieces(const std::vector<Piece>& pieces)
{
    std::vector<Atom> atoms;
    for (const Piece& piece : pieces) {
        const auto below = std::ranges::find_if(
            atoms, [&](const Atom& atom) { return overlapShare(atom.box, piece.box) > kOverlap; });
        if (below == atoms.end()) {
            atoms.push_back({piece.box, {piece}, 0});
        } else {
            below->box |= piece.box;
            below->pieces.push_back(piece);
        }
    }
    return atoms;
}

/// Columns where a wide piece may be cut: the thinnest ones, at least a slice apart.
std::vector<int> cutColumns(const cv::Mat& mask, double capitalHeight)
{
    cv::Mat columns;
    cv::reduce(mask, columns, 0, cv::REDUCE_SUM, CV_32S);
    columns /= 255;
    const int apart = std::max(4, cvRound(kSliceWidth * capitalHeight));
    const double thin = 0.30 * capitalHeight;
    std::vector<int> cuts;
    int at = apart;
    while (at < mask.cols - apart / 2) {
        const int end = std::min(mask.cols - apart / 2, at + apart);
        int best = at;
        for (int x = at; x < end; ++x) {
            if (columns.at<int>(0, x) < columns.at<int>(0, best)) {
                best = x;
            }
        }
        if (columns.at<int>(0, best) <= thin) {
            cuts.push_back(best);
        }
        at = best + apart;
    }
    return cuts;
}

void appendSlices(const InkPicture& picture, const Atom& atom, double capitalHeight, std::vector<Atom>& atoms)
{
    const auto widest =
        std::ranges::max_element(atom.pieces, {}, [](const Piece& piece) { return piece.box.width; });
    const cv::Mat mask = picture.labels()(widest->box) == widest->label;
    std::vector<int> cuts = cutColumns(mask, capitalHeight);
    if (cuts.empty()) {
        atoms.push_back(atom);
        return;
    }
    cuts.push_back(mask.cols);
    int from = 0;
    for (const int to : cuts) {
        const cv::Mat slice = mask.colRange(from, to);
        if (cv::countNonZero(slice) > 0) {
            const cv::Rect bounds = cv::boundingRect(slice);
            atoms.push_back({cv::Rect(widest->box.x + from + bounds.x, widest->box.y + bounds.y, bounds.width,
                                      bounds.height),
                             {},
                             widest->label});
        }
        from = to;
    }
}

/// Takes out a thin stroke that stands alone behind the text, several letters away: a hair or a scratch.
/// True when there was one; the reviewer should know.
bool dropScratch(Segments& segments)
{
    std::vector<Atom>& atoms = segments.atoms;
    if (atoms.size() < 3) {
        return false;
    }
    const Atom& last = atoms.back();
    const double gap = last.box.x - atoms[atoms.size() - 2].box.br().x;
    const bool isScratch =
        gap > 4.0 * segments.capitalHeight && last.box.width < 0.35 * segments.capitalHeight;
    if (isScratch) {
        atoms.pop_back();
    }
    return isScratch;
}

/// Takes out what is no writing: slivers along the frame's sides, and specks that stand alone far from
/// the text.
void dropRests(Segments& segments, const cv::Rect& frame)
{
    const double edge = kEdgeMm * kInkPixelsPerMm;
    std::erase_if(segments.atoms, [&](const Atom& atom) {
        const bool atSide = atom.box.br().x < frame.x + edge || atom.box.x > frame.br().x - edge;
        return atSide && atom.box.width < edge;
    });
    const double far = 1.2 * segments.capitalHeight;
    const double speck = 0.35 * segments.capitalHeight;
    const auto isSpeck = [&](const Atom& atom) { return std::max(atom.box.width, atom.box.height) < speck; };
    std::vector<Atom>& atoms = segments.atoms;
    while (atoms.size() > 1 && isSpeck(atoms.back()) &&
           atoms.back().box.x - atoms[atoms.size() - 2].box.br().x > far) {
        atoms.pop_back();
    }
    while (atoms.size() > 1 && isSpeck(atoms.front()) && atoms[1].box.x - atoms.front().box.br().x > far) {
        atoms.erase(atoms.begin());
    }
}

} // namespace

Segments segmentLine(const InkPicture& picture, const cv::Rect& line)
{
    std::vector<Piece> pieces;
    std::vector<double> heights;
    for (const Piece& piece : picture.pieces()) {
        if (piece.centroid.y < line.y || piece.centroid.y > line.br().y) {
            continue;
        }
        pieces.push_back(piece);
        if (piece.box.height > 0.45 * kUsualCapitalMm * kInkPixelsPerMm) {
            heights.push_back(piece.box.height);
        }
    }
    Segments segments;
    segments.capitalHeight = medianOf(heights, kUsualCapitalMm * kInkPixelsPerMm);
    std::vector<double> feet;
    for (const Piece& piece : pieces) {
        if (piece.box.height > 0.6 * segments.capitalHeight) {
            feet.push_back(piece.box.br().y);
        }
    }
    segments.baseline = medianOf(feet, line.br().y - 0.2 * line.height);
    for (const Atom& atom : stackPieces(pieces)) {
        if (atom.box.width > kTooWide * segments.capitalHeight) {
            appendSlices(picture, atom, segments.capitalHeight, segments.atoms);
        } else {
            segments.atoms.push_back(atom);
        }
    }
    std::ranges::stable_sort(segments.atoms, {}, [](const Atom& atom) { return atom.box.x; });
    return segments;
}

bool dropStrays(Segments& segments, const cv::Rect& frame)
{
    dropRests(segments, frame);
    return dropScratch(segments);
}

} // namespace scanstraat::letters
