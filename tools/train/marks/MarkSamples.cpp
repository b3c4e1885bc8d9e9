// SPDX-License-Identifier: EUPL-1.2
// scanstraat-mark-samples FIRST_SEED PAGES [PICTURE.png]: draws boxes and writes, for each, its state and
// the features that the mark reader measures, as CSV on standard output. With a picture: the cuts of the
// first pages instead, to look at.
#include "SamplePage.h"

#include "marks/BoxCutter.h"
#include "marks/MarkFeatures.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <cstdio>
#include <cstdlib>
#include <iostream>

namespace {

using namespace scanstraat;

void printHeader()
{
    std::printf("seed,box,state");
    for (std::size_t i = 0; i < marks::kFeatures; ++i) {
        std::printf(",%s", std::string(marks::featureName(i)).c_str());
    }
    std::printf("\n");
}

void printSamples(std::uint64_t seed)
{
    train::SamplePage sample = train::drawSamplePage(seed);
    const page::RegisteredPage page(sample.image, sample.registration);
    const auto cuts = marks::cutBoxes(page, sample.field);
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        if (sample.states[i].empty()) {
            continue;
        }
        std::printf("%llu,%zu,%s", static_cast<unsigned long long>(seed), i, sample.states[i].c_str());
        for (const double value : marks::measureMark(cuts[i])) {
            std::printf(",%.5g", value);
        }
        std::printf("\n");
    }
}

/// Cuts of many boxes in one picture, eight a row, with the state's first letter.
cv::Mat gallery(std::uint64_t seed, int pages)
{
    constexpr int kSide = 120;
    constexpr int kColumns = 10;
    cv::Mat sheet;
    cv::Mat row(kSide, kSide * kColumns, CV_8U, cv::Scalar(128));
    int column = 0;
    for (int i = 0; i < pages; ++i) {
        train::SamplePage sample = train::drawSamplePage(seed + static_cast<std::uint64_t>(i));
        const page::RegisteredPage page(sample.image, sample.registration);
        const auto cuts = marks::cutBoxes(page, sample.field);
        for (std::size_t box = 0; box < cuts.size(); ++box) {
            cv::Mat cell = row(cv::Rect(column * kSide, 0, kSide, kSide));
            cv::resize(cuts[box].grey, cell, {kSide, kSide}, 0, 0, cv::INTER_AREA);
            cv::putText(cell, sample.states[box].substr(0, 3), {3, 12}, cv::FONT_HERSHEY_PLAIN, 1.0,
                        cv::Scalar(0));
            if (++column == kColumns) {
                sheet.push_back(row.clone());
                column = 0;
            }
        }
    }
    if (column > 0) {
        sheet.push_back(row);
    }
    return sheet;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 3) {
        std::cerr << "usage: scanstraat-mark-samples FIRST_SEED PAGES [PICTURE.png]\n";
        return 2;
    }
    const std::uint64_t first = std::strtoull(argv[1], nullptr, 10);
    const int pages = std::atoi(argv[2]);
    if (argc > 3) {
        return cv::imwrite(argv[3], gallery(first, pages)) ? 0 : 5;
    }
    printHeader();
    for (int i = 0; i < pages; ++i) {
        printSamples(first + static_cast<std::uint64_t>(i));
    }
    return 0;
}
