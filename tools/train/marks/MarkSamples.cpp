// SPDX-License-Identifier: EUPL-1.2
// scanstraat-mark-samples: draws boxes and writes for each what the mark reader's network gets of it, for
// train_marks.py; or, with --picture, the cuts of the first pages to look at.
#include "SamplePage.h"

#include "base/Error.h"
#include "marks/BlankBox.h"
#include "marks/BoxCutter.h"
#include "marks/Evidence.h"
#include "program/ToolProgram.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <span>

namespace {

using namespace scanstraat;
namespace options = program::options;

options::options_description description()
{
    options::options_description all("scanstraat-mark-samples draws boxes to train the mark reader with\n\n"
                                     "  scanstraat-mark-samples --out FILE [options]\n\nOptions");
    auto add = all.add_options();
    add("help,h", "show this text");
    add("out", options::value<std::string>()->default_value(""),
        "file of samples: per box state, kind, whether it is blank, whether the scan lost its mark, page, "
        "clues (float), both planes of the cut");
    add("picture", options::value<std::string>()->default_value(""), "PNG of the cuts instead");
    add("pages", options::value<int>()->default_value(10), "number of pages");
    add("seed", options::value<int>()->default_value(1), "of the first page; the next have the next");
    add("mix", options::value<std::string>()->default_value("even"),
        "states and kinds: even (to train), real (as on forms), odd (all about equally often)");
    return all;
}

struct Sample
{
    train::DrawnMark mark;
    marks::BoxCut cut;
    marks::Clues clues{};
    bool lost = false;
    std::uint32_t page = 0;
};

/// How many of the places are darker than paper.
int countSeen(const page::RegisteredPage& page, std::span<const PointMm> places, const marks::BoxCut& cut)
{
    constexpr double kLeastDark = 10.0; // grey levels
    constexpr double kNoiseSigmas = 3.0;
    const cv::Mat& grey = page.image().grey;
    const double limit = cut.paperGrey - std::max(kLeastDark, kNoiseSigmas * cut.paperNoise);
    return static_cast<int>(std::ranges::count_if(places, [&](PointMm place) {
        const cv::Point2d pixel = page.toPixel(place);
        const cv::Point at(cvFloor(pixel.x), cvFloor(pixel.y));
        return cv::Rect({0, 0}, grey.size()).contains(at) && grey.at<uchar>(at) < limit;
    }));
}

/// What the scan still shows of a mark.
enum class Visibility { seen, poor, lost };

/// Black and white loses pale ink and hollows large grey areas, other scans may clean it away. A cross is
/// seen or lost; of other marks a part would be something else (poor). `page` is where it truly lies.
Visibility visibilityOf(const train::DrawnMark& mark, const RectMm& box, const marks::BoxCut& cut,
                        const page::RegisteredPage& page)
{
    if (mark.state == reading::MarkState::empty || mark.fluid) {
        return Visibility::seen;
    }
    if (mark.state == reading::MarkState::unclear) {
        constexpr int kLeastPlaces = 8; // half a square millimetre
        constexpr double kLeastShare = 0.3;
        const int seen = countSeen(page, mark.ink, cut);
        const bool enough =
            seen >= kLeastPlaces && seen >= kLeastShare * static_cast<double>(mark.ink.size());
        return enough ? Visibility::seen : Visibility::poor;
    }
    std::vector<PointMm> inside;
    std::ranges::copy_if(mark.ink, std::back_inserter(inside),
                         [&](PointMm place) { return train::holds(box, place); });
    const double all = std::max(1.0, static_cast<double>(inside.size()));
    const double share = countSeen(page, inside, cut) / all;
    if (mark.state == reading::MarkState::crossed) {
        constexpr double kSpecks = 0.1; // more than chance: a broken cross is one
        return share > kSpecks ? Visibility::seen : Visibility::lost;
    }
    constexpr double kBlack = 0.3; // less of it is a mark of another kind; half of it is in doubt
    return share > kBlack ? Visibility::seen : Visibility::poor;
}

std::vector<Sample> samplesOf(std::uint64_t seed, train::Mix mix)
{
    train::SamplePage drawn = train::drawSamplePage(seed, mix);
    const page::RegisteredPage page(drawn.scan.image, drawn.scan.registration);
    const marks::ExpectedPrint print(drawn.layout);
    std::vector<marks::BoxCut> cuts;
    std::vector<RectMm> boxes;
    for (const form::Field& field : drawn.layout.fields) {
        std::ranges::move(marks::cutBoxes(page, print, field), std::back_inserter(cuts));
        std::ranges::transform(field.options, std::back_inserter(boxes), &form::Option::box);
    }
    const auto clues = marks::cluesOf(page, marks::tracePen(page, drawn.layout), cuts);
    const page::RegisteredPage truth(drawn.scan.image, drawn.scan.truth);
    std::vector<Sample> samples;
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        if (!drawn.marks[i].state) {
            continue;
        }
        const Visibility visibility = visibilityOf(drawn.marks[i], boxes[i], cuts[i], truth);
        if (visibility != Visibility::poor) {
            samples.push_back({drawn.marks[i], cuts[i], clues[i], visibility == Visibility::lost,
                               static_cast<std::uint32_t>(seed)});
        }
    }
    return samples;
}

