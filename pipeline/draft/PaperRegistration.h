// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "draft/PaperElements.h"

#include <opencv2/core.hpp>

#include <string>
#include <vector>

namespace scanstraat::draft {

/// How a page of the template lies on paper.
struct PaperMap
{
    cv::Matx23d map{1, 0, 0, 0, 1, 0}; ///< from mm of the template to mm of the paper
    std::string by = "nothing";        ///< what it was found with: "4 adjustment fields"

    [[nodiscard]] PointMm at(PointMm p) const
    {
        const cv::Vec2d moved = map * cv::Vec3d(p.x, p.y, 1.0);
        return {moved[0], moved[1]};
    }

    /// An upright rectangle, the small turn left out.
    [[nodiscard]] RectMm at(const RectMm& r) const
    {
        const PointMm middle = at(r.centre());
        const double width = r.width * map(0, 0);
        const double height = r.height * map(1, 1);
        return {middle.x - width / 2, middle.y - height / 2, width, height};
    }

    /// "shifted by 0.4 mm right and 1.0 mm down, turned by 0.05 degrees, 0.3 % larger"
    [[nodiscard]] std::string text() const;
};

/// By adjustment fields where three or more are there and agree within `toleranceMm`, else by what most boxes
/// and lines have in common.
[[nodiscard]] PaperMap registerPaper(const std::vector<Element>& wanted, const std::vector<Element>& found,
                                     double toleranceMm);

} // namespace scanstraat::draft
