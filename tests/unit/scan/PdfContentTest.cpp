// SPDX-License-Identifier: EUPL-1.2
#include "scan/ScanFile.h"

#include "WrittenPdf.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

namespace scanstraat::scan {
namespace {

using test::TemporaryFolder;

bool lifts(const Around& around)
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

TEST(PdfContent, LiftsAPictureThatFillsThePage)
{
    EXPECT_TRUE(lifts(Around{}));
    EXPECT_TRUE(lifts(Around{"q 1 0 0 1 0 0 cm 595.4 0 0 842 0 0 cm q Q /Im Do Q"}));
    EXPECT_TRUE(lifts(Around{"594 0 0 840 1 1 cm /Im Do"}));
    EXPECT_TRUE(lifts(Around{"q 0 0 595.4 842 re W n 0 g " + kPicture + "Q"}));
    EXPECT_TRUE(lifts(Around{"/G gs " + kPicture, "", "/ExtGState << /G << /ca 1 /BM /Normal >> >>"}));
    EXPECT_TRUE(lifts(Around{"/Form Do", "", "", {form(kPicture)}}));
}

TEST(PdfContent, DrawsAPageThatThePictureDoesNotFill)
{
    EXPECT_FALSE(lifts(Around{"q 300 0 0 424 100 100 cm /Im Do Q"}));
    EXPECT_FALSE(lifts(Around{"q 595.4 0 0 842 100 0 cm /Im Do Q"}));
    EXPECT_FALSE(lifts(Around{"q 900 0 0 1273 -100 -100 cm /Im Do Q"}));
    EXPECT_FALSE(lifts(Around{"q 0 0 300 842 re W n " + kPicture + "Q"}));
    EXPECT_FALSE(lifts(Around{kPicture, "/CropBox [0 0 300 842]"}));
    EXPECT_FALSE(lifts(Around{"/Form Do", "", "", {form(kPicture, "0 0 595 300")}}));
    EXPECT_FALSE(lifts(Around{"q 590 60 -60 835 0 0 cm /Im Do Q"}));     // slanted
    EXPECT_FALSE(lifts(Around{"q -595.4 0 0 842 595.4 0 cm /Im Do Q"})); // mirrored
}

TEST(PdfContent, DrawsAPageWithMoreThanThePicture)
{
    EXPECT_FALSE(lifts(Around{kPicture + "0 g 100 100 50 50 re f"}));
    EXPECT_FALSE(lifts(Around{kPicture + "0 0 m 100 100 l S"}));
    EXPECT_FALSE(lifts(Around{kPicture + kPicture}));
    EXPECT_FALSE(lifts(Around{kPicture + "q 9 0 0 9 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q"}));
    EXPECT_FALSE(lifts(Around{kPicture + "/Form Do", "", "", {form("9 9 9 9 re f")}}));
    EXPECT_FALSE(lifts(Around{"/G gs " + kPicture, "", "/ExtGState << /G << /ca 0.5 >> >>"}));
    EXPECT_FALSE(lifts(Around{"/OC /Layer BDC " + kPicture + "EMC"}));
    EXPECT_FALSE(lifts(Around{kPicture + "/Form Do", "", "", {form("/Form Do")}})); // endless
}

TEST(PdfContent, DoesNotLoseTextOverThePicture)
{
    const cv::Mat page = drawn({kPicture + "BT /F 90 Tf 100 200 Td (MMMM) Tj ET", "", kFont});

    EXPECT_LT(cv::mean(page(cv::Rect(417, 2400, 1200, 270)))[0], 200);
}

TEST(PdfContent, InvisibleTextIsNoReasonToDraw)
{
    const std::string invisible = "BT 3 Tr /F 90 Tf 100 200 Td (MMMM) Tj ET ";

    EXPECT_TRUE(lifts(Around{kPicture + invisible, "", kFont}));
    EXPECT_TRUE(lifts(Around{kPicture + "/Form Do", "", kFont, {form(invisible)}}));
    EXPECT_FALSE(lifts(Around{kPicture + invisible + "BT 0 Tr (M) Tj ET", "", kFont}));
    EXPECT_FALSE(lifts(Around{kPicture + "q " + invisible + "Q BT (M) Tj ET", "", kFont}));
}

TEST(PdfContent, DoesNotLoseAFilledInField)
{
    const std::string appearance =
        stream("/Type /XObject /Subtype /Form /BBox [0 0 200 50]", "0 g 0 0 200 50 re f");
    const std::string widget = "<< /Type /Annot /Subtype /Widget /FT /Tx /V (Jansen) /Rect [100 100 300 150] "
                               "/F 4 /AP << /N 7 0 R >> >>";

    const cv::Mat page = drawn({kPicture, "/Annots [6 0 R]", "", {widget, appearance}});

    EXPECT_LT(cv::mean(page(cv::Rect(450, 2900, 700, 150)))[0], 50);
}

TEST(PdfContent, AHiddenAnnotationIsNoReasonToDraw)
{
    const auto withFlags = [](const std::string& flags) {
        return lifts(Around{kPicture,
                            "/Annots [6 0 R]",
                            "",
                            {"<< /Type /Annot /Subtype /FreeText /Contents (x) /DA (/Helv 12 Tf) "
                             "/Rect [9 9 99 99] /F " +
                             flags + " >>"}});
    };

    EXPECT_TRUE(withFlags("2"));
    EXPECT_FALSE(withFlags("4"));
}

TEST(PdfContent, GivesATurnedPageAsItIsSeen)
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

TEST(PdfContent, BrokenContentIsDrawnAndNeverCrashes)
{
    for (const std::string content :
         {"", "Q Q Q", "cm", "/Im", "Do", "/None Do", "1 0 0 cm /Im Do", "(a) Tf Tj", "/Im gs", "<< [ (",
          "q 99999999999999999999999999999999999999999999 0 0 1e9 0 0 cm /Im Do", "re W n", "W n /Im Do"}) {
        EXPECT_FALSE(lifts(Around{content})) << content;
    }
    EXPECT_FALSE(lifts(Around{std::string(100'000, 'q')}));
    std::string saves;
    for (int i = 0; i < 100'000; ++i) {
        saves += "q ";
    }
    EXPECT_FALSE(lifts(Around{saves + kPicture}));
    EXPECT_FALSE(lifts(Around{std::string(5'000'000, ' ') + kPicture}));
}

} // namespace
} // namespace scanstraat::scan
