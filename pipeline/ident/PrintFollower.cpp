// SPDX-License-Identifier: EUPL-1.2
// Inverse compositional image alignment (Baker and Matthews, 2004) with both pictures brought to mean 0 and
// norm 1: slopes belong to the print, so that they and the mask of the answers are worked out once. Fails
// where it starts too far off: what correlation it found tells.
#include "ident/PrintFollower.h"

#include "page/SheetMap.h"

#include <opencv2/imgproc.hpp>

#include <cmath>
#include <utility>

namespace scanstraat::ident {

namespace {

constexpr double kBlurCells = 0.8; ///< as LayoutPrint is blurred
constexpr double kRidge = 1e-3;    ///< share of the mean diagonal: pages that are empty in one direction
constexpr double kLeverMm = 100.0; ///< unit of the places, so that all six numbers are of one size

cv::Mat blurred(const cv::Mat& cells)
{
    cv::Mat result;
    cv::GaussianBlur(cells, result, {0, 0}, kBlurCells);
    return result;
}

/// Mean 0 and norm 1 under the weights, all 0 where there is nothing but one grey.
cv::Mat normalised(const cv::Mat& cells, const cv::Mat& weight)
{
    const cv::Mat deviation = cells - cells.dot(weight) / cv::sum(weight)[0];
    const double norm = std::sqrt(deviation.mul(deviation).dot(weight));
    return norm > 1e-9 ? cv::Mat(deviation / norm) : cv::Mat(cv::Mat::zeros(cells.size(), CV_32F));
}

/// Middles of the cells in x and y, from the middle of A4, in units of kLeverMm.
std::pair<cv::Mat, cv::Mat> places(cv::Size size, double cellMm)
{
    cv::Mat_<float> x(size);
    cv::Mat_<float> y(size);
    for (int row = 0; row < size.height; ++row) {
        for (int column = 0; column < size.width; ++column) {
            x(row, column) = static_cast<float>(((column + 0.5) * cellMm - kA4WidthMm / 2) / kLeverMm);
            y(row, column) = static_cast<float>(((row + 0.5) * cellMm - kA4HeightMm / 2) / kLeverMm);
        }
    }
    return {x, y};
}

/// From those units to millimetres of the form.
cv::Matx33d fromLever()
{
    return {kLeverMm, 0, kA4WidthMm / 2, 0, kLeverMm, kA4HeightMm / 2, 0, 0, 1};
}

} // namespace

PrintFollower::PrintFollower(const LayoutPrint& page, int pool)
    : cellMm_(LayoutPrint::kCellMm * pool),
      size_((page.printed().cols + pool - 1) / pool, (page.printed().rows + pool - 1) / pool),
      weight_(LayoutPrint::pooled(page.weight(), size_, pool))
{
    const cv::Mat print = LayoutPrint::pooled(page.printed(), size_, pool);
    deviation_ = normalised(pool == 1 ? print : blurred(print), weight_);
    cv::Mat alongX;
    cv::Mat alongY;
    const double perUnit = kLeverMm / (2 * cellMm_);
    cv::Sobel(deviation_, alongX, CV_32F, 1, 0, 1, perUnit);
    cv::Sobel(deviation_, alongY, CV_32F, 0, 1, 1, perUnit);
    const auto [x, y] = places(size_, cellMm_);
    const std::array<cv::Mat, 6> slopes{alongX.mul(x), alongX.mul(y), alongX,
                                        alongY.mul(x), alongY.mul(y), alongY};
    cv::Matx66d normal;
    for (std::size_t i = 0; i < slopes.size(); ++i) {
        const cv::Mat& slope = slopes.at(i);
        const cv::Mat free = slope - slope.dot(weight_) / cv::sum(weight_)[0]; // whatever the paper's grey is
        slopes_.at(i) = free.mul(weight_);
        for (std::size_t j = 0; j < slopes.size(); ++j) {
            normal(static_cast<int>(i), static_cast<int>(j)) = slopes_.at(i).dot(slopes.at(j));
        }
    }
    solver_ = (normal + cv::Matx66d::eye() * (kRidge * cv::trace(normal) / 6)).inv(cv::DECOMP_SVD);
}

cv::Mat PrintFollower::observe(const PageInk& ink, const cv::Matx23d& mmToPixel) const
{
    const RectMm area{0, 0, size_.width * cellMm_, size_.height * cellMm_};
    const cv::Mat cells = ink.cells(page::registrationOf(mmToPixel), area, cellMm_);
    return normalised(LayoutPrint::clipped(blurred(cells)), weight_);
}

double PrintFollower::follow(const PageInk& ink, cv::Matx23d& mmToPixel, int rounds) const
{
    constexpr double kStill = 3e-4; // 0.03 mm
    constexpr double kLost = 0.3;   // 30 mm, or scaled by a third: nothing that follows means anything
    constexpr int kPatience = 4;    // rounds after which the right page has left this correlation behind
    constexpr double kHopeless = 0.45;
    double best = -1.0;
    cv::Matx23d map = mmToPixel;
    for (int round = 0; round <= rounds; ++round) {
        const cv::Mat observed = observe(ink, map);
        const double similarity = observed.mul(weight_).dot(deviation_);
        if (similarity > best) {
            best = similarity;
            mmToPixel = map;
        }
        const cv::Mat difference = observed - deviation_;
        cv::Vec6d along;
        for (std::size_t i = 0; i < slopes_.size(); ++i) {
            along[static_cast<int>(i)] = slopes_.at(i).dot(difference);
        }
        const cv::Vec6d step = solver_ * along;
        const bool hopeless = round == kPatience && best < kHopeless;
        const double far = cv::norm(step);
        if (round == rounds || hopeless || far < kStill || far > kLost) {
            break;
        }
        const cv::Matx33d moved(1 + step[0], step[1], step[2], step[3], 1 + step[4], step[5], 0, 0, 1);
        map = map * fromLever() * moved.inv() * fromLever().inv();
    }
    return best;
}

} // namespace scanstraat::ident
