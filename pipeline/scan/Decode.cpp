// SPDX-License-Identifier: EUPL-1.2
// Headers (size, resolution, depth) are read by Leptonica before any pixel is: a picture bomb is
// refused by its size. The pixels come from libjpeg (JpegPicture) and OpenCV (PNG).
#include "scan/Decode.h"

#include "page/Chroma.h"
#include "scan/JpegPicture.h"

#include <leptonica/allheaders.h>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

namespace scanstraat::scan {

namespace {

ScanProblem damaged(const std::string& what)
{
    return {ScanProblemCode::damaged, what + "; scan the sheet again or convert the file"};
}

bool isPng(std::span<const std::uint8_t> file)
{
    return file.size() > 8 && file[0] == 0x89 && file[1] == 'P';
}

/// A complete file ends with this marker, perhaps followed by some padding.
bool hasEndMarker(std::span<const std::uint8_t> file)
{
    constexpr std::size_t kSearched = 4096;
    const auto tail = file.last(std::min(file.size(), kSearched));
    if (isPng(file)) {
        constexpr std::array<std::uint8_t, 4> kPngEnd{'I', 'E', 'N', 'D'};
        return std::search(tail.begin(), tail.end(), kPngEnd.begin(), kPngEnd.end()) != tail.end();
    }
    constexpr std::array<std::uint8_t, 2> kJpegEnd{0xFF, 0xD9};
    return std::search(tail.begin(), tail.end(), kJpegEnd.begin(), kJpegEnd.end()) != tail.end();
}

/// Dots per inch of the pHYs chunk; untouched where there is none.
void pngResolution(std::span<const std::uint8_t> file, int& dpiX, int& dpiY)
{
    const std::unique_ptr<FILE, int (*)(FILE*)> stream(
        fmemopen(const_cast<std::uint8_t*>(file.data()), file.size(), "rb"), &fclose);
    if (stream) {
        fgetPngResolution(stream.get(), &dpiX, &dpiY);
    }
}

/// Its resolution is left to pngResolution.
Result<RawImage, ScanProblem> decodePng(std::span<const std::uint8_t> file)
{
    const cv::Mat buffer(1, static_cast<int>(file.size()), CV_8UC1, const_cast<std::uint8_t*>(file.data()));
    RawImage raw;
    try {
        raw.grey = cv::imdecode(buffer, cv::IMREAD_ANYCOLOR); // libpng's own way to grey takes a third longer
        if (raw.grey.channels() == 3) {
            raw.chroma = page::chromaOf(raw.grey, page::ChannelOrder::bgr);
            cv::cvtColor(raw.grey, raw.grey, cv::COLOR_BGR2GRAY);
        }
    } catch (const cv::Exception&) {
        raw.grey.release();
    }
    if (raw.grey.empty()) {
        return Failure{damaged("the pixels of the picture cannot be decoded")};
    }
    return raw;
}

} // namespace

std::optional<ScanProblem> checkSize(long long width, long long height, const ScanLimits& limits)
{
    if (width <= 0 || height <= 0) {
        return damaged("the picture has no pixels");
    }
    if (width <= limits.maxPixels && height <= limits.maxPixels / width) {
        return std::nullopt;
    }
    return ScanProblem{ScanProblemCode::tooLarge, "the picture has " + std::to_string(width) + " x " +
                                                      std::to_string(height) + " pixels, over the limit of " +
                                                      std::to_string(limits.maxPixels) +
                                                      "; scan at 200 to 600 dpi"};
}

Result<RawImage, ScanProblem> decodePngOrJpeg(std::span<const std::uint8_t> file, const ScanLimits& limits)
{
    int format = 0;
    int width = 0;
    int height = 0;
    int depth = 0;
    int samples = 0;
    if (pixReadHeaderMem(file.data(), file.size(), &format, &width, &height, &depth, &samples, nullptr) !=
        0) {
        return Failure{damaged("the header of the picture cannot be read")};
    }
    if (auto problem = checkSize(width, height, limits)) {
        return Failure{*problem};
    }
    if (!hasEndMarker(file)) {
        return Failure{ScanProblem{ScanProblemCode::truncated,
                                   "the picture is cut off before its end; copy or scan it again"}};
    }
    auto raw = isPng(file) ? decodePng(file) : decodeJpeg(file);
    if (!raw) {
        return raw;
    }
    int dpiX = 0;
    int dpiY = 0;
    if (isPng(file)) {
        pngResolution(file, dpiX, dpiY);
    } else {
        readResolutionMemJpeg(file.data(), file.size(), &dpiX, &dpiY);
    }
    raw->dpiX = dpiX;
    raw->dpiY = dpiY;
    raw->bitonal = depth == 1 && samples == 1;
    return raw;
}

namespace {

/// Sheets between A5 and A3 are believed, with up to twice as many dots in one direction as in the other
/// (fax: 204 x 98); anything else means that the tag is wrong.
bool isPlausible(const RawImage& raw)
{
    constexpr double kMostUneven = 2.2;
    if (!(raw.dpiX > 0 && raw.dpiY > 0) ||
        std::max(raw.dpiX, raw.dpiY) > kMostUneven * std::min(raw.dpiX, raw.dpiY)) {
        return false;
    }
    const double widthMm = raw.grey.cols / raw.dpiX * kMillimetresPerInch;
    const double heightMm = raw.grey.rows / raw.dpiY * kMillimetresPerInch;
    const auto [shortMm, longMm] = std::minmax(widthMm, heightMm);
    return shortMm >= 60.0 && shortMm <= 320.0 && longMm >= 140.0 && longMm <= 460.0;
}

} // namespace

page::PageImage normalise(RawImage raw, const ScanLimits& limits)
{
    const bool believed = isPlausible(raw);
    const double stated = std::max(raw.dpiX, raw.dpiY);
    page::PageImage image;
    image.bitonal = raw.bitonal;
    image.dpi = believed ? Dpi{stated} : page::dpiIfA4(raw.grey.size());
    cv::Point2d stretch(1.0, 1.0);
    if (believed && std::abs(raw.dpiX / raw.dpiY - 1.0) > 0.02) {
        stretch = {stated / raw.dpiX, stated / raw.dpiY};
    }
    while (image.dpi.value > limits.maxDpi) {
        image.dpi.value /= 2;
        stretch *= 0.5;
    }
    image.grey = std::move(raw.grey);
    image.chroma = std::move(raw.chroma);
    if (stretch != cv::Point2d(1.0, 1.0)) {
        page::stretch(image, stretch);
    }
    page::addHalves(image);
    return image;
}

} // namespace scanstraat::scan
