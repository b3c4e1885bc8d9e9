// SPDX-License-Identifier: EUPL-1.2
// Letters leave paper between them on any straight path, a stroke does not. All paths of one slope are summed
// at once: column by column, each shifted by what the slope has gained.
#include "marks/PassingLine.h"

#include "page/InkMask.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace scanstraat::marks {

namespace {

constexpr int kAcross = 28; ///< pixels, 16 a side of the box
constexpr int kDown = 32;
constexpr int kSteepest = 7; ///< pixels up or down over the whole length
constexpr double kFromSides = 0.5;
constexpr double kEnough = 0.6; ///< of the ink's darkness: more does not make a path better

} // namespace

double lineBeyond(const page::RegisteredPage& page, const BoxCut& cut, double ink)
{
    const double pixelMm = cut.sideMm / kBoxPixels;
    const PointMm centre = cut.area.centre();
    const RectMm area{centre.x + (0.5 + kFromSides) * cut.sideMm, centre.y - kDown * pixelMm / 2,
                      kAcross * pixelMm, kDown * pixelMm};
    const double most = std::max(1.0, kEnough * ink * 255.0);
    cv::Mat columns;
    cv::transpose(page::darknessOf(page.cut(area, 1.0 / pixelMm), cut.paperGrey), columns);
    columns = cv::min(columns, std::floor(most));
    int best = 0;
    for (int slope = -kSteepest; slope <= kSteepest; ++slope) {
        std::array<std::uint16_t, kDown - 2 * kSteepest> sums{}; // of 28 bytes each
        for (int x = 0; x < kAcross; ++x) {
            const uchar* column = columns.ptr<uchar>(x) + kSteepest + slope * x / (kAcross - 1);
            for (std::size_t y = 0; y < sums.size(); ++y) {
                sums[y] = static_cast<std::uint16_t>(sums[y] + column[y]);
            }
        }
        best = std::max<int>(best, *std::ranges::max_element(sums));
    }
    return best / (kAcross * most);
}

} // namespace scanstraat::marks
