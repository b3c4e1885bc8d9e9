// SPDX-License-Identifier: EUPL-1.2
#include "SampleScan.h"

#include "SampleLayout.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <array>
#include <cmath>

namespace scanstraat::train {

namespace {

/// Stripes of the feeder, stains, dust.
void spoil(cv::Mat& dark, Dice& dice)
{
    if (dice.chance(0.03)) {
        const int x = dice.whole(0, dark.cols - 1);
        cv::line(dark, {x, 0}, {x, dark.rows}, cv::Scalar(dice.between(40, 180)),
                 std::max(1, cvRound(dice.between(0.06, 0.25) * kCanvas)));
    }
    for (int stains = dice.chance(0.05) ? dice.whole(1, 4) : 0; stains > 0; --stains) {
        cv::Mat stain(dark.size(), CV_8U, cv::Scalar(0));
        cv::ellipse(stain, {dice.whole(0, dark.cols), dice.whole(0, dark.rows)},
                    {dice.whole(30, 160), dice.whole(30, 160)}, dice.between(0, 180), 0, 360,
                    cv::Scalar(dice.between(8, 30)), cv::FILLED);
        cv::blur(stain, stain, {15, 15});
        dark = cv::max(dark, stain);
    }
    for (int specks = dice.chance(0.4) ? dice.whole(1, 25) : 0; specks > 0; --specks) {
        cv::circle(dark, {dice.whole(0, dark.cols - 1), dice.whole(0, dark.rows - 1)},
                   cvRound(dice.between(0.04, 0.15) * kCanvas), cv::Scalar(dice.between(60, 230)),
                   cv::FILLED);
    }
}

cv::Mat noiseOf(cv::Size size, double sigma, Dice& dice)
{
    cv::Mat noise(size, CV_32F);
    cv::RNG random(static_cast<std::uint64_t>(dice.whole(1, 1 << 30)));
    random.fill(noise, cv::RNG::NORMAL, 0.0, sigma);
    return noise;
}

/// Light that falls off towards one side.
void shade(cv::Mat& grey, double most, Dice& dice)
{
    const double fall = dice.chance(0.5) ? dice.between(0.0, most) : 0.0;
    const double angle = dice.between(0.0, 2 * CV_PI);
    const auto across = static_cast<float>(std::cos(angle) / grey.cols);
    const auto down = static_cast<float>(std::sin(angle) / grey.rows);
    for (int y = 0; y < grey.rows; ++y) {
        float* row = grey.ptr<float>(y);
        for (int x = 0; x < grey.cols; ++x) {
            const float along = across * static_cast<float>(x) + down * static_cast<float>(y);
            row[x] *= 1.0F - static_cast<float>(fall) * std::abs(along);
        }
    }
}

cv::Mat blackAndWhite(const cv::Mat& grey, double paper, double faintest, Dice& dice)
{
    // Of the palest ink, blurred as it is: some scans lose nearly all of it.
    const double keeps = dice.between(0.5, dice.chance(0.2) ? 1.2 : 1.0) * faintest * paper / 255;
    if (dice.chance(0.5)) {
        return grey > paper - std::min(dice.between(40, 115), keeps);
    }
    cv::Mat result;
    const int window = dice.whole(14, 50) * 2 + 1;
    cv::adaptiveThreshold(grey, result, 255, cv::ADAPTIVE_THRESH_MEAN_C, cv::THRESH_BINARY, window,
                          std::min(dice.between(14, 40), keeps));
    return result & (grey > paper * 0.5);
}

void compress(cv::Mat& grey, Dice& dice)
{
    std::vector<uchar> jpeg;
    cv::imencode(".jpg", grey, jpeg, {cv::IMWRITE_JPEG_QUALITY, dice.whole(35, 95)});
    grey = cv::imdecode(jpeg, cv::IMREAD_GRAYSCALE);
}

/// The colours of a scan in colour, at half its size: of a paper that is not quite white, with noise, kept by
/// a codec that spends little on them.
cv::Mat coloursOf(const cv::Mat& chroma, const cv::Matx23d& map, cv::Size size, Dice& dice)
{
    const cv::Matx23d toHalf = map * 0.5;
    cv::Mat smooth;
    cv::GaussianBlur(chroma, smooth, {}, dice.between(1.0, 3.0));
    cv::Mat seen;
    cv::warpAffine(smooth, seen, toHalf, cv::Size((size.width + 1) / 2, (size.height + 1) / 2),
                   cv::INTER_LINEAR, cv::BORDER_CONSTANT, cv::Scalar(kNoColour, kNoColour));
    std::vector<cv::Mat> channels;
    cv::split(seen, channels);
    for (cv::Mat& channel : channels) {
        cv::Mat noisy;
        const double gain = dice.between(0.75, 1.1);
        channel.convertTo(noisy, CV_32F, gain, kNoColour * (1.0 - gain) + dice.normal(3.0));
        noisy += noiseOf(noisy.size(), dice.between(0.3, 3.0), dice);
        noisy.convertTo(channel, CV_8U);
        compress(channel, dice);
    }
    cv::merge(channels, seen);
    return seen;
}

reading::Registration place(double scale, Dice& dice)
{
    const double angle = dice.normal(0.7) * CV_PI / 180.0;
    const double c = std::cos(angle) * scale;
    const double s = std::sin(angle) * scale;
    reading::Registration registration;
    registration.mmToPixel = {c, -s, dice.between(20, 30), s, c, dice.between(20, 30)};
    return registration;
}

/// The registration that the reader gets.
void misplace(reading::Registration& registration, Dice& dice)
{
    const double most = dice.chance(0.7) ? 0.12 : 0.3;
    const double dx = dice.between(-most, most);
    const double dy = dice.between(-most, most);
    auto& m = registration.mmToPixel;
    m[2] += m[0] * dx + m[1] * dy;
    m[5] += m[3] * dx + m[4] * dy;
    registration.uncertaintyMm = most * dice.between(0.1, 0.5);
}

} // namespace

SampleScan scanSample(const cv::Mat& drawing, const cv::Mat& chroma, const ScanCare& care, Dice& dice)
{
    constexpr std::array<double, 6> kDpi{200.0, 200.0, 240.0, 300.0, 300.0, 400.0};
    const double dpi = kDpi.at(static_cast<std::size_t>(dice.whole(0, 5)));
    const double scale = dpi / 25.4;
    SampleScan result;
    result.registration = place(scale * dice.between(0.95, 1.03), dice);
    const auto& m = result.registration.mmToPixel;
    const cv::Matx23d map(m[0] / kCanvas, m[1] / kCanvas, m[2], m[3] / kCanvas, m[4] / kCanvas, m[5]);
    cv::Mat dark = drawing.clone();
    spoil(dark, dice);
    cv::GaussianBlur(dark, dark, {}, kCanvas / scale * dice.between(0.3, care.real ? 0.8 : 1.0));
    cv::Mat seen;
    cv::warpAffine(dark, seen, map,
                   cv::Size(cvRound((kSample.width + 6) * scale), cvRound((kSample.height + 6) * scale)),
                   cv::INTER_LINEAR, cv::BORDER_CONSTANT, cv::Scalar(0));
    const double paper = dice.between(205, 254);
    cv::Mat grey;
    seen.convertTo(grey, CV_32F, -paper / 255.0, paper);
    shade(grey, care.real ? 0.05 : 0.12, dice);
    grey += noiseOf(grey.size(), dice.between(0.4, care.real ? 3.0 : 6.0), dice);
    const double white = dice.chance(0.4) ? dice.between(0.86, 0.98) * paper : 255.0; // scanners that clean
    grey.convertTo(result.image.grey, CV_8U, 255.0 / white);
    result.image.dpi = {dpi};
    result.image.bitonal = dice.chance(0.3);
    if (result.image.bitonal) {
        result.image.grey =
            blackAndWhite(result.image.grey, std::min(255.0, paper * 255.0 / white), care.faintest, dice);
    } else {
        if (dice.chance(0.7)) {
            compress(result.image.grey, dice);
        }
        if (dice.chance(0.5)) {
            result.image.chroma = coloursOf(chroma, map, result.image.grey.size(), dice);
        }
    }
    page::addHalves(result.image);
    result.truth = result.registration;
    misplace(result.registration, dice);
    return result;
}

} // namespace scanstraat::train
