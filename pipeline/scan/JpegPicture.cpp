// SPDX-License-Identifier: EUPL-1.2
// libjpeg goes on after lost data and only sends a warning, which OpenCV does not hand on. So libjpeg is
// called itself and each warning refuses the page, except bytes between segments, which some scanners leave.
// YCbCr pictures are taken as their three planes: libjpeg would blow the colours up and interleave them,
// which takes longer than all the rest.
#include "scan/JpegPicture.h"

#include "page/Chroma.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstdio>

#include <jerror.h>
#include <jpeglib.h>

namespace scanstraat::scan {

namespace {

/// libjpeg leaves by longjmp: nothing with a destructor may live between setjmp and the calls.
struct Messages
{
    jpeg_error_mgr manager{};
    std::jmp_buf leave{};
    int losses = 0;
};

void leaveDecoder(j_common_ptr decoder)
{
    std::longjmp(reinterpret_cast<Messages*>(decoder->err)->leave, 1);
}

void countLoss(j_common_ptr decoder, int level)
{
    constexpr int kWarning = -1; // jpeglib.h: "-1: recoverable corrupt-data warning"
    if (level == kWarning && decoder->err->msg_code != JWRN_EXTRANEOUS_DATA) {
        ++reinterpret_cast<Messages*>(decoder->err)->losses;
    }
}

void staySilent(j_common_ptr /*decoder*/) {}

constexpr int kBlock = DCTSIZE; ///< pixels along a side of what libjpeg decodes at once

/// One group of rows of each plane as libjpeg gives them: whole blocks, the colours perhaps at half the size.
struct PlaneBand
{
    explicit PlaneBand(const jpeg_decompress_struct& decoder)
    {
        const int groupColumns = decoder.max_h_samp_factor * kBlock;
        const int groups = (static_cast<int>(decoder.output_width) + groupColumns - 1) / groupColumns;
        for (std::size_t i = 0; i < planes.size(); ++i) {
            const jpeg_component_info& plane = decoder.comp_info[i];
            planes[i].create(plane.v_samp_factor * kBlock, groups * plane.h_samp_factor * kBlock, CV_8UC1);
            for (int y = 0; y < planes[i].rows; ++y) {
                rows[i].at(static_cast<std::size_t>(y)) = planes[i].ptr<uchar>(y);
            }
            starts[i] = rows[i].data();
        }
    }

