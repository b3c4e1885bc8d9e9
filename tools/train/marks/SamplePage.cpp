// SPDX-License-Identifier: EUPL-1.2
// Every mark is drawn on a layer of its own, so that its cover is known, then laid on the page as darkness
// with the grain of its pen. Correction fluid goes over print and ink, a mark after it on top.
#include "SamplePage.h"

#include "SampleLayout.h"

#include <opencv2/imgproc.hpp>

#include <cmath>

namespace scanstraat::train {

namespace {

using reading::MarkState;

constexpr double kAroundMm = 16.0;  ///< of a box that a mark may reach
constexpr double kIntrusion = 0.06; ///< of a box covered by other boxes' marks: its state is not clear

bool meet(const RectMm& a, const RectMm& b)
{
    return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

/// Ballpoint blue, felt pens of any colour, black and pencil nearly grey.
cv::Point2d blue(Dice& dice)
{
    return {dice.between(0.12, 0.34), dice.between(-0.12, 0.02)};
}

cv::Point2d nearlyGrey(Dice& dice)
{
    return {dice.normal(0.02), dice.normal(0.012)};
}

cv::Point2d colourful(Dice& dice)
{
    switch (dice.whole(0, 4)) {
    case 0: // red
        return {dice.between(-0.2, -0.05), dice.between(0.3, 0.5)};
    case 1: // green
        return {dice.between(-0.15, 0.0), dice.between(-0.3, -0.12)};
    case 2:
        return blue(dice);
    default:
        return nearlyGrey(dice);
    }
}

/// Pencils and felt pens are as common as it takes to learn them, or rare and milder as on forms.
Tool pickTool(Mix mix, Dice& dice)
{
    const bool real = mix == Mix::real;
    switch (dice.pick(real ? std::vector<double>{15, 5, 36, 44} : std::vector<double>{30, 16, 20, 34})) {
    case 0: // HB pencil
        return {dice.between(0.3, 0.8), dice.between(real ? 60 : 36, 135), dice.between(0.3, 0.75), 0.0,
                nearlyGrey(dice)};
    case 1: // felt pen, marker
        return {dice.between(0.7, real ? 1.2 : 1.9), dice.between(150, 240), dice.between(0.0, 0.15), 0.0,
                colourful(dice)};
    case 2: // blue ballpoint
        return {dice.between(0.25, 0.6), dice.between(85, 165), dice.between(0.0, 0.35),
                dice.chance(0.15) ? dice.between(0.05, 0.3) : 0.0, blue(dice)};
    default: // black ballpoint, rollerball, fineliner
        return {dice.between(0.28, 0.8), dice.between(140, 240), dice.between(0.0, 0.25),
                dice.chance(0.1) ? dice.between(0.05, 0.3) : 0.0, nearlyGrey(dice)};
    }
}

std::vector<MarkState> evenStates(std::size_t count, Dice& dice)
{
    std::vector<MarkState> states;
    for (std::size_t i = 0; i < count; ++i) {
        states.push_back(static_cast<MarkState>(dice.pick({36, 32, 12, 8, 12})));
    }
    return states;
}

/// A group as people leave it: 70 % of the boxes empty, 25 % crossed, 3 % blackened.
std::vector<MarkState> realStates(std::size_t count, Dice& dice)
{
    std::vector<MarkState> states(count, MarkState::empty);
    const auto some = [&] { return static_cast<std::size_t>(dice.whole(0, static_cast<int>(count) - 1)); };
    if (dice.chance(0.86)) {
        states[some()] = dice.chance(0.04) ? MarkState::recrossed : MarkState::crossed;
    }
    if (dice.chance(0.06)) {
        states[some()] = MarkState::crossed;
    }
    if (dice.chance(0.1)) {
        states[some()] = MarkState::blackened;
    }
    if (dice.chance(0.02)) {
        states[some()] = MarkState::unclear;
    }
    return states;
}

class Drawing
{
public:
    Drawing(SampleLayout layout, Mix mix, Dice& dice)
        : mix_(mix), dice_(dice), page_(std::move(layout.page)), dark_(std::move(layout.print)),
          print_(dark_.clone()), chroma_(dark_.size(), CV_8UC2, cv::Scalar(kNoColour, kNoColour)),
          tool_(pickTool(mix, dice)), faintest_(tool_.darkness)
    {
        noise_ = cv::Mat(cvRound(40 * kCanvas), cvRound(40 * kCanvas), CV_32F);
        cv::RNG random(static_cast<std::uint64_t>(dice.whole(1, 1 << 30)));
        random.fill(noise_, cv::RNG::NORMAL, 0.0, 1.0);
        cv::GaussianBlur(noise_, noise_, {}, 1.5);
    }

    void mark()
    {
        const bool real = mix_ == Mix::real || (mix_ == Mix::even && dice_.chance(0.4));
        for (const form::Field& field : page_.fields) {
            const std::size_t count = field.options.size();
            if (count == 0) {
                write(field);
                continue;
            }
            const auto states = real ? realStates(count, dice_) : evenStates(count, dice_);
            for (std::size_t i = 0; i < count; ++i) {
                markBox(field, i, states[i]);
            }
        }
        dropSpoiled();
    }

    [[nodiscard]] SamplePage scanned()
    {
        return {std::move(page_), std::move(marks_),
                scanSample(dark_, chroma_, {faintest_, mix_ == Mix::real}, dice_)};
    }

private:
    Mix mix_;
    Dice& dice_;
    form::Page page_;
    cv::Mat dark_;
    cv::Mat print_;  ///< what was dark before anybody wrote
    cv::Mat chroma_; ///< Cb and Cr of what was written
    Tool tool_;
    double faintest_;
    cv::Mat noise_;
    std::vector<DrawnMark> marks_;
    std::vector<std::optional<Layer>> layers_; ///< of each box

    [[nodiscard]] Layer layerAround(const RectMm& box) const
    {
        const RectMm wide = box.grown(kAroundMm);
        const double left = std::max(0.0, wide.x);
        const double top = std::max(0.0, wide.y);
        return {{left, top, std::min(kSample.width, wide.right()) - left,
                 std::min(kSample.height, wide.bottom()) - top},
                kCanvas};
    }

    /// Whole pixels of the page that a layer covers.
    [[nodiscard]] cv::Rect placeOf(const Layer& layer) const
    {
        const cv::Rect place(cvRound(layer.area.x * kCanvas), cvRound(layer.area.y * kCanvas), layer.ink.cols,
                             layer.ink.rows);
        return place & cv::Rect({0, 0}, dark_.size());
    }

    /// Lays ink on the page with the grain of paper and pen.
    void lay(const Layer& layer, const Tool& tool, double strength)
    {
        const cv::Rect whole = placeOf(layer);
        const cv::Rect inked = cv::boundingRect(layer.ink) & cv::Rect({0, 0}, whole.size());
        if (inked.empty()) {
            return;
        }
        cv::Mat page = dark_(whole)(inked);
        cv::Mat ink;
        layer.ink(inked).convertTo(ink, CV_32F, tool.darkness * strength / 255.0);
        const cv::Point corner(dice_.whole(0, noise_.cols - inked.width),
                               dice_.whole(0, noise_.rows - inked.height));
        const cv::Mat shares = 1.0 + noise_(cv::Rect(corner, inked.size())) * (tool.grain * 3.1);
        ink = ink.mul(cv::max(0.0, cv::min(1.25, shares)));
        ink.convertTo(ink, CV_8U);
        tint(chroma_(whole)(inked), ink, ink > page, tool.colour);
        cv::max(page, ink, page);
    }

    static void tint(cv::Mat chroma, const cv::Mat& ink, const cv::Mat& where, cv::Point2d colour)
    {
        cv::Mat cb;
        cv::Mat cr;
        ink.convertTo(cb, CV_8U, colour.x, kNoColour);
        ink.convertTo(cr, CV_8U, colour.y, kNoColour);
        cv::Mat both;
        cv::merge(std::vector<cv::Mat>{cb, cr}, both);
        both.copyTo(chroma, where);
    }

    /// Correction fluid over the box or most of it, and sometimes a mark on top.
    void cover(const RectMm& box, const Tool& tool)
    {
        Layer fluid = layerAround(box);
        Pen brush(fluid, {box.width * 0.5}, dice_);
        MarkDrawing(brush, box, dice_).blackHatched(dice_.between(0.5, 0.8));
        const cv::Rect place = placeOf(fluid);
        cv::Mat page = dark_(place);
        const double left = dice_.between(0.0, 0.12);
        const double tint = dice_.between(0.0, 9.0);
        cv::Mat covered;
        page.convertTo(covered, CV_8U, left, tint);
        const cv::Mat under = fluid.ink(cv::Rect({0, 0}, place.size())) > 127;
        covered.copyTo(page, under);
        chroma_(place).setTo(cv::Scalar(kNoColour, kNoColour), under);
        if (dice_.chance(0.3)) {
            Layer again = layerAround(box);
            static_cast<void>(drawKind(MarkState::crossed, {again, tool, box, std::nullopt}, mix_, dice_));
            lay(again, tool, 1.0);
        }
    }

    /// Places of a layer with ink, where the page prints nothing.
    [[nodiscard]] std::vector<PointMm> inkOf(const Layer& layer, const RectMm& box) const
    {
        constexpr int kApart = 4; // pixels of the drawing
        constexpr int kInk = 127;
        constexpr int kPrint = 30;
        const cv::Rect page = placeOf(layer);
        const RectMm seen = box.grown(box.width);
        std::vector<PointMm> places;
        for (int y = kApart / 2; y < page.height; y += kApart) {
            for (int x = kApart / 2; x < page.width; x += kApart) {
                const PointMm place{(page.x + x + 0.5) / kCanvas, (page.y + y + 0.5) / kCanvas};
                const cv::Rect around(page.x + x - kApart / 2, page.y + y - kApart / 2, kApart, kApart);
                if (holds(seen, place) && layer.ink.at<uchar>(y, x) > kInk &&
                    cv::countNonZero(print_(around & cv::Rect({0, 0}, print_.size())) > kPrint) == 0) {
                    places.push_back(place);
                }
            }
        }
        return places;
    }

    void markBox(const form::Field& field, std::size_t index, MarkState state)
    {
        const RectMm& box = field.options[index].box;
        const Tool tool = dice_.chance(mix_ == Mix::real ? 0.03 : 0.08) ? pickTool(mix_, dice_) : tool_;
        const std::optional<RectMm> next =
            index + 1 < field.options.size() ? std::optional(field.options[index + 1].box) : std::nullopt;
        Layer layer = layerAround(box);
        DrawnMark drawn = drawKind(state, {layer, tool, box, next}, mix_, dice_);
        drawn.ink = inkOf(layer, box);
        lay(layer, tool, drawn.strength);
        if (drawn.fluid) {
            cover(box, tool);
        }
        if (drawn.state && *drawn.state != MarkState::empty) {
            faintest_ = std::min(faintest_, tool.darkness);
        }
        const bool spanned = index > 0 && !marks_.empty() && marks_.back().spansNext;
        marks_.push_back(drawn);
        if (spanned && state == MarkState::empty) {
            marks_.back().state = MarkState::unclear;
        }
        layers_.emplace_back(std::move(layer));
    }

    /// Boxes into which other boxes' marks run too far have no clear state, nor have boxes beside which a
    /// mark was meant to be that went into another one.
    void dropSpoiled()
    {
        std::vector<RectMm> boxes;
        for (const form::Field& field : page_.fields) {
            for (const form::Option& option : field.options) {
                boxes.push_back(option.box);
            }
        }
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            for (std::size_t j = 0; j < boxes.size(); ++j) {
                const bool spans = j + 1 == i && marks_[j].spansNext;
                if (i == j || spans) {
                    continue;
                }
                const double covered = layers_[j]->coverage(boxes[i]);
                if (covered > kIntrusion || (marks_[j].ringed && meet(*marks_[j].ringed, boxes[i]))) {
                    marks_[i].state.reset();
                }
                if (marks_[j].beside && layers_[j]->coverage(boxes[i].grown(0.5)) > 0.0) {
                    marks_[j].state.reset();
                }
            }
        }
    }

    /// Scrawls into the comb, to tell the pen by.
    void write(const form::Field& comb)
    {
        if (dice_.chance(0.2)) {
            return;
        }
        const Tool tool = dice_.chance(0.1) ? pickTool(mix_, dice_) : tool_;
        const int letters = dice_.whole(3, static_cast<int>(comb.cells.size()));
        for (int i = 0; i < letters; ++i) {
            const RectMm cell = comb.cells[static_cast<std::size_t>(i)].grown(-1.1);
            Layer layer = layerAround(cell);
            Pen pen(layer, tool, dice_);
            std::vector<cv::Point2d> path;
            for (int point = dice_.whole(3, 5); point > 0; --point) {
                path.emplace_back(cell.x + dice_.between(0.0, cell.width),
                                  cell.y + dice_.between(0.0, cell.height));
            }
            pen.stroke(path);
            lay(layer, tool, 1.0);
        }
    }
};

} // namespace

SamplePage drawSamplePage(std::uint64_t seed, Mix mix)
{
    Dice dice(seed);
    Drawing drawing(layOutSample(dice), mix, dice);
    drawing.mark();
    return drawing.scanned();
}

} // namespace scanstraat::train
