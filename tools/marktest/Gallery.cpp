// SPDX-License-Identifier: EUPL-1.2
#include "Gallery.h"

#include "charts/Canvas.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>

namespace scanstraat::marktest {

namespace {

constexpr int kCut = 96;
constexpr int kAcross = 12;
constexpr int kTileWidth = kCut + 8;
constexpr int kTileHeight = kCut + 26;
constexpr double kAround = 2.4;

/// Cuts on a sheet, and of one kind from one page.
constexpr std::size_t kSamples = 96;
constexpr std::size_t kMistakes = 168;
constexpr int kFromOnePage = 2;

const form::Option* optionOf(const form::Page& page, const BoxCase& box)
{
    for (const form::Field& field : page.fields) {
        for (const form::Option& option : field.options) {
            if (field.id == box.field && option.id == box.option) {
                return &option;
            }
        }
    }
    return nullptr;
}

std::size_t kindsOf(reading::MarkState state)
{
    return static_cast<std::size_t>(std::ranges::count(markKinds(), state, &MarkKind::truth));
}

/// Cuts of a kind that fit on the sheet of its state.
std::size_t room(std::size_t kind)
{
    return std::max<std::size_t>(3, kSamples / kindsOf(markKinds()[kind].truth));
}

/// "cross>empty 99", with "?" where it goes to review.
std::string mistakeCaption(const BoxCase& box)
{
    constexpr std::array names{"empty", "cross", "black", "again", "unclear"};
    const auto nameOf = [&](reading::MarkState state) { return names.at(static_cast<std::size_t>(state)); };
    return std::string(nameOf(box.truth())) + ">" + nameOf(box.isReviewed() ? box.likeliest() : box.state) +
           (box.isReviewed() ? "? " : " ") + std::to_string(cvRound(box.belief() * 100)) +
           (box.lost ? " lost" : "");
}

} // namespace

double darkShare(const synth::ScannedPage& scan, const RectMm& area)
{
    constexpr int kSteps = 48;
    const auto& m = scan.mmToPixel;
    int dark = 0;
    for (int i = 0; i < kSteps * kSteps; ++i) {
        const double x = area.x + area.width * (i % kSteps + 0.5) / kSteps;
        const double y = area.y + area.height * (i / kSteps + 0.5) / kSteps;
        const cv::Point at(cvFloor(m[0] * x + m[1] * y + m[2]), cvFloor(m[3] * x + m[4] * y + m[5]));
        dark += cv::Rect({0, 0}, scan.pixels.size()).contains(at) && scan.pixels.at<uchar>(at) < 128 ? 1 : 0;
    }
    return double(dark) / (kSteps * kSteps);
}

cv::Mat cutOut(const synth::ScannedPage& scan, const RectMm& box, int side)
{
    const auto& m = scan.mmToPixel;
    const double step = kAround * box.width / side;
    const PointMm origin{box.centre().x - kAround * box.width / 2, box.centre().y - kAround * box.width / 2};
    const cv::Matx23d map(m[0] * step, m[1] * step, m[0] * origin.x + m[1] * origin.y + m[2] - 0.5,
                          m[3] * step, m[4] * step, m[3] * origin.x + m[4] * origin.y + m[5] - 0.5);
    cv::Mat cut;
    cv::warpAffine(scan.pixels, cut, map, {side, side}, cv::INTER_LINEAR | cv::WARP_INVERSE_MAP,
                   cv::BORDER_CONSTANT, cv::Scalar::all(255));
    if (cut.channels() == 1) {
        cv::cvtColor(cut, cut, cv::COLOR_GRAY2BGR);
    }
    return cut;
}

Gallery::Gallery() : samples_(markKinds().size()) {}

void Gallery::add(const synth::ScannedPage& scan, const form::Page& page, std::span<const BoxCase> boxes)
{
    std::vector<int> taken(samples_.size(), 0);
    for (const BoxCase& box : boxes) {
        const form::Option* option = optionOf(page, box);
        auto& some = samples_[box.kind];
        const bool sample = some.size() < room(box.kind) && taken[box.kind]++ < kFromOnePage;
        const bool wrong = box.isAcceptedWrong() && wrong_.size() < kMistakes;
        const bool needless = box.pageRead && box.isReviewed() && needless_.size() < kMistakes &&
                              box.truth() != reading::MarkState::unclear;
        if (option == nullptr || !(sample || wrong || needless)) {
            continue;
        }
        const cv::Mat pixels = cutOut(scan, option->box, kCut);
        const std::string detail = box.page.pen + " " + toString(box.page.scan);
        if (sample) {
            some.push_back({pixels, markKinds()[box.kind].name, detail});
        }
        if (wrong || needless) {
            (wrong ? wrong_ : needless_).push_back({pixels, mistakeCaption(box), markKinds()[box.kind].name});
        }
    }
}

void Gallery::writeSheet(const std::filesystem::path& file, std::span<const Cut> cuts)
{
    const int rows = std::max(1, (static_cast<int>(cuts.size()) + kAcross - 1) / kAcross);
    charts::Canvas canvas(kAcross * kTileWidth + 8, rows * kTileHeight + 8);
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        const double x = 8.0 + static_cast<int>(i) % kAcross * kTileWidth;
        const double y = 8.0 + static_cast<int>(i) / kAcross * kTileHeight;
        canvas.picture(cuts[i].pixels, x, y);
        canvas.frame(x - 0.5, y - 0.5, kCut + 1.0, kCut + 1.0, charts::kPaleGrey);
        canvas.text({x, y + kCut + 1.0}, cuts[i].caption, {7.5, charts::kDark, charts::Align::left, kCut});
        canvas.text({x, y + kCut + 11.0}, cuts[i].detail,
                    {6.5, charts::kMiddleGrey, charts::Align::left, kCut});
    }
    canvas.save(file);
}

void Gallery::write(const std::filesystem::path& folder) const
{
    for (std::size_t i = 0; i < reading::kMarkStates; ++i) {
        const auto state = static_cast<reading::MarkState>(i);
        std::vector<Cut> cuts;
        for (std::size_t kind = 0; kind < samples_.size(); ++kind) {
            if (markKinds()[kind].truth == state) {
                cuts.insert(cuts.end(), samples_[kind].begin(), samples_[kind].end());
            }
        }
        writeSheet(folder / (toString(state) + ".png"), cuts);
    }
    std::vector<Cut> mistakes = wrong_;
    const std::size_t rest = std::min(kMistakes - mistakes.size(), needless_.size());
    mistakes.insert(mistakes.end(), needless_.begin(), needless_.begin() + static_cast<std::ptrdiff_t>(rest));
    writeSheet(folder / "mistakes.png", mistakes);
}

} // namespace scanstraat::marktest
