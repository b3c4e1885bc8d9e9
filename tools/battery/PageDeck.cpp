// SPDX-License-Identifier: EUPL-1.2
#include "PageDeck.h"

#include "AnswerMaker.h"
#include "Applicant.h"
#include "FormFiller.h"
#include "print/FormPrinter.h"

#include <algorithm>

namespace scanstraat::battery {

namespace {

/// What toner lets through.
constexpr double kTonerLight = 0.06;

} // namespace

std::vector<RectMm> markBoxes(const form::Page& page)
{
    std::vector<RectMm> boxes;
    for (const form::AdjustmentField& mark : page.adjustmentFields) {
        boxes.push_back(RectMm{mark.centre.x, mark.centre.y, 0, 0}.grown(mark.sizeMm / 2));
    }
    return boxes;
}

cv::Mat paperColours(const cv::Mat& print, const cv::Mat& ink, cv::Vec3d through)
{
    cv::Mat colour(print.size(), CV_8UC3);
    for (int y = 0; y < print.rows; ++y) {
        const uchar* toner = print.ptr(y);
        const uchar* pen = ink.ptr(y);
        auto* to = colour.ptr<cv::Vec3b>(y);
        for (int x = 0; x < print.cols; ++x) {
            const double white = 255.0 * kTonerLight + toner[x] * (1.0 - kTonerLight);
            for (int i = 0; i < 3; ++i) {
                to[x][i] = cv::saturate_cast<uchar>(white * (1.0 - pen[x] / 255.0 * (1.0 - through[i])));
            }
        }
    }
    return colour;
}

PageDeck::PageDeck(std::span<const form::FormTemplate> templates, const std::filesystem::path& data)
    : templates_(templates), words_(synth::loadWordLists(data)), writers_("")
{
}

const cv::Mat& PageDeck::printed(std::size_t form, std::size_t page)
{
    cv::Mat& picture = printed_[{form, page}];
    if (picture.empty()) {
        picture = print::renderPage(templates_[form], page, synth::kSheetPixelsPerMm);
    }
    return picture;
}

FilledPage PageDeck::filled(synth::Random& random)
{
    const std::size_t form = random.index(templates_.size());
    const std::size_t number = random.index(templates_[form].pages.size());
    return filled(form, number, random);
}

FilledPage PageDeck::filled(std::size_t form, std::size_t number, synth::Random& random)
{
    constexpr auto kDifficulty = synth::Difficulty::normal;
    const auto lock = lockFonts();
    const form::Page& page = templates_[form].pages[number];
    const synth::Applicant person = synth::randomApplicant(words_, random);
    synth::AnswerMaker answers(words_, person, kDifficulty, random);
    const synth::Pen pen = synth::randomPen(random, kDifficulty);
    const auto writer = writers_.next(random);
    const synth::Hand hand = synth::randomHand(*writer, kDifficulty, random);
    synth::Sheet sheet(printed(form, number), pen, random);
    synth::fillPage(sheet, page, answers.fill(templates_[form]), {hand, kDifficulty, random});
    return {form, number, Paper(paperColours(sheet.print(), sheet.ink(), pen.colour), markBoxes(page))};
}

Scene plainScene(Paper paper, synth::Random& random)
{
    constexpr double kBendMm = 0.05;
    const PointMm middle{kA4WidthMm / 2, kA4HeightMm / 2};
    const PointMm shift{random.uniform(-1.0, 1.0), random.uniform(-1.0, 1.0)};
    const double degrees = random.uniform(-0.4, 0.4);
    Scene scene;
    scene.sheets.push_back(
        {std::move(paper), turnAbout(middle, degrees, 1.0, shift), randomBend(kBendMm, random)});
    scene.scanner.paperTone = random.uniform(240.0, 250.0);
    scene.scanner.bedTone = random.chance(0.5) ? 250.0 : 25.0;
    scene.scanner.noise = random.uniform(0.8, 2.0);
    const std::array formats{synth::FileFormat::tiff, synth::FileFormat::png, synth::FileFormat::jpeg};
    scene.file.format = formats.at(random.index(formats.size()));
    return scene;
}

} // namespace scanstraat::battery
