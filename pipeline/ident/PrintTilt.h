// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <opencv2/core.hpp>

namespace scanstraat::ident {

/// How printed lines run across a picture.
struct PrintTilt
{
    double degrees = 0.0; ///< clockwise turn of the print against rows and columns, -11.5..11.5
    double rows = 0.0;    ///< how sharply lines of print stand apart along the rows, in any unit
    double columns = 0.0; ///< and along the columns
};

/// Tilt up to 11 degrees, by projections of the ink: where they run along the lines of text and the rules,
/// their profile is sharpest (Postl, 1986). `ink`: 8-bit, paper 255 and full ink 0; solid black wider than
/// 4 mm, such as a scanner's bed, and a rim of 5 mm do not count. Steps of 0.1 degrees.
[[nodiscard]] PrintTilt tiltOfPrint(const cv::Mat& ink, double pixelsPerMm);

} // namespace scanstraat::ident
