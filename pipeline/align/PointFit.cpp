// SPDX-License-Identifier: EUPL-1.2
#include "align/PointFit.h"

namespace scanstraat::align {

Similarity through(const PlacedPoint& a, const PlacedPoint& b)
{
    const cv::Point2d d(b.mm.x - a.mm.x, b.mm.y - a.mm.y);
    const cv::Point2d e = b.pixel - a.pixel;
    const double length = d.dot(d);
    Similarity map;
    map.turn = {(e.x * d.x + e.y * d.y) / length, (e.y * d.x - e.x * d.y) / length};
    map.shift = {a.pixel.x - (map.turn.x * a.mm.x - map.turn.y * a.mm.y),
                 a.pixel.y - (map.turn.y * a.mm.x + map.turn.x * a.mm.y)};
    return map;
}

cv::Matx23d fitAffine(std::span<const PlacedPoint> points)
{
    cv::Mat a(static_cast<int>(points.size()), 3, CV_64F);
    cv::Mat b(static_cast<int>(points.size()), 2, CV_64F);
    for (int i = 0; i < a.rows; ++i) {
        const PlacedPoint& point = points[static_cast<std::size_t>(i)];
        a.at<double>(i, 0) = point.mm.x;
        a.at<double>(i, 1) = point.mm.y;
        a.at<double>(i, 2) = 1.0;
        b.at<double>(i, 0) = point.pixel.x;
        b.at<double>(i, 1) = point.pixel.y;
    }
    cv::Mat solution;
    cv::solve(a, b, solution, cv::DECOMP_SVD);
    cv::Matx23d map;
    for (int column = 0; column < 3; ++column) {
        map(0, column) = solution.at<double>(column, 0);
        map(1, column) = solution.at<double>(column, 1);
    }
    return map;
}

} // namespace scanstraat::align
