// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "page/PageImage.h"

#include <span>

namespace scanstraat::quality {

/// The page in cells of about a millimetre, in which noise and the pattern of grey print are averaged out.
struct PaperCells
{
    cv::Mat level; ///< mean grey of each cell, 8-bit
    cv::Mat paper; ///< the brightest cell within 2.5 mm: the paper, beside any ink that is not a broad area
    cv::Mat sheet; ///< 255 where the cell lies on the sheet
    double pixelsPerCell = 1.0; ///< pixels of PageImage::grey

    /// The middle of a cell in pixels of PageImage::grey.
    [[nodiscard]] cv::Point pixel(cv::Point cell) const
    {
        return {cvRound((cell.x + 0.5) * pixelsPerCell), cvRound((cell.y + 0.5) * pixelsPerCell)};
    }
};

/// `corners` are those of the sheet, in pixels of the image; what lies near them must not be part of it.
[[nodiscard]] PaperCells paperCells(const page::PageImage& image, double pixelsPerMm,
                                    std::span<const cv::Point2d> corners);

/// The grey level of the paper up to which `share` of the sheet lies.
[[nodiscard]] double paperGrey(const PaperCells& cells, double share);

/// Share of the sheet on which the paper is darker than ink could show on (0..1).
[[nodiscard]] double darkShare(const PaperCells& cells);

} // namespace scanstraat::quality
