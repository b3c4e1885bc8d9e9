// SPDX-License-Identifier: EUPL-1.2
//
// Printed pages are made up as templates and drawn by the printer of forms: text set in columns, and forms of
// others with boxes, combs, lines, bars of unknown numbers and things in the corners that are no marks of
// ours, or that are squares of the right size in other places.
#include "ForeignPages.h"

#include "Applicant.h"
#include "AttachmentDrawer.h"
#include "Numbers.h"
#include "Patch.h"
#include "print/Code39.h"
#include "print/FormPrinter.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace scanstraat::battery {

namespace {

using synth::kSheetPixelsPerMm;
using synth::Random;

cv::Mat printedPage(form::Page page)
{
    form::FormTemplate form;
    form.id = "0000";
    form.pages.push_back(std::move(page));
    return print::renderPage(form, 0, kSheetPixelsPerMm);
}

/// At most `length` bytes, without half characters at the end.
std::string shortened(std::string text, std::size_t length)
{
    text.resize(std::min(text.size(), length));
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0x80U) != 0) {
        text.pop_back();
    }
    return text;
}

/// Lines of text in an area, `sizePt` high.
void setText(form::Page& page, const RectMm& area, double sizePt, PageDeck& deck, Random& random)
{
    const double step = pointsToMm(sizePt) * 1.35;
    const double characterMm = pointsToMm(sizePt) * 0.55;
    for (double y = area.y + step; y < area.bottom(); y += step) {
        if (random.chance(0.07)) {
            continue; // between paragraphs
        }
        std::string line;
        const double width = random.chance(0.12) ? area.width * random.uniform(0.2, 0.8) : area.width;
        while (double(line.size()) * characterMm < width) {
            line += random.pick(deck.words().sentences) + " ";
        }
        const auto length = static_cast<std::size_t>(width / characterMm);
        page.texts.push_back({{area.x, y}, sizePt, false, shortened(std::move(line), length)});
    }
}

cv::Mat textPage(PageDeck& deck, Random& random)
{
    form::Page page;
    const int columns = random.integer(1, 3);
    const double size = random.uniform(7.0, 12.0);
    const double width = (170.0 - 8.0 * (columns - 1)) / columns;
    const double top = random.uniform(15.0, 60.0);
    page.texts.push_back({{20.0, top - 5.0}, 16.0, true, random.pick(deck.words().employers)});
    for (int i = 0; i < columns; ++i) {
        setText(page, {20.0 + i * (width + 8.0), top, width, random.uniform(120.0, 275.0 - top)}, size, deck,
                random);
    }
    if (random.chance(0.3)) { // a table
        for (double y = 200.0; y < 275.0; y += 7.5) {
            page.printedLines.push_back({{20.0, y}, {190.0, y}, 0.2});
        }
    }
    return printedPage(std::move(page));
}

/// Corner signs of other forms.
void addCorners(form::Page& page, Random& random)
{
    using form::MarkShape;
    const std::vector<MarkShape> shapes{MarkShape::cross, MarkShape::ring, MarkShape::dot, MarkShape::bracket,
                                        MarkShape::filledSquare};
    const MarkShape shape = random.pick(shapes);
    const double fromX = random.uniform(8.0, 22.0);
    const double fromY = random.uniform(12.0, 26.0);
    const double size =
        shape == MarkShape::filledSquare ? random.uniform(3.0, 7.0) : random.uniform(4.0, 9.0);
    for (const double x : {fromX, kA4WidthMm - fromX}) {
        for (const double y : {fromY, kA4HeightMm - fromY}) {
            page.adjustmentFields.push_back({shape, {x, y}, size, 0.8});
        }
    }
}

void addRows(form::Page& page, PageDeck& deck, Random& random)
{
    for (double y = random.uniform(40.0, 60.0); y < 265.0; y += random.uniform(8.0, 16.0)) {
        page.texts.push_back(
            {{22.0, y + 4.0}, 9.0, false, shortened(random.pick(deck.words().sentences), 24)});
        const double x = random.uniform(75.0, 100.0);
        const int kind = random.integer(0, 2);
        for (int i = 0; kind == 0 && i < random.integer(6, 18); ++i) {
            page.printedBoxes.push_back({{x + 5.0 * i, y - 1.0, 5.0, 7.0}, 0.25, std::nullopt});
        }
        for (int i = 0; kind == 1 && i < random.integer(2, 4); ++i) {
            page.printedBoxes.push_back({{x + 25.0 * i, y, 4.0, 4.0}, 0.3, std::nullopt});
        }
        if (kind == 2) {
            page.printedLines.push_back({{x, y + 5.0}, {190.0, y + 5.0}, 0.25});
        }
    }
}

