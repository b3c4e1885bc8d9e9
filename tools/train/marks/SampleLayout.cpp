// SPDX-License-Identifier: EUPL-1.2
#include "SampleLayout.h"

#include <opencv2/imgproc.hpp>

#include <string>

namespace scanstraat::train {

namespace {

constexpr double kFrom = 5.0;       ///< first box from the page's edges
constexpr double kCombTop = 62.0;   ///< the comb stands below the boxes
constexpr double kHersheyMm = 21.0; ///< height of a capital of OpenCV's font at scale 1, in pixels

cv::Point pixel(PointMm place)
{
    return {cvRound(place.x * kCanvas), cvRound(place.y * kCanvas)};
}

class Printer
{
public:
    Printer(SampleLayout& sample, Dice& dice)
        : sample_(sample), dice_(dice), black_(dice.between(110, 245)), declares_(dice.between(0.7, 1.0))
    {
        sample_.print = cv::Mat(cvRound(kSample.height * kCanvas), cvRound(kSample.width * kCanvas), CV_8U,
                                cv::Scalar(0));
    }

    void box(const form::Option& option, double lineMm)
    {
        if (option.shape == form::BoxShape::round) {
            const RectMm middle = option.box.grown(-lineMm / 2);
            cv::circle(sample_.print, pixel(middle.centre()), cvRound(middle.width / 2 * kCanvas),
                       cv::Scalar(black_), std::max(1, cvRound(lineMm * kCanvas)), cv::LINE_AA);
        } else {
            frame(option.box, lineMm);
        }
    }

    void frame(const RectMm& area, double lineMm)
    {
        const RectMm middle = area.grown(-lineMm / 2);
        cv::rectangle(sample_.print, pixel({middle.x, middle.y}), pixel({middle.right(), middle.bottom()}),
                      cv::Scalar(black_), std::max(1, cvRound(lineMm * kCanvas)));
    }

    void line(PointMm from, PointMm to, double widthMm)
    {
        cv::line(sample_.print, pixel(from), pixel(to), cv::Scalar(black_),
                 std::max(1, cvRound(widthMm * kCanvas)));
        sample_.page.printedLines.push_back({from, to, widthMm});
    }

    /// `at`: left end of the baseline; nothing is printed beyond `right`.
    void words(PointMm at, double right)
    {
        static const std::vector<std::string> kWords{"Ja",        "Nee",      "Man",      "gehuwd", "geen",
                                                     "Licht toe", "mvv",      "Onbekend", "asiel",  "1.3",
                                                     "arts",      "Hoe?",     "kind",     "EU",     "Vrouw",
                                                     "datum:",    "verblijf", "(kopie)",  "uren",   "week",
                                                     "Zo",        "ma",       "di",       "Ik",     "overige",
                                                     "4a",        "Nr.",      "in",       "bijv.",  "Frits"};
        const std::string word =
            kWords[static_cast<std::size_t>(dice_.whole(0, int(kWords.size()) - 1))] +
            (dice_.chance(0.4)
                 ? " " + kWords[static_cast<std::size_t>(dice_.whole(0, int(kWords.size()) - 1))]
                 : "");
        const int font = dice_.chance(0.5) ? cv::FONT_HERSHEY_COMPLEX : cv::FONT_HERSHEY_DUPLEX;
        const double heightMm = dice_.between(1.7, 2.6);
        const double scale = heightMm * kCanvas / kHersheyMm;
        const int thick = std::max(1, cvRound(dice_.between(0.18, 0.32) * kCanvas));
        cv::Mat free = sample_.print.colRange(0, std::clamp(cvRound(right * kCanvas), 1, sample_.print.cols));
        cv::putText(free, word, pixel(at), font, scale, cv::Scalar(black_), thick, cv::LINE_AA);
        if (dice_.chance(declares_)) {
            const int wide = cv::getTextSize(word, font, scale, thick, nullptr).width;
            form::PrintedText text;
            text.at = {at.x + dice_.normal(0.1), at.y + dice_.normal(0.1)};
            text.sizePt = heightMm / 0.72 * 72.0 / 25.4;
            text.widthMm = std::min(wide / kCanvas, right - at.x);
            sample_.page.texts.push_back(text);
        }
    }

private:
    SampleLayout& sample_;
    Dice& dice_;
    double black_;
    double declares_; ///< share of the words that the page knows of
};

struct Boxes
{
    double side = 4.0;
    double lineMm = 0.25;
    form::BoxShape shape = form::BoxShape::square;
};

Boxes chooseBoxes(Dice& dice)
{
    return {dice.between(2.9, 6.2), dice.between(0.12, 0.5),
            dice.chance(0.15) ? form::BoxShape::round : form::BoxShape::square};
}

class Composer
{
public:
    Composer(SampleLayout& sample, Dice& dice) : sample_(sample), dice_(dice), printer_(sample, dice) {}

