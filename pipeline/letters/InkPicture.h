// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "page/PagePart.h"

#include <opencv2/core.hpp>

#include <span>
#include <vector>

namespace scanstraat::letters {

/// Resolution at which writing is looked at: finer than any scan needs, so that a stroke of 0.3 mm is
/// three pixels wide.
constexpr double kInkPixelsPerMm = 10.0;

/// A connected piece of ink.
struct Piece
{
    int label = 0;
    cv::Rect box;
    int area = 0; ///< pixels
    cv::Point2d centroid;
};

/// The writing in one part of a page: paper and printed frame taken away.
///
/// Paper is the usual brightness around; ink is what is darker than its noise by a margin that
/// follows the darkest writing there, so that faint pencil counts and specks do not. Printed lines are
/// erased where `frames` say they are; strokes that cross them are joined again.
class InkPicture
{
public:
    /// `part` is cut at kInkPixelsPerMm; `frames` in mm of the form, already snapped to their print.
    InkPicture(page::PagePart part, std::span<const RectMm> frames);

    /// 8-bit, kInkPixelsPerMm: 0 paper, 255 the core of a stroke.
    [[nodiscard]] const cv::Mat& ink() const { return ink_; }

    /// Pieces of at least 0.1 mm2, sorted by their left side.
    [[nodiscard]] const std::vector<Piece>& pieces() const { return pieces_; }

    /// Labels of the pieces; 0 is paper and what was too small.
    [[nodiscard]] const cv::Mat& labels() const { return labels_; }

    /// What `ink`, `labels` and `pieces` are pixels of.
    [[nodiscard]] const page::PagePart& part() const { return part_; }

private:
    void findPieces();

    page::PagePart part_;
    cv::Mat ink_;
    cv::Mat labels_;
    std::vector<Piece> pieces_;
};

} // namespace scanstraat::letters
