// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "ident/LayoutPrint.h"

#include <array>

namespace scanstraat::ident {

/// Moves a map onto the print of one page, where it is off by a few cells at most. Const member functions are
/// thread safe.
class PrintFollower
{
public:
    /// `pool`: cells of `page` along one side of a cell used here; more see farther and less exactly.
    PrintFollower(const LayoutPrint& page, int pool);

    /// Improves `mmToPixel` (affine, in place) in at most `rounds` steps and returns the correlation of print
    /// and ink there, -1..1: the highest that was met. Gives up early where it stays low.
    double follow(const PageInk& ink, cv::Matx23d& mmToPixel, int rounds) const;

private:
    [[nodiscard]] cv::Mat observe(const PageInk& ink, const cv::Matx23d& mmToPixel) const;

    double cellMm_;
    cv::Size size_;
    cv::Mat weight_;
    cv::Mat deviation_;             ///< of the print from its mean, norm 1 under the weights
    std::array<cv::Mat, 6> slopes_; ///< change of the deviation with each number of an affine map, weighted
    cv::Matx66d solver_;
};

} // namespace scanstraat::ident
