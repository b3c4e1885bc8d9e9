// SPDX-License-Identifier: EUPL-1.2
#include "ScanStore.h"

#include "DrawnScene.h"
#include "scan/ScanFile.h"
#include "support/TemporaryFolder.h"

#include <gtest/gtest.h>

namespace scanstraat::battery {
namespace {

page::PageImage storedAndOpened(const Scene& scene)
{
    const test::TemporaryFolder folder;
    const auto path = storeScan(folder / "", "scan", scanOf(scene), scene);
    const auto file = scan::ScanFile::open(path);
    return *file->readPage(0);
}

TEST(ScanStore, WritesTheTrueResolution)
{
    for (const auto format : {synth::FileFormat::tiff, synth::FileFormat::png, synth::FileFormat::jpeg}) {
        Scene scene = markedScene();
        scene.scanner.dpiX = scene.scanner.dpiY = 200.0;
        scene.file.format = format;

        EXPECT_NEAR(storedAndOpened(scene).dpi.value, 200.0, 0.1);
    }
}

TEST(ScanStore, WritesAWrongResolution)
{
    for (const auto format : {synth::FileFormat::tiff, synth::FileFormat::png, synth::FileFormat::jpeg}) {
        Scene scene = markedScene();
        scene.file.format = format;
        scene.file.tagFactor = 1.2;

        EXPECT_NEAR(storedAndOpened(scene).dpi.value, 360.0, 0.1);
    }
}

TEST(ScanStore, LeavesTheResolutionOut)
{
    for (const auto format : {synth::FileFormat::tiff, synth::FileFormat::png, synth::FileFormat::jpeg}) {
        Scene scene = markedScene();
        scene.window = {250.0, 250.0}; // taken for A4, it would have another resolution
        scene.file.format = format;
        scene.file.tagFactor = 0.0;

        EXPECT_GT(std::abs(storedAndOpened(scene).dpi.value - 300.0), 5.0);
    }
}

TEST(ScanStore, KeepsBothResolutionsOfAFax)
{
    const page::PageImage page = storedAndOpened(distortedScene("fax", 1.0, 1));

    EXPECT_NEAR(page.dpi.value, 204.0, 0.1);
    EXPECT_NEAR(page.filePixels.y, 98.0 / 204.0, 0.01);
    EXPECT_TRUE(page.bitonal);
}

TEST(ScanStore, LeavesColourPixelsAsTheyAre)
{
    const test::TemporaryFolder folder;
    Scene scene = distortedScene("colour", 1.0, 1);
    scene.file.format = synth::FileFormat::tiff;
    const Scan scan = scanOf(scene);
    const cv::Mat before = scan.pixels.clone();

    storeScan(folder / "", "scan", scan, scene);

    EXPECT_EQ(cv::norm(before, scan.pixels, cv::NORM_INF), 0.0);
}

} // namespace
} // namespace scanstraat::battery
