// SPDX-License-Identifier: EUPL-1.2
// Print and ink are drawn at 16 pixels a millimetre, then seen through a scanner: resampled to 200-400 dpi
// and turned a little, blurred, with paper noise and uneven light, sometimes black and white only.
#include "SamplePage.h"

#include "MarkDrawing.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <cmath>

namespace scanstraat::train {

namespace {

constexpr double kCanvas = 16.0; ///< pixels per millimetre of the drawing
constexpr double kWidthMm = 44.0;
constexpr double kHeightMm = 44.0;

struct Tool
{
    double widthMm;
    double darkness; ///< 0..255
    double grain;    ///< 0 even .. 1 pencil on rough paper
};

Tool pickTool(Dice& dice)
{
    switch (dice.whole(0, 10)) {
    case 0:
    case 1:
    case 2: // HB pencil
        return {dice.between(0.35, 0.8), dice.between(55, 130), dice.between(0.3, 0.75)};
    case 3:
    case 4:
    case 10: // felt pen, marker
        return {dice.between(0.7, 1.9), dice.between(150, 235), dice.between(0.0, 0.15)};
    case 5:
    case 6: // blue ballpoint
        return {dice.between(0.25, 0.55), dice.between(90, 160), dice.between(0.0, 0.35)};
    default: // black ballpoint, rollerball, fineliner
        return {dice.between(0.3, 0.75), dice.between(140, 235), dice.between(0.0, 0.25)};
    }
}

std::vector<form::Option> layOut(Dice& dice, bool round)
{
    const double side = dice.between(3.0, 6.0);
    const double pitch = side * dice.between(1.35, 2.6);
    const bool across = dice.chance(0.25);
    const int count = across ? 2 : dice.whole(1, std::min(5, static_cast<int>(36.0 / pitch)));
    const PointMm first{dice.between(5.0, 9.0), dice.between(4.5, 6.0)};
    std::vector<form::Option> options;
    for (int i = 0; i < count; ++i) {
        form::Option option;
        option.id = std::to_string(i);
        const double step = i * (across ? std::max(pitch, 16.0) : pitch);
        option.box = {first.x + (across ? step : 0.0), first.y + (across ? 0.0 : step), side, side};
        option.shape = round ? form::BoxShape::round : form::BoxShape::square;
        options.push_back(option);
    }
    return options;
}

void printBox(cv::Mat& print, const form::Option& option, double lineMm, double darkness)
{
    const int line = std::max(1, cvRound(lineMm * kCanvas));
    const double half = lineMm / 2;
    const RectMm middle = option.box.grown(-half);
    if (option.shape == form::BoxShape::round) {
        const cv::Point centre(cvRound(middle.centre().x * kCanvas), cvRound(middle.centre().y * kCanvas));
        cv::circle(print, centre, cvRound(middle.width / 2 * kCanvas), cv::Scalar(darkness), line,
                   cv::LINE_AA);
        return;
    }
    cv::rectangle(print, cv::Point(cvRound(middle.x * kCanvas), cvRound(middle.y * kCanvas)),
                  cv::Point(cvRound(middle.right() * kCanvas), cvRound(middle.bottom() * kCanvas)),
                  cv::Scalar(darkness), line);
}

/// `room`: how far the next box to the right is.
void printLabel(cv::Mat& print, const RectMm& box, double room, double darkness, Dice& dice)
{
    static const std::vector<std::string> kWords{"Ja", "Nee", "Man", "gehuwd", "geen", "Licht toe", "mvv"};
    const std::string word =
        kWords[static_cast<std::size_t>(dice.whole(0, static_cast<int>(kWords.size()) - 1))];
    const cv::Point at(cvRound((box.right() + dice.between(1.0, 3.0)) * kCanvas),
                       cvRound((box.bottom() - dice.between(0.2, 1.2)) * kCanvas));
    cv::Mat free = print.colRange(0, std::min(print.cols, cvRound((box.right() + room) * kCanvas)));
    cv::putText(free, word, at, cv::FONT_HERSHEY_COMPLEX, kCanvas * 0.1, cv::Scalar(darkness),
                std::max(1, cvRound(0.22 * kCanvas)), cv::LINE_AA);
}

/// Share of the inside of the box with ink.
double coverage(const cv::Mat& ink, const RectMm& box)
{
    const RectMm inside = box.grown(-0.3);
    const cv::Rect area(cvRound(inside.x * kCanvas), cvRound(inside.y * kCanvas),
                        cvRound(inside.width * kCanvas), cvRound(inside.height * kCanvas));
    return static_cast<double>(cv::countNonZero(ink(area) > 127)) / area.area();
}

std::string drawCrossed(MarkDrawing& mark, Dice& dice, const cv::Mat& ink, const RectMm& box)
{
    const int form = dice.whole(0, 19);
    if (form < 9) {
        mark.cross();
    } else if (form < 11) {
        mark.joinedCross();
    } else if (form < 14) {
        mark.tick();
    } else if (form < 16) {
        mark.slash();
    } else if (form < 17) {
        mark.plus();
    } else if (form < 18) {
        mark.loop();
    } else {
        mark.dot();
    }
    const double share = coverage(ink, box);
    const bool crosses = form < 11 || form == 16;
    return share < 0.02 || share > (crosses ? 0.93 : 0.8) ? "" : "crossed"; // paper must be left to see
}

std::string drawBlack(MarkDrawing& mark, Dice& dice, const cv::Mat& ink, const RectMm& box, bool again)
{
    if (dice.chance(0.45)) {
        mark.blackSolid();
    } else {
        mark.blackHatched(dice.between(0.6, 1.35));
    }
    if (dice.chance(0.2)) {
        mark.blackHatched(dice.between(0.9, 1.8));
    }
    const double share = coverage(ink, box);
    if (share < 0.72) {
        return share > 0.4 && share < 0.6 && !again ? "unclear" : "";
    }
    if (again) {
        mark.runOut();
        return "recrossed";
    }
    return "blackened";
}

/// Draws one box's mark into `ink` and says what it is.
std::string drawMark(cv::Mat& ink, Pen& pen, const RectMm& box, Dice& dice)
{
    MarkDrawing mark(pen, box, dice);
    const double pick = dice.between(0.0, 1.0);
    if (pick < 0.30) {
        if (dice.chance(0.25)) {
            mark.strokeEnd();
        }
        return "empty";
    }
    if (pick < 0.66) {
        return drawCrossed(mark, dice, ink, box);
    }
    if (pick < 0.83) {
        return drawBlack(mark, dice, ink, box, false);
    }
    if (pick < 0.94) {
        return drawBlack(mark, dice, ink, box, true);
    }
    mark.halfFilled();
    const double share = coverage(ink, box);
    return share > 0.36 && share < 0.66 ? "unclear" : "";
}

/// Boxes into which a neighbour's mark runs too far have no clear state.
void dropSpoiled(SamplePage& page, const cv::Mat& ink, const std::vector<double>& ownShares)
{
    constexpr double kTooMuch = 0.06;
    for (std::size_t i = 0; i < page.states.size(); ++i) {
        if (coverage(ink, page.field.options[i].box) - ownShares[i] > kTooMuch) {
            page.states[i].clear();
        }
    }
}

/// Ink with the grain of paper and pen, as darkness.
cv::Mat textured(const cv::Mat& ink, const Tool& tool, std::uint64_t seed)
{
    cv::Mat noise(ink.size(), CV_32F);
    cv::RNG random(seed);
    random.fill(noise, cv::RNG::NORMAL, 0.0, 1.0);
    cv::GaussianBlur(noise, noise, {}, 1.5);
    cv::Mat dark;
    ink.convertTo(dark, CV_32F, tool.darkness / 255.0);
    const cv::Mat grain = 1.0 + noise * (tool.grain * 3.1);
    cv::Mat result = dark.mul(cv::max(0.0, cv::min(1.25, grain)));
    result.convertTo(result, CV_8U);
    return result;
}

void addDust(cv::Mat& dark, Dice& dice)
{
    const int specks = dice.chance(0.3) ? dice.whole(1, 12) : 0;
    for (int i = 0; i < specks; ++i) {
        cv::circle(dark, {dice.whole(0, dark.cols - 1), dice.whole(0, dark.rows - 1)},
                   cvRound(dice.between(0.04, 0.14) * kCanvas), cv::Scalar(dice.between(60, 200)),
                   cv::FILLED);
    }
}

/// Light, noise, blur and threshold of a scanner.
void scan(SamplePage& page, const cv::Mat& dark, double inkDarkness, Dice& dice, std::uint64_t seed)
{
    const double dpi =
        std::array{200.0, 240.0, 300.0, 300.0, 400.0}.at(static_cast<std::size_t>(dice.whole(0, 4)));
    const double scale = dpi / 25.4;
    const double angle = dice.normal(0.4) * CV_PI / 180.0;
    const double c = std::cos(angle) * scale;
    const double s = std::sin(angle) * scale;
    page.registration.mmToPixel = {c, -s, dice.between(8, 14), s, c, dice.between(8, 14)};
    const auto& m = page.registration.mmToPixel;
    const cv::Matx23d map(m[0] / kCanvas, m[1] / kCanvas, m[2], m[3] / kCanvas, m[4] / kCanvas, m[5]);
    const double paper = dice.between(205, 252);
    cv::Mat seen;
    cv::Mat soft;
    cv::GaussianBlur(dark, soft, {}, kCanvas / scale * dice.between(0.35, 0.95));
    cv::warpAffine(soft, seen, map,
                   cv::Size(cvRound((kWidthMm + 2) * scale), cvRound((kHeightMm + 2) * scale)),
                   cv::INTER_LINEAR, cv::BORDER_CONSTANT, cv::Scalar(0));
    cv::Mat grey;
    seen.convertTo(grey, CV_32F, -paper / 255.0, paper);
    cv::Mat noise(grey.size(), CV_32F);
    cv::RNG random(seed ^ 0x9e3779b97f4a7c15ULL);
    random.fill(noise, cv::RNG::NORMAL, 0.0, dice.between(0.5, 6.0));
    grey += noise;
    grey.convertTo(page.image.grey, CV_8U);
    page.image.dpi = {dpi};
    page.image.bitonal = dice.chance(0.2);
    if (page.image.bitonal) {
        const double below =
            std::min(dice.between(45, 110), 0.55 * inkDarkness * paper / 255); // keeps pencil
        page.image.grey = page.image.grey > paper - below;
    } else if (dice.chance(0.7)) {
        std::vector<uchar> jpeg;
        cv::imencode(".jpg", page.image.grey, jpeg, {cv::IMWRITE_JPEG_QUALITY, dice.whole(50, 95)});
        page.image.grey = cv::imdecode(jpeg, cv::IMREAD_GRAYSCALE);
    }
}

/// The registration that the reader gets: off by up to 0.4 mm.
void misplace(SamplePage& page, Dice& dice)
{
    const double dx = dice.between(-0.28, 0.28);
    const double dy = dice.between(-0.28, 0.28);
    auto& m = page.registration.mmToPixel;
    m[2] += m[0] * dx + m[1] * dy;
    m[5] += m[3] * dx + m[4] * dy;
}

} // namespace

SamplePage drawSamplePage(std::uint64_t seed)
{
    Dice dice(seed);
    SamplePage page;
    page.field.id = "sample";
    page.field.writing = form::Writing::checkboxes;
    page.field.frameMm = dice.between(0.15, 0.4);
    page.field.options = layOut(dice, dice.chance(0.12));
    const cv::Size size(cvRound(kWidthMm * kCanvas), cvRound(kHeightMm * kCanvas));
    cv::Mat dark(size, CV_8U, cv::Scalar(0));
    const double black = dice.between(110, 245);
    const Tool tool = pickTool(dice);
    cv::Mat ink(size, CV_8U, cv::Scalar(0));
    for (const form::Option& option : page.field.options) {
        printBox(dark, option, page.field.frameMm, black);
        const bool last = option.id == page.field.options.back().id;
        const bool across = !last && page.field.options.back().box.y == option.box.y;
        const double room = across ? page.field.options.back().box.x - option.box.right() - 1.0 : kWidthMm;
        printLabel(dark, option.box, room, black, dice);
    }
    std::vector<double> shares;
    for (const form::Option& option : page.field.options) {
        cv::Mat own(size, CV_8U, cv::Scalar(0));
        Pen pen(own, kCanvas, tool.widthMm, dice);
        page.states.push_back(drawMark(own, pen, option.box, dice));
        shares.push_back(coverage(own, option.box));
        ink = cv::max(ink, own);
    }
    dropSpoiled(page, ink, shares);
    addDust(dark, dice);
    dark = cv::max(dark, textured(ink, tool, seed));
    scan(page, dark, tool.darkness, dice, seed);
    misplace(page, dice);
    page.field.box = page.field.options.front().box;
    return page;
}

} // namespace scanstraat::train