    void compose()
    {
        boxes_ = chooseBoxes(dice_);
        if (dice_.chance(0.15)) {
            table();
        } else {
            const int columns = dice_.whole(2, 4);
            const double width = (kSample.width - 2 * kFrom) / columns;
            for (int i = 0; i < columns; ++i) {
                column(kFrom + i * width, width);
            }
        }
        if (dice_.chance(0.8)) {
            comb();
        }
    }

private:
    SampleLayout& sample_;
    Dice& dice_;
    Printer printer_;
    Boxes boxes_;

    void start()
    {
        if (dice_.chance(0.25)) {
            boxes_ = chooseBoxes(dice_);
        }
        form::Field field;
        field.id = "f" + std::to_string(sample_.page.fields.size());
        field.writing = form::Writing::checkboxes;
        field.frameMm = boxes_.lineMm;
        sample_.page.fields.push_back(field);
    }

    void option(PointMm at)
    {
        form::Field& field = sample_.page.fields.back();
        form::Option option;
        option.id = std::to_string(field.options.size());
        option.box = {at.x, at.y, boxes_.side, boxes_.side};
        option.shape = boxes_.shape;
        printer_.box(option, field.frameMm);
        field.box = field.options.empty() ? option.box : unite(field.box, option.box);
        field.options.push_back(option);
    }

    void label(const RectMm& box, double right)
    {
        if (dice_.chance(0.93)) {
            printer_.words(
                {box.right() + dice_.between(0.8, 3.2), box.bottom() - dice_.between(0.0, 0.3) * box.height},
                right);
        }
    }

    void column(double left, double width)
    {
        const double right = left + width - 0.5;
        double top = kFrom + dice_.between(0.0, 4.0);
        while (top + boxes_.side < kCombTop - 3.0) {
            start();
            if (dice_.chance(0.5)) {
                printer_.words({left, top - 1.0}, right);
            }
            const double pitch = boxes_.side * dice_.between(1.3, 2.4);
            const bool across = dice_.chance(0.25) && width > 2 * pitch + 9.0;
            const double x = left + dice_.between(0.0, 3.0);
            for (int i = across ? 2 : dice_.whole(1, 5); i > 0 && top + boxes_.side < kCombTop - 3.0; --i) {
                option({x, top});
                label(sample_.page.fields.back().options.back().box, across ? x + width / 2 - 1.0 : right);
                if (across) {
                    option({x + width / 2, top});
                    label(sample_.page.fields.back().options.back().box, right);
                    break;
                }
                top += pitch;
            }
            top += (across ? pitch : 0.0) + dice_.between(1.0, 6.0);
        }
        if (sample_.page.fields.back().options.empty()) {
            sample_.page.fields.pop_back();
        }
    }

    void table()
    {
        boxes_.side = std::min(boxes_.side, 5.0);
        const double cellWide = boxes_.side * dice_.between(1.5, 3.0);
        const double cellHigh = boxes_.side * dice_.between(1.4, 2.4);
        const int columns = std::min(10, static_cast<int>((kSample.width - 2 * kFrom) / cellWide));
        const int rows = std::min(6, static_cast<int>((kCombTop - 3.0 - kFrom) / cellHigh));
        const double lineMm = dice_.between(0.12, 0.5);
        for (int row = 0; row <= rows; ++row) {
            printer_.line({kFrom, kFrom + row * cellHigh},
                          {kFrom + columns * cellWide, kFrom + row * cellHigh}, lineMm);
        }
        for (int column = 0; column <= columns; ++column) {
            printer_.line({kFrom + column * cellWide, kFrom},
                          {kFrom + column * cellWide, kFrom + rows * cellHigh}, lineMm);
        }
        const double dx = (cellWide - boxes_.side) * dice_.between(0.25, 0.75);
        const double dy = (cellHigh - boxes_.side) * dice_.between(0.25, 0.75);
        const Boxes same = boxes_;
        for (int row = 0; row < rows; ++row) {
            start();
            boxes_ = same;
            sample_.page.fields.back().frameMm = boxes_.lineMm;
            for (int column = 0; column < columns; ++column) {
                option({kFrom + column * cellWide + dx, kFrom + row * cellHigh + dy});
            }
        }
    }

    void comb()
    {
        form::Field field;
        field.id = "comb";
        field.writing = form::Writing::comb;
        field.frameMm = dice_.between(0.15, 0.35);
        const double high = dice_.between(5.5, 8.0);
        for (int i = 0; i < 14; ++i) {
            field.cells.push_back({kFrom + i * 5.5, kCombTop, 5.5, high});
            printer_.frame(field.cells.back(), field.frameMm);
        }
        field.box = {kFrom, kCombTop, 14 * 5.5, high};
        sample_.page.fields.push_back(field);
    }
};

} // namespace

SampleLayout layOutSample(Dice& dice)
{
    SampleLayout sample;
    Composer(sample, dice).compose();
    return sample;
}

} // namespace scanstraat::train
