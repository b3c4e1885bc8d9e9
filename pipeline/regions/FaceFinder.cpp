// SPDX-License-Identifier: EUPL-1.2
#include "regions/FaceFinder.h"

#include "base/Error.h"

#include <opencv2/imgproc.hpp>
#include <opencv2/objdetect.hpp>

namespace scanstraat::regions {

namespace {

constexpr int kSearchHeight = 280; ///< pixels of the longer side: a face of a passport photo has 100 to 200
constexpr double kScaleStep = 1.1;
constexpr int kNeighbours = 3;
constexpr double kLeastShare = 0.25; ///< of the picture's shorter side

} // namespace

class FaceFinder::Cascade
{
public:
    cv::CascadeClassifier classifier;
};

FaceFinder::FaceFinder() : cascade_(std::make_unique<Cascade>())
{
    bool loaded = false;
    try {
        loaded = cascade_->classifier.load(SCANSTRAAT_FACE_CASCADE);
    } catch (const cv::Exception&) {
        loaded = false;
    }
    if (!loaded) {
        throw Error(std::string(SCANSTRAAT_FACE_CASCADE) +
                        ": the face cascade cannot be read; install Debian's opencv-data",
                    ExitCode::installation);
    }
}

FaceFinder::~FaceFinder() = default;
FaceFinder::FaceFinder(FaceFinder&&) noexcept = default;
FaceFinder& FaceFinder::operator=(FaceFinder&&) noexcept = default;

cv::Mat turned(const cv::Mat& picture, int degrees)
{
    cv::Mat result = picture;
    if (degrees == 90) {
        cv::rotate(picture, result, cv::ROTATE_90_CLOCKWISE);
    } else if (degrees == 180) {
        cv::rotate(picture, result, cv::ROTATE_180);
    } else if (degrees == 270) {
        cv::rotate(picture, result, cv::ROTATE_90_COUNTERCLOCKWISE);
    }
    return result;
}

std::optional<Face> FaceFinder::find(const cv::Mat& grey)
{
    const double scale = static_cast<double>(kSearchHeight) / std::max(grey.rows, grey.cols);
    cv::Mat small;
    cv::resize(grey, small, {}, scale, scale, scale < 1 ? cv::INTER_AREA : cv::INTER_LINEAR);
    cv::equalizeHist(small, small);
    const int least = cvRound(kLeastShare * std::min(small.rows, small.cols));
    std::optional<Face> best;
    double bestWeight = 0.0;
    for (const int turn : {0, 90, 180, 270}) {
        std::vector<cv::Rect> areas;
        std::vector<int> levels;
        std::vector<double> weights;
        cascade_->classifier.detectMultiScale(turned(small, turn), areas, levels, weights, kScaleStep,
                                              kNeighbours, 0, {least, least}, {}, true);
        for (std::size_t i = 0; i < areas.size(); ++i) {
            if (!best || weights[i] > bestWeight) {
                bestWeight = weights[i];
                const auto full = [scale](int value) { return cvRound(value / scale); };
                best = Face{
                    turn, {full(areas[i].x), full(areas[i].y), full(areas[i].width), full(areas[i].height)}};
            }
        }
    }
    return best;
}

} // namespace scanstraat::regions
