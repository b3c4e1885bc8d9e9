// SPDX-License-Identifier: EUPL-1.2
// Signatures and stamps: counts the ink inside the frame, pieces that hang on to the frame's edge left out:
// they come from writing next to the region. It fails when the region has print inside that the template
// calls its own.
#include "regions/RegionReader.h"

#include "page/FrameSnap.h"
#include "page/InkMask.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace scanstraat::regions {

namespace {

using reading::FieldState;

constexpr double kPixelsPerMm = 6.0; ///< 150 dpi: enough to see a stroke, cheap for a whole photo
constexpr double kInsetMm = 0.6;     ///< inside the frame's line
constexpr double kEdgeMm = 2.0;      ///< pieces that stay within this distance of the edge are not ours
constexpr double kEvenMm2 = 1.5;     ///< ink at which present and absent are equally likely: initials have 4
constexpr double kSlope = 3.5;       ///< of the logistic curve over the logarithm of the ink
constexpr double kLeastMm2 = 0.02;   ///< so that no ink at all is not certainty
constexpr double kAcceptFrom = 0.97;
constexpr double kLeastStrength = 0.4;

constexpr double kPicturePixelsPerMm = 12.0; ///< 300 dpi, of what is kept
constexpr double kPhotoEven = 0.2;         ///< share of its frame at which a photo is as likely there as not
constexpr double kBitonalPhotoEven = 0.08; ///< in black and white only hair and clothes are left of it
constexpr double kPhotoSlope = 0.03;
constexpr double kSharp = 0.006; ///< see sharpness()
constexpr double kSharpPixelsPerMm = 8.0;

reading::FieldReading readingOf(const form::Field& field, double present, const std::string& doubt)
{
    reading::FieldReading reading;
    reading.fieldId = field.id;
    reading.box = field.box;
    reading.value = present >= 0.5 ? "present" : "absent";
    reading.raw = reading.value;
    reading.confidence = std::max(present, 1.0 - present);
    reading.state = present >= 0.5 ? FieldState::read : FieldState::empty;
    if (reading.confidence < kAcceptFrom) {
        reading.state = FieldState::unsure;
        reading.alternatives = {{present >= 0.5 ? "absent" : "present", 1.0 - reading.confidence}};
        reading.reasons.push_back(doubt);
    }
    return reading;
}

bool isSurelyEmpty(const reading::FieldReading& reading)
{
    return reading.state == FieldState::empty;
}

/// Ink in mm², without pieces that only touch the edge.
double inkArea(const cv::Mat& mask)
{
    cv::Mat labels;
    cv::Mat stats;
    cv::Mat centres;
    const int count = cv::connectedComponentsWithStats(mask, labels, stats, centres, 8);
    const int edge = cvRound(kEdgeMm * kPixelsPerMm);
    const cv::Rect core(edge, edge, mask.cols - 2 * edge, mask.rows - 2 * edge);
    double pixels = 0.0;
    for (int i = 1; i < count; ++i) {
        const cv::Rect piece(stats.at<int>(i, cv::CC_STAT_LEFT), stats.at<int>(i, cv::CC_STAT_TOP),
                             stats.at<int>(i, cv::CC_STAT_WIDTH), stats.at<int>(i, cv::CC_STAT_HEIGHT));
        if (core.area() <= 0 || (piece & core).area() > 0) {
            pixels += stats.at<int>(i, cv::CC_STAT_AREA);
        }
    }
    return pixels / (kPixelsPerMm * kPixelsPerMm);
}

} // namespace

RegionReading RegionReader::read(const page::RegisteredPage& page, const form::Field& field)
{
    if (field.kind == form::FieldKind::photo) {
        return readPhoto(page, field);
    }
    const std::array<RectMm, 1> frames{field.box};
    const page::Snap snap = page::snapToFrame(page, frames);
    const PointMm shift = snap.strength >= kLeastStrength ? snap.shift : PointMm{};
    const RectMm inside = field.box.shifted(shift).grown(-(field.frameMm + kInsetMm));
    const cv::Mat grey = page.cut(inside, kPixelsPerMm);
    const cv::Mat mask = page::inkMask(grey, page::measureLevels(grey), page.image().bitonal, kPixelsPerMm);
    const double logInk = std::log(std::max(kLeastMm2, inkArea(mask)) / kEvenMm2);
    RegionReading region;
    region.field = readingOf(field, 1.0 / (1.0 + std::exp(-kSlope * logInk)),
                             "Weinig inkt: niet zeker of hier iets staat");
    if (!isSurelyEmpty(region.field)) {
        region.picture =
            colourCut(page, field.box.shifted(shift), std::min(kPicturePixelsPerMm, page.pixelsPerMm()));
    }
    return region;
}

RegionReading RegionReader::readPhoto(const page::RegisteredPage& page, const form::Field& field)
{
    const PastedPhoto photo = findPhoto(page, field.box);
    RegionReading region;
    const double even = page.image().bitonal ? kBitonalPhotoEven : kPhotoEven;
    region.field = readingOf(field, 1.0 / (1.0 + std::exp(-(photo.covered - even) / kPhotoSlope)),
                             "Niet zeker of hier een pasfoto is geplakt");
    if (!isSurelyEmpty(region.field)) {
        region.picture = photo.picture;
        judgePhoto(photo, page.image().bitonal, region.field);
    }
    return region;
}

void RegionReader::judgePhoto(const PastedPhoto& photo, bool bitonal, reading::FieldReading& reading)
{
    if (bitonal) {
        reading::doubt(reading, "Pasfoto in zwart-wit gescand: scan de kaart in kleur of grijs");
        return;
    }
    cv::Mat grey = photo.picture;
    if (grey.channels() > 1) {
        cv::cvtColor(grey, grey, cv::COLOR_BGR2GRAY);
    }
    const std::optional<Face> face = faces_.find(grey);
    if (photo.lying || (face && face->turn != 0)) {
        reading::doubt(reading, "Pasfoto staat niet rechtop");
    } else if (!face) {
        reading::doubt(reading, "Geen gezicht van voren gevonden op de pasfoto");
    }
    const cv::Mat seen =
        face ? turned(grey, face->turn)(face->area & cv::Rect({0, 0}, turned(grey, face->turn).size()))
             : grey;
    if (sharpness(seen, photo.pixelsPerMm) < kSharp) {
        reading::doubt(reading, "Pasfoto is niet scherp");
    }
}

double sharpness(const cv::Mat& picture, double pixelsPerMm)
{
    cv::Mat grey;
    const double scale = kSharpPixelsPerMm / pixelsPerMm;
    cv::resize(picture, grey, {}, scale, scale, scale < 1.0 ? cv::INTER_AREA : cv::INTER_LINEAR);
    cv::Mat edges;
    cv::Laplacian(grey, edges, CV_64F);
    cv::Scalar mean;
    cv::Scalar spread;
    cv::Scalar edgeSpread;
    cv::meanStdDev(grey, mean, spread);
    cv::meanStdDev(edges, mean, edgeSpread);
    return edgeSpread[0] * edgeSpread[0] / std::max(1.0, spread[0] * spread[0]);
}

} // namespace scanstraat::regions
