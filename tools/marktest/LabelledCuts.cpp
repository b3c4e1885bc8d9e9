// SPDX-License-Identifier: EUPL-1.2
// The cuts hold little but the inside of their box, so what a mark does outside is not seen.
#include "LabelledCuts.h"

#include "base/Error.h"
#include "base/Units.h"
#include "marks/MarkReader.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <fstream>
#include <map>

namespace scanstraat::marktest {

namespace {

constexpr double kDpi = 300.0;
constexpr double kPixelsPerMm = kDpi / kMillimetresPerInch;
constexpr int kAroundPixels = 60; ///< of paper around a cut
constexpr int kLinePixels = 3;    ///< of the frame that is drawn
constexpr int kColourful = 40;    ///< difference of channels from which a pixel is a drawn line

/// Grey, with coloured pixels as paper.
cv::Mat withoutColour(const cv::Mat& cut)
{
    cv::Mat grey;
    cv::cvtColor(cut, grey, cv::COLOR_BGR2GRAY);
    for (int y = 0; y < cut.rows; ++y) {
        for (int x = 0; x < cut.cols; ++x) {
            const auto& pixel = cut.at<cv::Vec3b>(y, x);
            const auto [low, high] = std::minmax({pixel[0], pixel[1], pixel[2]});
            if (high - low > kColourful) {
                grey.at<uchar>(y, x) = 255;
            }
        }
    }
    return grey;
}

/// A page with one box, its registration exact.
struct OneBoxPage
{
    explicit OneBoxPage(const cv::Mat& cut)
    {
        cv::Mat sheet(cut.rows + 2 * kAroundPixels, cut.cols + 2 * kAroundPixels, CV_8U, cv::Scalar(255));
        const cv::Rect place(kAroundPixels, kAroundPixels, cut.cols, cut.rows);
        cut.copyTo(sheet(place));
        cv::rectangle(sheet, place, cv::Scalar(0), kLinePixels);
        image.grey = sheet;
        image.dpi = {kDpi};
        image.bitonal = true;
        page::addHalves(image);
        registration.mmToPixel = {kPixelsPerMm, 0, 0, 0, kPixelsPerMm, 0};
        form::Field field;
        field.id = "cut";
        field.writing = form::Writing::checkboxes;
        field.box = {place.x / kPixelsPerMm, place.y / kPixelsPerMm, place.width / kPixelsPerMm,
                     place.height / kPixelsPerMm};
        field.options.push_back({"box", "", field.box});
        layout.fields.push_back(field);
    }

    page::PageImage image;
    reading::Registration registration;
    form::Page layout;
};

std::vector<LabelledCut> listOf(const std::filesystem::path& folder)
{
    std::ifstream list(folder / "labels.csv");
    std::string line;
    std::getline(list, line); // the heading
    std::vector<LabelledCut> cuts;
    while (std::getline(list, line)) {
        line.erase(line.find_last_not_of("\r ") + 1);
        const std::size_t comma = line.find(',');
        if (comma != std::string::npos) {
            cuts.push_back({line.substr(0, comma), line.substr(comma + 1)});
        }
    }
    if (cuts.empty()) {
        throw Error((folder / "labels.csv").string() + ": names no cuts (file,state)", ExitCode::noInput);
    }
    return cuts;
}

} // namespace

std::vector<LabelledCut> readLabelledCuts(const std::filesystem::path& folder,
                                          const std::filesystem::path& models)
{
    marks::MarkReader reader(models);
    std::vector<LabelledCut> cuts = listOf(folder);
    for (LabelledCut& cut : cuts) {
        const cv::Mat picture = cv::imread((folder / cut.file).string(), cv::IMREAD_COLOR);
        if (picture.empty()) {
            throw Error((folder / cut.file).string() + ": cannot be read as a picture", ExitCode::noInput);
        }
        const OneBoxPage page(withoutColour(picture));
        const auto readings = reader.read({page.image, page.registration}, page.layout);
        const reading::BoxReading& box = readings.at(0).boxes.at(0);
        cut.state = box.state;
        cut.belief = *std::ranges::max_element(box.probabilities);
    }
    return cuts;
}

std::string toMarkdown(const std::vector<LabelledCut>& cuts)
{
    std::map<std::pair<std::string, std::string>, int> counts;
    std::string others;
    for (const LabelledCut& cut : cuts) {
        const std::string state = toString(cut.state);
        ++counts[{cut.truth, state}];
        if (state != cut.truth) {
            others += "- " + cut.file + ": " + cut.truth + ", read as " + state + " (" +
                      std::to_string(cut.belief) + ")\n";
        }
    }
    std::string text = "| labelled | read | cuts |\n| --- | --- | ---: |\n";
    for (const auto& [pair, count] : counts) {
        text += "| " + pair.first + " | " + pair.second + " | " + std::to_string(count) + " |\n";
    }
    return text + "\n" + others;
}

} // namespace scanstraat::marktest
