// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <opencv2/core.hpp>

#include <memory>
#include <optional>

namespace scanstraat::regions {

/// A face in a picture.
struct Face
{
    int turn = 0;  ///< degrees that the picture must be turned clockwise for the face to be upright: 0, 90,
                   ///< 180 or 270
    cv::Rect area; ///< in pixels of the picture turned so
};

/// Finds the face of a passport photo with OpenCV's cascade for frontal faces (Viola and Jones, 2001;
/// Lienhart's alt2). One per thread.
class FaceFinder
{
public:
    /// Throws scanstraat::Error with ExitCode::installation when the cascade is missing (Debian:
    /// opencv-data).
    FaceFinder();
    ~FaceFinder();
    FaceFinder(FaceFinder&&) noexcept;
    FaceFinder& operator=(FaceFinder&&) noexcept;

    /// The clearest face of at least a quarter of the picture's width in `grey` (8-bit), in any of four
    /// directions; none where none is found.
    [[nodiscard]] std::optional<Face> find(const cv::Mat& grey);

private:
    class Cascade;
    std::unique_ptr<Cascade> cascade_;
};

/// The picture turned clockwise by 0, 90, 180 or 270 degrees.
[[nodiscard]] cv::Mat turned(const cv::Mat& picture, int degrees);

} // namespace scanstraat::regions
