// SPDX-License-Identifier: EUPL-1.2
#include "scan/ScanFile.h"

#include "support/TemporaryFolder.h"

#include <gtest/gtest.h>
#include <leptonica/allheaders.h>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <cmath>
#include <cstdlib>

namespace scanstraat::scan {
namespace {

using test::TemporaryFolder;

constexpr int kWidth = 1654; // A4 at 200 dpi
constexpr int kHeight = 2339;
const cv::Rect kBlock(300, 500, 200, 100);

cv::Mat drawnPage()
{
    cv::Mat page(kHeight, kWidth, CV_8UC1, cv::Scalar(255));
    page(kBlock).setTo(0);
    return page;
}

std::string object(int number, const std::string& content)
{
    return std::to_string(number) + " 0 obj\n" + content + "\nendobj\n";
}

std::string stream(const std::string& dictionary, const std::string& data)
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
std::string pdfWith(const std::string& picture, const Around& around)
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

std::string pictureOf(const std::string& imageDictionary, const std::string& data,
                      const std::string& size = "/Width 1654 /Height 2339")
{
    return stream("/Type /XObject /Subtype /Image " + size + " " + imageDictionary, data);
}

/// The picture over the whole page.
std::string pdfAround(const std::string& imageDictionary, const std::string& data,
                      const std::string& size = "/Width 1654 /Height 2339")
{
    return pdfWith(pictureOf(imageDictionary, data, size), {});
}

std::string jpegOf(const cv::Mat& picture)
{
    std::vector<uchar> bytes;
    cv::imencode(".jpg", picture, bytes);
    return {bytes.begin(), bytes.end()};
}

/// The G4 strip of a TIFF file that Leptonica wrote.
std::string group4Of(const cv::Mat& grey)
{
    Pix* pix = pixCreate(grey.cols, grey.rows, 1);
    for (int y = 0; y < grey.rows; ++y) {
        for (int x = 0; x < grey.cols; ++x) {
            pixSetPixel(pix, x, y, grey.at<uchar>(y, x) < 128 ? 1 : 0);
        }
    }
    l_uint8* data = nullptr;
    size_t bytes = 0;
    l_int32 width = 0;
    l_int32 height = 0;
    l_int32 minIsBlack = 0;
    const TemporaryFolder folder;
    pixWrite((folder / "a.tif").c_str(), pix, IFF_TIFF_G4);
    extractG4DataFromFile((folder / "a.tif").c_str(), &data, &bytes, &width, &height, &minIsBlack);
    std::string strip(reinterpret_cast<const char*>(data), bytes);
    lept_free(data);
    pixDestroy(&pix);
    return strip;
}

void expectDrawnPage(const std::filesystem::path& path)
{
    const auto file = ScanFile::open(path);
    ASSERT_TRUE(file) << file.error().message;
    ASSERT_EQ(file->pageCount(), 1);
    const auto image = file->readPage(0);
    ASSERT_TRUE(image) << image.error().message;
    const double scale = image->dpi.value / 200.0;
    EXPECT_NEAR(image->grey.cols, kWidth * scale, 3);
    const cv::Rect block(cvRound(kBlock.x * scale) + 4, cvRound(kBlock.y * scale) + 4,
                         cvRound(kBlock.width * scale) - 8, cvRound(kBlock.height * scale) - 8);
    EXPECT_LT(cv::mean(image->grey(block))[0], 10);
    EXPECT_GT(cv::mean(image->grey)[0], 240);
}

TEST(Pdf, ReadsAScannedJpegPage)
{
    const TemporaryFolder folder;
    test::writeBytes(
        folder / "a.pdf",
        pdfAround("/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode", jpegOf(drawnPage())));

    expectDrawnPage(folder / "a.pdf");
    EXPECT_NEAR(ScanFile::open(folder / "a.pdf")->readPage(0)->dpi.value, 200, 1);
}

TEST(Pdf, ReadsAFaxCompressedPage)
{
    const TemporaryFolder folder;
    const std::string parameters = "/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode "
                                   "/DecodeParms << /K -1 /Columns 1654 /Rows 2339 >>";
    test::writeBytes(folder / "a.pdf", pdfAround(parameters, group4Of(drawnPage())));

    expectDrawnPage(folder / "a.pdf");
    EXPECT_TRUE(ScanFile::open(folder / "a.pdf")->readPage(0)->bitonal);
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
bool isLifted(const std::filesystem::path& file)
{
    const TemporaryFolder empty;
    const PathOf path(empty / "");
    const auto image = ScanFile::open(file)->readPage(0);
    if (!image) {
        EXPECT_EQ(image.error().code, ScanProblemCode::helperMissing) << image.error().message;
        return false;
    }
    EXPECT_NEAR(image->dpi.value, 200, 1);
    return true;
}

TEST(Pdf, LiftsAFaxPictureOnlyIfAllItsParametersAreThoseOfAStrip)
{
    const TemporaryFolder folder;
    const std::string strip = group4Of(drawnPage());
    const auto lifted = [&](const std::string& parameters) {
        test::writeBytes(folder / "a.pdf",
                         pdfAround("/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode "
                                   "/DecodeParms " +
                                       parameters,
                                   strip));
        return isLifted(folder / "a.pdf");
    };

    EXPECT_TRUE(lifted("<< /K -1 /Columns 1654 >>"));
    EXPECT_TRUE(lifted("[ << /K -1 /Columns 1654 /Rows 2339 /EncodedByteAlign false >> ]"));
    EXPECT_FALSE(lifted("<< /K -1 >>")); // 1728 columns
    EXPECT_FALSE(lifted("<< /K -1 /Columns 1655 >>"));
    EXPECT_FALSE(lifted("<< /K -1 /Columns 1654 /Rows 100 >>"));
    EXPECT_FALSE(lifted("<< /K -1 /Columns 1654 /EncodedByteAlign true >>"));
    EXPECT_FALSE(lifted("<< /K 0 /Columns 1654 >>"));
}

/// The drawn page as a JPEG.
const std::string& scannedPicture()
{
    static const std::string kScan =
        pictureOf("/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode", jpegOf(drawnPage()));
    return kScan;
}

bool isLifted(const Around& around)
{
    const TemporaryFolder folder;
    test::writeBytes(folder / "a.pdf", pdfWith(scannedPicture(), around));
    return isLifted(folder / "a.pdf");
}

/// The page drawn with something else over the picture, which must be seen in the result.
cv::Mat drawn(const Around& around)
{
    const TemporaryFolder folder;
    test::writeBytes(folder / "a.pdf", pdfWith(scannedPicture(), around));
    const auto image = ScanFile::open(folder / "a.pdf")->readPage(0);
    EXPECT_TRUE(image);
    EXPECT_NEAR(image->dpi.value, 300, 1);
    return image->grey;
}

const std::string kPicture = "q 595.4 0 0 842 0 0 cm /Im Do Q ";
const std::string kFont = "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>";

std::string form(const std::string& content, const std::string& box = "0 0 595.4 842")
{
    return stream("/Type /XObject /Subtype /Form /BBox [" + box + "]", content);
}

TEST(Pdf, LiftsAPictureThatFillsThePage)
{
    EXPECT_TRUE(isLifted(Around{}));
    EXPECT_TRUE(isLifted(Around{"q 1 0 0 1 0 0 cm 595.4 0 0 842 0 0 cm q Q /Im Do Q"}));
    EXPECT_TRUE(isLifted(Around{"594 0 0 840 1 1 cm /Im Do"}));
    EXPECT_TRUE(isLifted(Around{"q 0 0 595.4 842 re W n 0 g " + kPicture + "Q"}));
    EXPECT_TRUE(isLifted(Around{"/G gs " + kPicture, "", "/ExtGState << /G << /ca 1 /BM /Normal >> >>"}));
    EXPECT_TRUE(isLifted(Around{"/Form Do", "", "", {form(kPicture)}}));
}

TEST(Pdf, DrawsAPageThatThePictureDoesNotFill)
{
    EXPECT_FALSE(isLifted(Around{"q 300 0 0 424 100 100 cm /Im Do Q"}));
    EXPECT_FALSE(isLifted(Around{"q 595.4 0 0 842 100 0 cm /Im Do Q"}));
    EXPECT_FALSE(isLifted(Around{"q 900 0 0 1273 -100 -100 cm /Im Do Q"}));
    EXPECT_FALSE(isLifted(Around{"q 0 0 300 842 re W n " + kPicture + "Q"}));
    EXPECT_FALSE(isLifted(Around{kPicture, "/CropBox [0 0 300 842]"}));
    EXPECT_FALSE(isLifted(Around{"/Form Do", "", "", {form(kPicture, "0 0 595 300")}}));
    EXPECT_FALSE(isLifted(Around{"q 590 60 -60 835 0 0 cm /Im Do Q"}));     // slanted
    EXPECT_FALSE(isLifted(Around{"q -595.4 0 0 842 595.4 0 cm /Im Do Q"})); // mirrored
}

TEST(Pdf, DrawsAPageWithMoreThanThePicture)
{
    EXPECT_FALSE(isLifted(Around{kPicture + "0 g 100 100 50 50 re f"}));
    EXPECT_FALSE(isLifted(Around{kPicture + "0 0 m 100 100 l S"}));
    EXPECT_FALSE(isLifted(Around{kPicture + kPicture}));
    EXPECT_FALSE(isLifted(Around{kPicture + "q 9 0 0 9 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q"}));
    EXPECT_FALSE(isLifted(Around{kPicture + "/Form Do", "", "", {form("9 9 9 9 re f")}}));
    EXPECT_FALSE(isLifted(Around{"/G gs " + kPicture, "", "/ExtGState << /G << /ca 0.5 >> >>"}));
    EXPECT_FALSE(isLifted(Around{"/OC /Layer BDC " + kPicture + "EMC"}));
    EXPECT_FALSE(isLifted(Around{kPicture + "/Form Do", "", "", {form("/Form Do")}})); // endless
}

TEST(Pdf, DoesNotLoseTextOverThePicture)
{
    const cv::Mat page = drawn({kPicture + "BT /F 90 Tf 100 200 Td (MMMM) Tj ET", "", kFont});

    EXPECT_LT(cv::mean(page(cv::Rect(417, 2400, 1200, 270)))[0], 200);
}

TEST(Pdf, InvisibleTextIsNoReasonToDraw)
{
    const std::string invisible = "BT 3 Tr /F 90 Tf 100 200 Td (MMMM) Tj ET ";

    EXPECT_TRUE(isLifted(Around{kPicture + invisible, "", kFont}));
    EXPECT_TRUE(isLifted(Around{kPicture + "/Form Do", "", kFont, {form(invisible)}}));
    EXPECT_FALSE(isLifted(Around{kPicture + invisible + "BT 0 Tr (M) Tj ET", "", kFont}));
    EXPECT_FALSE(isLifted(Around{kPicture + "q " + invisible + "Q BT (M) Tj ET", "", kFont}));
}

TEST(Pdf, DoesNotLoseAFilledInField)
{
    const std::string appearance =
        stream("/Type /XObject /Subtype /Form /BBox [0 0 200 50]", "0 g 0 0 200 50 re f");
    const std::string widget = "<< /Type /Annot /Subtype /Widget /FT /Tx /V (Jansen) /Rect [100 100 300 150] "
                               "/F 4 /AP << /N 7 0 R >> >>";

    const cv::Mat page = drawn({kPicture, "/Annots [6 0 R]", "", {widget, appearance}});

    EXPECT_LT(cv::mean(page(cv::Rect(450, 2900, 700, 150)))[0], 50);
}

TEST(Pdf, AHiddenAnnotationIsNoReasonToDraw)
{
    const auto withFlags = [](const std::string& flags) {
        return isLifted(Around{kPicture,
                               "/Annots [6 0 R]",
                               "",
                               {"<< /Type /Annot /Subtype /FreeText /Contents (x) /DA (/Helv 12 Tf) "
                                "/Rect [9 9 99 99] /F " +
                                flags + " >>"}});
    };

    EXPECT_TRUE(withFlags("2"));
    EXPECT_FALSE(withFlags("4"));
}

TEST(Pdf, GivesATurnedPageAsItIsSeen)
{
    const TemporaryFolder folder;
    const std::string upsideDown = "q -595.4 0 0 -842 595.4 842 cm /Im Do Q";
    const std::string left = "q 0 595.4 -842 0 842 0 cm /Im Do Q";
    const std::string wide = "/CropBox [0 0 842 595.4] /MediaBox [0 0 842 595.4]";
    for (const Around& around :
         {Around{kPicture, "/Rotate 90"}, Around{kPicture, "/Rotate -90"}, Around{kPicture, "/Rotate 180"},
          Around{upsideDown}, Around{upsideDown, "/Rotate 450"}, Around{left, wide},
          Around{left, wide + " /Rotate 90"}}) {
        test::writeBytes(folder / "lifted.pdf", pdfWith(scannedPicture(), around));
        Around also = around; // a dot makes pdftoppm draw it
        also.content += " 0 g 0 0 1 1 re f";
        test::writeBytes(folder / "drawn.pdf", pdfWith(scannedPicture(), also));
        ASSERT_TRUE(isLifted(folder / "lifted.pdf")) << around.content << around.page;

        const cv::Mat lifted = ScanFile::open(folder / "lifted.pdf")->readPage(0)->grey;
        cv::Mat expected = ScanFile::open(folder / "drawn.pdf")->readPage(0)->grey;

        ASSERT_EQ(lifted.cols > lifted.rows, expected.cols > expected.rows);
        cv::resize(expected, expected, lifted.size(), 0, 0, cv::INTER_AREA);
        EXPECT_LT(cv::norm(lifted, expected, cv::NORM_L1) / static_cast<double>(lifted.total()), 1.0)
            << around.content << around.page;
    }
}

TEST(Pdf, BrokenContentIsDrawnAndNeverCrashes)
{
    for (const std::string content :
         {"", "Q Q Q", "cm", "/Im", "Do", "/None Do", "1 0 0 cm /Im Do", "(a) Tf Tj", "/Im gs", "<< [ (",
          "q 99999999999999999999999999999999999999999999 0 0 1e9 0 0 cm /Im Do", "re W n", "W n /Im Do"}) {
        EXPECT_FALSE(isLifted(Around{content})) << content;
    }
    EXPECT_FALSE(isLifted(Around{std::string(100'000, 'q')}));
    std::string saves;
    for (int i = 0; i < 100'000; ++i) {
        saves += "q ";
    }
    EXPECT_FALSE(isLifted(Around{saves + kPicture}));
    EXPECT_FALSE(isLifted(Around{std::string(5'000'000, ' ') + kPicture}));
}

std::string deflated(const cv::Mat& bytes)
{
    size_t packed = 0;
    l_uint8* data = zlibCompress(bytes.data, bytes.total(), &packed);
    std::string stream(reinterpret_cast<const char*>(data), packed);
    lept_free(data);
    return stream;
}

/// Of this process, the highest since the last reset.
class PeakMemory
{
public:
    PeakMemory()
    {
        std::ofstream("/proc/self/clear_refs") << 5; // proc(5): resets VmHWM
        before_ = kiB();
    }
    [[nodiscard]] long grownKiB() const { return kiB() - before_; }

private:
    static long kiB()
    {
        const std::string status = test::readBytes("/proc/self/status");
        return std::stol(status.substr(status.find("VmHWM:") + 6));
    }
    long before_ = 0;
};

TEST(Pdf, UnpacksNoMoreOfAStreamThanThePictureNeeds)
{
    const TemporaryFolder folder;
    cv::Mat bomb(kHeight * 40, kWidth, CV_8UC1, cv::Scalar(255)); // 155 MB
    drawnPage().copyTo(bomb.rowRange(0, kHeight));
    test::writeBytes(
        folder / "a.pdf",
        pdfAround("/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode", deflated(bomb)));
    bomb.release();
    const auto file = ScanFile::open(folder / "a.pdf");
    const PeakMemory memory;

    const auto image = file->readPage(0);

    ASSERT_TRUE(image) << image.error().message;
    EXPECT_NEAR(image->dpi.value, 200, 1);
    EXPECT_EQ(image->grey.at<uchar>(kBlock.y + 9, kBlock.x + 9), 0);
    EXPECT_LT(memory.grownKiB(), 60'000);
}

TEST(Pdf, TakesADeflatedPicture)
{
    const TemporaryFolder folder;
    test::writeBytes(
        folder / "a.pdf",
        pdfAround("/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode", deflated(drawnPage())));

    expectDrawnPage(folder / "a.pdf");
    EXPECT_TRUE(isLifted(folder / "a.pdf"));
}

TEST(Pdf, ACutOffOrDamagedDeflatedPictureIsAProblem)
{
    const TemporaryFolder folder;
    const std::string whole = deflated(drawnPage());
    const std::string half = whole.substr(0, whole.size() / 2);
    for (const std::string& data : {half, half + std::string(half.size(), '\xff')}) {
        test::writeBytes(folder / "a.pdf",
                         pdfAround("/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode", data));

        const auto image = ScanFile::open(folder / "a.pdf")->readPage(0);

        ASSERT_FALSE(image);
        EXPECT_EQ(image.error().code, ScanProblemCode::truncated);
    }
}

TEST(Pdf, RefusesAPictureByTheSizeThatItStates)
{
    const TemporaryFolder folder;
    for (const std::string size : {"/Width 100000 /Height 100000", "/Width 9223372036854775807 /Height 2",
                                   "/Width 9223372036854775807 /Height 9223372036854775807"}) {
        test::writeBytes(
            folder / "a.pdf",
            pdfAround("/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode", "x", size));

        const auto image = ScanFile::open(folder / "a.pdf")->readPage(0);

        ASSERT_FALSE(image) << size;
        EXPECT_EQ(image.error().code, ScanProblemCode::tooLarge) << size;
    }
}

TEST(Pdf, ReadsPlainSamples)
{
    const TemporaryFolder folder;
    const cv::Mat page = drawnPage();
    test::writeBytes(folder / "a.pdf", pdfAround("/ColorSpace /DeviceGray /BitsPerComponent 8",
                                                 std::string(page.begin<uchar>(), page.end<uchar>())));

    expectDrawnPage(folder / "a.pdf");
}

/// A PDF of one page without resources that draws the block. `box`: the four numbers of its size.
std::string pdfWithDrawing(const std::string& box)
{
    const std::string drawing = "q 0 g 108 626 72 36 re f Q"; // in points from the bottom left
    return "%PDF-1.4\n" + object(1, "<< /Type /Catalog /Pages 2 0 R >>") +
           object(2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>") +
           object(3, "<< /Type /Page /Parent 2 0 R /MediaBox [" + box + "] /Contents 4 0 R >>") +
           object(4, stream("", drawing)) + "trailer << /Root 1 0 R /Size 5 >>\n%%EOF\n";
}

TEST(Pdf, DrawsAPageThatIsNoSinglePicture)
{
    const TemporaryFolder folder;
    test::writeBytes(folder / "a.pdf", pdfWithDrawing("0 0 595.4 842"));

    expectDrawnPage(folder / "a.pdf");
}

TEST(Pdf, SaysThatTheDrawingProgramIsMissing)
{
    const TemporaryFolder folder;
    const TemporaryFolder empty;
    test::writeBytes(folder / "a.pdf", pdfWithDrawing("0 0 595.4 842"));
    const PathOf path(empty / "");

    const auto image = ScanFile::open(folder / "a.pdf")->readPage(0);

    ASSERT_FALSE(image);
    EXPECT_EQ(image.error().code, ScanProblemCode::helperMissing);
    EXPECT_NE(image.error().message.find("poppler-utils"), std::string::npos);
}

TEST(Pdf, ADrawingProgramThatFailsIsNotMissing)
{
    const TemporaryFolder folder;
    test::writeBytes(folder / "a.pdf", pdfWithDrawing("0 0 595.4 842"));
    test::writeBytes(folder / "pdftoppm", "#!/bin/sh\nexit 3\n");
    std::filesystem::permissions(folder / "pdftoppm", std::filesystem::perms::owner_all);
    const PathOf path(folder / "");

    const auto image = ScanFile::open(folder / "a.pdf")->readPage(0);

    ASSERT_FALSE(image);
    EXPECT_EQ(image.error().code, ScanProblemCode::damaged);
}

TEST(Pdf, RefusesToDrawAPageOfAbsurdSize)
{
    const TemporaryFolder folder;
    const std::string endless = "1" + std::string(400, '0') + ".0"; // infinite as a double
    for (const std::string& box :
         {std::string("0 0 90000 90000"), "0 0 " + endless + " 842", "0 0 " + endless + " " + endless,
          "-" + endless + " 0 " + endless + " 9"}) {
        test::writeBytes(folder / "a.pdf", pdfWithDrawing(box));

        const auto image = ScanFile::open(folder / "a.pdf")->readPage(0);

        ASSERT_FALSE(image) << box.substr(0, 20);
        EXPECT_EQ(image.error().code, ScanProblemCode::tooLarge);
    }
}

TEST(Pdf, RefusesAnEncryptedFile)
{
    const TemporaryFolder folder;
    test::writeBytes(
        folder / "open.pdf",
        pdfAround("/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode", jpegOf(drawnPage())));
    const std::string command = "qpdf --warning-exit-0 --encrypt geheim eigenaar 256 -- " +
                                (folder / "open.pdf").string() + " " + (folder / "locked.pdf").string() +
                                " 2>/dev/null";
    ASSERT_EQ(std::system(command.c_str()), 0);

    const auto file = ScanFile::open(folder / "locked.pdf");

    ASSERT_FALSE(file);
    EXPECT_EQ(file.error().code, ScanProblemCode::encrypted);
}

TEST(Pdf, ReadsAFileThatOnlyItsOwnerMayChange)
{
    const TemporaryFolder folder;
    test::writeBytes(folder / "open.pdf", pdfWith(scannedPicture(), {}));
    const std::string command = "qpdf --warning-exit-0 --encrypt '' eigenaar 256 -- " +
                                (folder / "open.pdf").string() + " " + (folder / "locked.pdf").string() +
                                " 2>/dev/null";
    ASSERT_EQ(std::system(command.c_str()), 0);

    expectDrawnPage(folder / "locked.pdf");
    EXPECT_TRUE(isLifted(folder / "locked.pdf"));
}

TEST(Pdf, ReadsAFileWithAWrongCrossReferenceTable)
{
    const TemporaryFolder folder;
    test::writeBytes(folder / "a.pdf", pdfWith(scannedPicture(), {}) +
                                           "xref\n0 2\n0000000000 65535 f\n0000999999 00000 n\n"
                                           "trailer << /Root 1 0 R /Size 6 >>\nstartxref\n7\n%%EOF\n");

    EXPECT_TRUE(isLifted(folder / "a.pdf"));
}

TEST(Pdf, RefusesAnEmptyAndACutOffFile)
{
    const TemporaryFolder folder;
    const std::string whole =
        pdfAround("/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode", jpegOf(drawnPage()));
    test::writeBytes(folder / "empty.pdf", "");
    test::writeBytes(folder / "head.pdf", whole.substr(0, 40));
    test::writeBytes(folder / "half.pdf", whole.substr(0, whole.size() / 2));

    EXPECT_EQ(ScanFile::open(folder / "empty.pdf").error().code, ScanProblemCode::empty);
    EXPECT_FALSE(ScanFile::open(folder / "head.pdf"));
    const auto half = ScanFile::open(folder / "half.pdf");
    EXPECT_TRUE(!half || !half->readPage(0));
}

} // namespace
} // namespace scanstraat::scan