cv::Mat otherForm(PageDeck& deck, Random& random)
{
    form::Page page;
    page.number = random.integer(1, 9);
    page.footer = std::to_string(page.number) + "   " + synth::randomDigits(random, 4) + "-2024/" +
                  std::to_string(random.integer(1, 4));
    page.footerAt = {random.uniform(20.0, 180.0), 290.0};
    page.texts.push_back({{22.0, 30.0}, 18.0, true, shortened(random.pick(deck.words().sentences), 30)});
    if (random.chance(0.5)) {
        page.printedBoxes.push_back({{20.0, 36.0, 170.0, 7.0}, 0.0, random.uniform(0.3, 0.85)});
    }
    addRows(page, deck, random);
    if (random.chance(0.8)) {
        addCorners(page, random);
    }
    if (random.chance(0.7)) {
        const std::string payload = synth::randomDigits(random, random.integer(5, 8)); // ours have four
        const double width = print::code39Modules(payload.size()) * random.uniform(0.3, 0.4);
        page.barcode =
            form::Barcode{{150.0 - width / 2, 10.0, width, 12.0}, form::Symbology::code39, payload};
    }
    return printedPage(std::move(page));
}

/// Sky, hills and round things, as a photo's tones go.
cv::Mat photo(Random& random)
{
    const cv::Size size(cvRound(kA4WidthMm * kSheetPixelsPerMm), cvRound(kA4HeightMm * kSheetPixelsPerMm));
    std::vector<cv::Mat> channels(3);
    for (cv::Mat& channel : channels) {
        const cv::Mat tones = clouds(size, random.uniform(8.0, 60.0), random.uniform(0.0, 0.4), random);
        tones.convertTo(channel, CV_8U, 255.0);
    }
    cv::Mat picture;
    cv::merge(channels, picture);
    for (int i = random.integer(4, 40); i > 0; --i) {
        const cv::Point place(random.integer(0, size.width), random.integer(0, size.height));
        const cv::Scalar tone(random.integer(0, 255), random.integer(0, 255), random.integer(0, 255));
        const cv::Size axes(random.integer(20, 700), random.integer(20, 500));
        if (random.chance(0.5)) {
            cv::ellipse(picture, place, axes, random.uniform(0, 180), 0, 360, tone, cv::FILLED, cv::LINE_AA);
        } else {
            cv::rectangle(picture, {place, axes / 2}, tone, cv::FILLED);
        }
    }
    cv::GaussianBlur(picture, picture, {}, random.uniform(1.0, 8.0));
    if (random.chance(0.5)) { // a print with a white rim
        const int rim = cvRound(random.uniform(5.0, 40.0) * kSheetPixelsPerMm);
        cv::rectangle(picture, {0, 0, size.width, size.height}, cv::Scalar::all(255), 2 * rim);
    }
    return picture;
}

cv::Mat noise(Random& random)
{
    const cv::Size size(cvRound(kA4WidthMm * kSheetPixelsPerMm), cvRound(kA4HeightMm * kSheetPixelsPerMm));
    cv::Mat grey;
    clouds(size, random.uniform(0.1, 4.0), 0.0, random).convertTo(grey, CV_8U, 255.0);
    if (random.chance(0.5)) {
        cv::threshold(grey, grey, random.uniform(60.0, 200.0), 255, cv::THRESH_BINARY);
    }
    return grey;
}

cv::Mat blank(Random& random)
{
    cv::Mat page = synth::blankPage();
    for (int i = random.integer(0, 60); i > 0; --i) {
        cv::circle(page, {random.integer(0, page.cols - 1), random.integer(0, page.rows - 1)},
                   random.integer(1, 9), cv::Scalar(random.integer(0, 200)), cv::FILLED, cv::LINE_AA);
    }
    return page;
}

cv::Mat drawn(const std::string& kind, PageDeck& deck, Random& random)
{
    const auto lock = deck.lockFonts();
    if (kind == "text") {
        return textPage(deck, random);
    }
    if (kind == "letter-or-passport") {
        return synth::drawAttachment(synth::randomApplicant(deck.words(), random), deck.words(), random);
    }
    if (kind == "photo") {
        return photo(random);
    }
    if (kind == "other-form") {
        return otherForm(deck, random);
    }
    return kind == "noise" ? noise(random) : blank(random);
}

} // namespace

const std::vector<std::string>& foreignKinds()
{
    static const std::vector<std::string> kinds{"text", "letter-or-passport", "photo", "other-form", "blank",
                                                "noise"};
    return kinds;
}

Scene foreignScene(const std::string& kind, PageDeck& deck, Random& random)
{
    cv::Mat picture = drawn(kind, deck, random);
    if (picture.channels() == 1) {
        cv::cvtColor(picture, picture, cv::COLOR_GRAY2BGR);
    }
    Scene scene = plainScene(Paper(picture, {}), random);
    scene.scanner.mode = static_cast<synth::ColourMode>(random.weighted({0.5, 0.2, 0.3}));
    scene.scanner.dpiX = scene.scanner.dpiY = random.chance(0.4) ? 200.0 : 300.0;
    scene.scanner.quarterTurns = random.chance(0.8) ? 0 : random.integer(1, 3);
    return scene;
}

} // namespace scanstraat::battery
