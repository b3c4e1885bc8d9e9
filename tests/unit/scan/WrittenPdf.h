// SPDX-License-Identifier: EUPL-1.2
// PDF files that tests write: an A4 page with a block on it, as a picture.
#pragma once

#include "scan/ScanFile.h"
#include "support/TemporaryFolder.h"

#include <gtest/gtest.h>
#include <opencv2/imgcodecs.hpp>

#include <cstdlib>

namespace scanstraat::scan {

constexpr int kWidth = 1654; // A4 at 200 dpi
constexpr int kHeight = 2339;
inline const cv::Rect kBlock(300, 500, 200, 100);

inline cv::Mat drawnPage()
{
    cv::Mat page(kHeight, kWidth, CV_8UC1, cv::Scalar(255));
    page(kBlock).setTo(0);
    return page;
}

inline std::string object(int number, const std::string& content)
{
    return std::to_string(number) + " 0 obj\n" + content + "\nendobj\n";
}

inline std::string stream(const std::string& dictionary, const std::string& data)
{
    return "<< " + dictionary + " /Length " + std::to_string(data.size()) + " >>\nstream\n" + data +
           "\nendstream";
}

/// What a test changes of the page around the picture.
struct Around
{
    std::string content = "q 595.4 0 0 842 0 0 cm /Im Do Q"; ///< the picture over the whole page
    std::string page = "";                                   ///< more entries of the page
    std::string resources = "";                              ///< more resources
    std::vector<std::string> objects{};                      ///< from number 6
};

/// An A4 PDF of one page with a picture, `/Im`, object 5. Without a cross-reference table, as damaged
/// files are: readers rebuild it.
inline std::string pdfWith(const std::string& picture, const Around& around)
{
    std::string pdf =
        "%PDF-1.4\n" + object(1, "<< /Type /Catalog /Pages 2 0 R >>") +
        object(2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>") +
        object(3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595.4 842] /Contents 4 0 R " + around.page +
                      " /Resources << /XObject << /Im 5 0 R /Form 6 0 R >> " + around.resources + " >> >>") +
        object(4, stream("", around.content)) + object(5, picture);
    int number = 6;
    for (const std::string& content : around.objects) {
        pdf += object(number++, content);
    }
    return pdf + "trailer << /Root 1 0 R /Size " + std::to_string(number) + " >>\n%%EOF\n";
}

inline std::string pictureOf(const std::string& imageDictionary, const std::string& data,
                             const std::string& size = "/Width 1654 /Height 2339")
{
    return stream("/Type /XObject /Subtype /Image " + size + " " + imageDictionary, data);
}

/// The picture over the whole page.
inline std::string pdfAround(const std::string& imageDictionary, const std::string& data,
                             const std::string& size = "/Width 1654 /Height 2339")
{
    return pdfWith(pictureOf(imageDictionary, data, size), {});
}

inline std::string jpegOf(const cv::Mat& picture)
{
    std::vector<uchar> bytes;
    cv::imencode(".jpg", picture, bytes);
    return {bytes.begin(), bytes.end()};
}

/// Looks for programs in one folder only, as long as it lives.
class PathOf
{
public:
    explicit PathOf(const std::filesystem::path& folder) : before_(getenv("PATH"))
    {
        setenv("PATH", folder.c_str(), 1);
    }
    ~PathOf() { setenv("PATH", before_.c_str(), 1); }
    PathOf(const PathOf&) = delete;
    PathOf& operator=(const PathOf&) = delete;

private:
    std::string before_;
};

/// Without a program to draw pages with, only lifted pages can be read.
inline bool isLifted(const std::filesystem::path& file)
{
    const test::TemporaryFolder empty;
    const PathOf path(empty / "");
    const auto image = ScanFile::open(file)->readPage(0);
    if (!image) {
        EXPECT_EQ(image.error().code, ScanProblemCode::helperMissing) << image.error().message;
        return false;
    }
    EXPECT_NEAR(image->dpi.value, 200, 1);
    return true;
}

/// The drawn page as a JPEG.
inline const std::string& scannedPicture()
{
    static const std::string kScan =
        pictureOf("/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode", jpegOf(drawnPage()));
    return kScan;
}

} // namespace scanstraat::scan