    std::array<cv::Mat, 3> planes; ///< Y, Cb, Cr
    std::array<std::array<JSAMPROW, MAX_SAMP_FACTOR * kBlock>, 3> rows{};
    std::array<JSAMPARRAY, 3> starts{};
};

/// What is decoded so far. Outlives the calls of libjpeg.
struct Decoded
{
    cv::Mat pixels; ///< brightness, or where libjpeg does not give that: RGB or CMYK
    cv::Mat chroma;
    std::optional<PlaneBand> band;
};

bool hasUsualPlanes(const jpeg_decompress_struct& decoder)
{
    return decoder.jpeg_color_space == JCS_YCbCr && decoder.num_components == 3 &&
           decoder.comp_info[0].h_samp_factor == decoder.max_h_samp_factor &&
           decoder.comp_info[0].v_samp_factor == decoder.max_v_samp_factor;
}

/// For this cv::resize takes ten times as long.
void meanOfRowPairs(const cv::Mat& rows, cv::Mat& means)
{
    const int columns = means.cols; // as far as the compiler knows, storing bytes might change means.cols
    for (int y = 0; y < means.rows; ++y) {
        const uchar* upper = rows.ptr<uchar>(2 * y);
        const uchar* lower = rows.ptr<uchar>(2 * y + 1);
        uchar* to = means.ptr<uchar>(y);
        for (int x = 0; x < columns; ++x) {
            to[x] = static_cast<uchar>((upper[x] + lower[x] + 1) / 2);
        }
    }
}

/// The rows of one of the band's colour planes that belong to `size` pixels of the chroma, brought to that
/// size.
cv::Mat chromaRows(const jpeg_decompress_struct& decoder, std::size_t plane, const cv::Mat& band,
                   cv::Size size)
{
    const jpeg_component_info& info = decoder.comp_info[plane];
    const auto stored = [](int pixels, int factor, int most) {
        return (2 * pixels * factor + most - 1) / most;
    };
    const cv::Size part(stored(size.width, info.h_samp_factor, decoder.max_h_samp_factor),
                        stored(size.height, info.v_samp_factor, decoder.max_v_samp_factor));
    const cv::Mat rows = band({{0, 0}, part});
    if (part == size) {
        return rows;
    }
    cv::Mat result(size, CV_8UC1);
    if (part == cv::Size(size.width, 2 * size.height)) {
        meanOfRowPairs(rows, result);
    } else {
        cv::resize(rows, result, size, 0, 0, cv::INTER_AREA);
    }
    return result;
}

/// Copies the band, whose first row is row `first` of the picture.
void keepBand(const jpeg_decompress_struct& decoder, int first, Decoded& decoded)
{
    const std::array<cv::Mat, 3>& planes = decoded.band->planes;
    const int rows = std::min(planes[0].rows, decoded.pixels.rows - first);
    planes[0]({0, 0, decoded.pixels.cols, rows}).copyTo(decoded.pixels.rowRange(first, first + rows));
    const cv::Mat to = decoded.chroma.rowRange(first / 2, (first + rows + 1) / 2);
    const std::array<cv::Mat, 2> colours{chromaRows(decoder, 1, planes[1], to.size()),
                                         chromaRows(decoder, 2, planes[2], to.size())};
    cv::merge(colours.data(), colours.size(), to);
}

void prepare(const jpeg_decompress_struct& decoder, Decoded& decoded)
{
    const cv::Size size(static_cast<int>(decoder.output_width), static_cast<int>(decoder.output_height));
    if (decoder.raw_data_out != 0) {
        decoded.pixels.create(size, CV_8UC1);
        decoded.chroma.create(page::chromaSize(size), CV_8UC2);
        decoded.band.emplace(decoder);
    } else {
        decoded.pixels.create(size, CV_8UC(decoder.output_components));
    }
}

/// False where libjpeg gave up.
bool decodeInto(jpeg_decompress_struct& decoder, Messages& messages, std::span<const std::uint8_t> file,
                Decoded& decoded)
{
    if (setjmp(messages.leave) != 0) { // NOLINT(cert-err52-cpp): libjpeg's way
        return false;
    }
    jpeg_mem_src(&decoder, file.data(), static_cast<unsigned long>(file.size()));
    jpeg_read_header(&decoder, TRUE);
    const bool isCmyk = decoder.jpeg_color_space == JCS_CMYK || decoder.jpeg_color_space == JCS_YCCK;
    const bool isRgb = decoder.jpeg_color_space == JCS_RGB;
    decoder.out_color_space = isCmyk ? JCS_CMYK : isRgb ? JCS_RGB : JCS_GRAYSCALE;
    decoder.raw_data_out = hasUsualPlanes(decoder) ? TRUE : FALSE;
    jpeg_start_decompress(&decoder);
    prepare(decoder, decoded);
    while (decoder.output_scanline < decoder.output_height) {
        const int first = static_cast<int>(decoder.output_scanline);
        if (decoder.raw_data_out != 0) {
            jpeg_read_raw_data(&decoder, decoded.band->starts.data(),
                               static_cast<JDIMENSION>(decoded.band->planes[0].rows));
            keepBand(decoder, first, decoded);
        } else {
            JSAMPROW row = decoded.pixels.ptr<uchar>(first);
            jpeg_read_scanlines(&decoder, &row, 1);
        }
    }
    jpeg_finish_decompress(&decoder);
    return true;
}

RawImage fromRgb(const cv::Mat& rgb)
{
    RawImage raw;
    cv::cvtColor(rgb, raw.grey, cv::COLOR_RGB2GRAY);
    raw.chroma = page::chromaOf(rgb, page::ChannelOrder::rgb);
    return raw;
}

/// Adobe stores CMYK turned round: 255 is no ink. Brightness and colour are what all four inks leave.
RawImage fromCmyk(const cv::Mat& inks)
{
    std::vector<cv::Mat> channels;
    cv::split(inks, channels);
    const cv::Mat black = channels.back();
    channels.pop_back();
    cv::Mat colours;
    cv::merge(channels, colours);
    RawImage raw;
    cv::cvtColor(colours, raw.grey, cv::COLOR_RGB2GRAY);
    cv::multiply(raw.grey, black, raw.grey, 1.0 / 255.0);
    for (cv::Mat& channel : channels) {
        cv::multiply(channel, black, channel, 1.0 / 255.0);
    }
    cv::merge(channels, colours);
    raw.chroma = page::chromaOf(colours, page::ChannelOrder::rgb);
    return raw;
}

} // namespace

Result<RawImage, ScanProblem> decodeJpeg(std::span<const std::uint8_t> file)
{
    Messages messages;
    jpeg_decompress_struct decoder{};
    decoder.err = jpeg_std_error(&messages.manager);
    messages.manager.error_exit = leaveDecoder;
    messages.manager.emit_message = countLoss;
    messages.manager.output_message = staySilent;
    jpeg_create_decompress(&decoder);
    Decoded decoded;
    const bool done = decodeInto(decoder, messages, file, decoded);
    jpeg_destroy_decompress(&decoder);
    if (!done) {
        return Failure{ScanProblem{ScanProblemCode::damaged,
                                   "the pixels of the picture cannot be decoded; scan the sheet again or "
                                   "convert the file"}};
    }
    if (messages.losses > 0) {
        return Failure{
            ScanProblem{ScanProblemCode::truncated, "pixels of the picture are lost; copy or scan it again"}};
    }
    switch (decoded.pixels.channels()) {
    case 3:
        return fromRgb(decoded.pixels);
    case 4:
        return fromCmyk(decoded.pixels);
    default:
        return RawImage{decoded.pixels, decoded.chroma};
    }
}

} // namespace scanstraat::scan
