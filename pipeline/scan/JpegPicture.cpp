// SPDX-License-Identifier: EUPL-1.2
// libjpeg goes on after lost data and only sends a warning, which OpenCV does not hand on. So libjpeg is
// called itself and each warning refuses the page, except bytes between segments, which some scanners leave.
#include "scan/JpegPicture.h"

#include <opencv2/imgproc.hpp>

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

/// False where libjpeg gave up. Grey and YCbCr give their first channel, the brightness, without a
/// conversion.
bool decodeInto(jpeg_decompress_struct& decoder, Messages& messages, std::span<const std::uint8_t> file,
                cv::Mat& picture)
{
    if (setjmp(messages.leave) != 0) { // NOLINT(cert-err52-cpp): libjpeg's way
        return false;
    }
    jpeg_mem_src(&decoder, file.data(), static_cast<unsigned long>(file.size()));
    jpeg_read_header(&decoder, TRUE);
    const bool isCmyk = decoder.jpeg_color_space == JCS_CMYK || decoder.jpeg_color_space == JCS_YCCK;
    decoder.out_color_space = isCmyk ? JCS_CMYK : JCS_GRAYSCALE;
    jpeg_start_decompress(&decoder);
    picture.create(static_cast<int>(decoder.output_height), static_cast<int>(decoder.output_width),
                   CV_8UC(decoder.output_components));
    while (decoder.output_scanline < decoder.output_height) {
        JSAMPROW row = picture.ptr<uchar>(static_cast<int>(decoder.output_scanline));
        jpeg_read_scanlines(&decoder, &row, 1);
    }
    jpeg_finish_decompress(&decoder);
    return true;
}

/// Adobe stores CMYK turned round: 255 is no ink. Brightness is what all four inks leave.
cv::Mat brightnessOfCmyk(const cv::Mat& inks)
{
    std::vector<cv::Mat> channels;
    cv::split(inks, channels);
    cv::Mat colours;
    cv::merge(std::vector<cv::Mat>{channels[0], channels[1], channels[2]}, colours);
    cv::Mat grey;
    cv::cvtColor(colours, grey, cv::COLOR_RGB2GRAY);
    cv::multiply(grey, channels[3], grey, 1.0 / 255.0);
    return grey;
}

} // namespace

Result<cv::Mat, ScanProblem> decodeJpeg(std::span<const std::uint8_t> file)
{
    Messages messages;
    jpeg_decompress_struct decoder{};
    decoder.err = jpeg_std_error(&messages.manager);
    messages.manager.error_exit = leaveDecoder;
    messages.manager.emit_message = countLoss;
    messages.manager.output_message = staySilent;
    jpeg_create_decompress(&decoder);
    cv::Mat picture;
    const bool done = decodeInto(decoder, messages, file, picture);
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
    return picture.channels() == 4 ? brightnessOfCmyk(picture) : picture;
}

} // namespace scanstraat::scan
