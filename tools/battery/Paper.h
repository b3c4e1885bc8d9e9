// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/Geometry.h"

#include <opencv2/core.hpp>

#include <array>
#include <functional>
#include <vector>

namespace scanstraat::battery {

/// Place on a sheet as pixel of its drawing (origin at the top left corner of the first pixel).
[[nodiscard]] cv::Point drawingPixel(PointMm place);

[[nodiscard]] PointMm apply(const cv::Matx33d& map, PointMm place);

/// Turn by `degrees` (clockwise) and scale about `centre`, then shift.
[[nodiscard]] cv::Matx33d turnAbout(PointMm centre, double degrees, double scale, PointMm shift);

/// One sheet of A4 with all that is on it, in its own millimetres. It keeps count of the adjustment fields
/// that nothing has touched.
class Paper
{
public:
    /// `colour`: 8-bit BGR at synth::kSheetPixelsPerMm, paper 255; `marks`: the printed adjustment fields.
    Paper(cv::Mat colour, std::vector<RectMm> marks);

    /// The same sheet once more; plain copies share their pixels.
    [[nodiscard]] Paper clone() const;

    [[nodiscard]] const cv::Mat& colour() const { return colour_; }
    [[nodiscard]] const cv::Mat& present() const { return present_; } ///< 255 where there is paper
    [[nodiscard]] const cv::Matx33d& formToSheet() const { return formToSheet_; }
    [[nodiscard]] std::size_t markCount() const { return marks_.size(); }
    [[nodiscard]] bool isIntact(std::size_t mark) const { return intact_[mark]; }
    /// Corners of a mark on the sheet, top left first, clockwise.
    [[nodiscard]] std::array<PointMm, 4> markCorners(std::size_t mark) const;
    [[nodiscard]] PointMm markCentre(std::size_t mark) const;

    /// Lays `tone` over the sheet by `alpha` (8-bit), its first pixel at `topLeft` of the drawing.
    void cover(const cv::Mat& alpha, cv::Point topLeft, cv::Vec3d tone);

    /// Lets light through by `through` (blue, green, red: 0..1) where `density` (8-bit) is full.
    void stain(const cv::Mat& density, cv::Point topLeft, cv::Vec3d through);

    /// Takes paper away: what lies under it shows.
    void cutAway(const std::vector<PointMm>& outline);

    /// The whole sheet printed anew, moved by `map` (sheet to sheet, mm): what leaves the sheet is lost, and
    /// missing paper shows as `gap`.
    void reprint(const cv::Matx33d& map, uchar gap);

    /// Changes tones everywhere, as a copier does; adjustment fields stay intact.
    void retone(const std::function<void(cv::Mat&)>& change) { change(colour_); }

private:
    /// Grey pictures of the surroundings of the marks.
    [[nodiscard]] std::vector<cv::Mat> markPictures() const;
    void dropTouched(const std::vector<cv::Mat>& before);
    [[nodiscard]] cv::Rect surroundings(std::size_t mark) const;

    cv::Mat colour_;
    cv::Mat present_;
    cv::Matx33d formToSheet_ = cv::Matx33d::eye();
    std::vector<RectMm> marks_;
    std::vector<bool> intact_;
};

} // namespace scanstraat::battery