void write(std::ostream& out, const Sample& sample)
{
    const std::array<char, 4> head{static_cast<char>(*sample.mark.state), static_cast<char>(sample.mark.kind),
                                   static_cast<char>(marks::isBlank(sample.cut)),
                                   static_cast<char>(sample.lost)};
    out.write(head.data(), head.size());
    out.write(reinterpret_cast<const char*>(&sample.page), sizeof(sample.page));
    out.write(reinterpret_cast<const char*>(sample.clues.data()),
              static_cast<std::streamsize>(sizeof(sample.clues)));
    for (const cv::Mat& plane : {sample.cut.dark, sample.cut.print}) {
        for (int y = 0; y < plane.rows; ++y) {
            out.write(plane.ptr<char>(y), plane.cols);
        }
    }
}

/// Cuts in rows of 16, ordered by kind, with the kind's number; the print is tinted.
cv::Mat gallery(std::vector<Sample> samples)
{
    constexpr int kSide = 100;
    constexpr int kColumns = 16;
    std::ranges::stable_sort(samples, {}, [](const Sample& one) { return one.mark.kind; });
    const int rows = (static_cast<int>(samples.size()) + kColumns - 1) / kColumns;
    cv::Mat sheet(rows * kSide, kColumns * kSide, CV_8UC3, cv::Scalar(255, 255, 255));
    for (int i = 0; i < static_cast<int>(samples.size()); ++i) {
        const Sample& one = samples[static_cast<std::size_t>(i)];
        cv::Mat cell;
        cv::merge(std::vector<cv::Mat>{255 - one.cut.dark, 255 - one.cut.dark - one.cut.print / 3,
                                       255 - one.cut.dark},
                  cell);
        cv::resize(cell, cell, {kSide - 2, kSide - 2}, 0, 0, cv::INTER_CUBIC);
        cv::putText(cell, std::to_string(one.mark.kind), {3, 12}, cv::FONT_HERSHEY_PLAIN, 1.0,
                    cv::Scalar(0, 0, 255));
        cell.copyTo(sheet(cv::Rect(i % kColumns * kSide, i / kColumns * kSide, kSide - 2, kSide - 2)));
    }
    return sheet;
}

train::Mix mixNamed(const std::string& name)
{
    if (name == "even") {
        return train::Mix::even;
    }
    if (name == "real") {
        return train::Mix::real;
    }
    if (name == "odd") {
        return train::Mix::odd;
    }
    throw Error("--mix " + name + ": must be one of even, real, odd", ExitCode::usage);
}

int makeSamples(const options::variables_map& values)
{
    const int pages = program::numberOf(values, "pages", 1);
    const int first = program::numberOf(values, "seed", 0);
    const train::Mix mix = mixNamed(values["mix"].as<std::string>());
    const std::string picture = values["picture"].as<std::string>();
    const std::string name = values["out"].as<std::string>();
    std::ofstream out(name, std::ios::binary);
    std::vector<Sample> shown;
    for (int i = 0; i < pages; ++i) {
        for (Sample& sample : samplesOf(static_cast<std::uint64_t>(first + i), mix)) {
            if (picture.empty()) {
                write(out, sample);
            } else {
                shown.push_back(std::move(sample));
            }
        }
    }
    const bool good = picture.empty() ? out.flush().good() : cv::imwrite(picture, gallery(std::move(shown)));
    if (!good) {
        throw Error((picture.empty() ? name : picture) + ": cannot be written", ExitCode::output);
    }
    return static_cast<int>(ExitCode::success);
}

} // namespace

int main(int argc, char** argv)
{
    return program::runTool("scanstraat-mark-samples", description(), argc, argv, makeSamples);
}
