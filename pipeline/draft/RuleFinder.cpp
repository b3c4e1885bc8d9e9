// SPDX-License-Identifier: EUPL-1.2
//
// Solid lines are what is left of the thin lines when the sides of frames are taken out. Dotted and dashed
// ones are rows of small pieces: these are joined over gaps of up to 1.8 mm, and a row that gets long and
// stays flat is a line.
#include "draft/RuleFinder.h"

#include "draft/EdgeMeter.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <tuple>

namespace scanstraat::draft {

namespace {

constexpr double kShortestMm = 1.8;
constexpr double kShortestBrokenMm = 10.0;
constexpr double kThickestMm = 1.6;
constexpr double kBesideFrameMm = 0.45;

struct Piece
{
    cv::Rect box;
    int area = 0;
};

std::vector<Piece> piecesOf(const cv::Mat& mask)
{
    cv::Mat labels;
    cv::Mat stats;
    cv::Mat centres;
    const int count = cv::connectedComponentsWithStats(mask, labels, stats, centres, 8);
    std::vector<Piece> pieces;
    for (int i = 1; i < count; ++i) {
        pieces.push_back({{stats.at<int>(i, cv::CC_STAT_LEFT), stats.at<int>(i, cv::CC_STAT_TOP),
                           stats.at<int>(i, cv::CC_STAT_WIDTH), stats.at<int>(i, cv::CC_STAT_HEIGHT)},
                          stats.at<int>(i, cv::CC_STAT_AREA)});
    }
    return pieces;
}

/// The mask without what lies along the sides of frames.
cv::Mat withoutFrames(const Sheet& sheet, const cv::Mat& lines, std::span<const Frame> frames, bool vertical)
{
    cv::Mat rest = lines.clone();
    for (const Frame& frame : frames) {
        if (frame.round) {
            continue;
        }
        const double half = frame.lineMm / 2 + kBesideFrameMm;
        const RectMm& m = frame.middle;
        const std::array<RectMm, 2> sides =
            vertical ? std::array<RectMm, 2>{{{m.x - half, m.y - half, 2 * half, m.height + 2 * half},
                                              {m.right() - half, m.y - half, 2 * half, m.height + 2 * half}}}
                     : std::array<RectMm, 2>{{{m.x - half, m.y - half, m.width + 2 * half, 2 * half},
                                              {m.x - half, m.bottom() - half, m.width + 2 * half, 2 * half}}};
        for (const RectMm& side : sides) {
            rest(sheet.toPixels(side)).setTo(0);
        }
    }
    return rest;
}

std::optional<Rule> solidRule(const Sheet& sheet, const Piece& piece, bool vertical)
{
    const RectMm area = sheet.toMm(piece.box);
    const double length = vertical ? area.height : area.width;
    const double thickness = vertical ? area.width : area.height;
    if (length < kShortestMm || thickness > kThickestMm || length < 3 * thickness) {
        return std::nullopt;
    }
    Rule rule;
    rule.vertical = vertical;
    rule.from = vertical ? area.y : area.x;
    rule.to = rule.from + length;
    rule.at = vertical ? area.centre().x : area.centre().y;
    rule.widthMm = thickness;
    const double margin = 0.05 * length;
    if (const auto line = measureLine(
            sheet, {vertical, rule.from + margin, rule.to - margin, rule.at, 0.3 + thickness / 2})) {
        rule.at = line->at;
        rule.widthMm = std::min(line->widthMm, thickness + 0.2);
    }
    return rule;
}

/// Lines that only others cross are one: a crossing is dark both ways and belongs to neither mask.
void joinCrossed(std::vector<Rule>& rules)
{
    constexpr double kSameMm = 0.2;
    constexpr double kCrossingMm = 0.8;
    std::ranges::sort(rules, [](const Rule& a, const Rule& b) {
        return std::tuple(a.vertical, std::round(a.at / kSameMm), a.from) <
               std::tuple(b.vertical, std::round(b.at / kSameMm), b.from);
    });
    std::vector<Rule> joined;
    for (const Rule& rule : rules) {
        const auto before = std::ranges::find_if(joined, [&](const Rule& other) {
            return other.vertical == rule.vertical && std::abs(other.at - rule.at) < kSameMm &&
                   std::abs(other.widthMm - rule.widthMm) < 0.3 && rule.from - other.to < kCrossingMm &&
                   rule.from - other.to > -kCrossingMm && rule.to > other.to;
        });
        if (before == joined.end()) {
            joined.push_back(rule);
            continue;
        }
        const double share = rule.length() / (rule.length() + before->length());
        before->at += share * (rule.at - before->at);
        before->to = rule.to;
    }
    rules = std::move(joined);
}

/// Small flat pieces of ink, and nothing else.
cv::Mat specksIn(const Sheet& sheet, const cv::Mat& ink)
{
    constexpr double kTallestMm = 0.75;
    constexpr double kWidestMm = 4.5;
    cv::Mat specks = cv::Mat::zeros(ink.size(), CV_8U);
    cv::Mat labels;
    cv::Mat stats;
    cv::Mat centres;
    const int count = cv::connectedComponentsWithStats(ink, labels, stats, centres, 8);
    for (int i = 1; i < count; ++i) {
        const cv::Rect box(stats.at<int>(i, cv::CC_STAT_LEFT), stats.at<int>(i, cv::CC_STAT_TOP),
                           stats.at<int>(i, cv::CC_STAT_WIDTH), stats.at<int>(i, cv::CC_STAT_HEIGHT));
        if (box.height <= kTallestMm * sheet.pixelsPerMm && box.width <= kWidestMm * sheet.pixelsPerMm) {
            specks(box).setTo(255, labels(box) == i);
        }
    }
    return specks;
}

/// How many separate pieces a row has, and how evenly they follow each other.
bool isEven(const cv::Mat& row, double pixelsPerMm)
{
    cv::Mat columns;
    cv::reduce(row, columns, 0, cv::REDUCE_MAX);
    std::vector<double> starts;
    for (int x = 1; x < columns.cols; ++x) {
        if (columns.at<uchar>(x) != 0 && columns.at<uchar>(x - 1) == 0) {
            starts.push_back(x / pixelsPerMm);
        }
    }
    constexpr std::size_t kFewest = 5;
    if (starts.size() < kFewest) {
        return false;
    }
    std::vector<double> steps;
    for (std::size_t i = 1; i < starts.size(); ++i) {
        steps.push_back(starts[i] - starts[i - 1]);
    }
    std::ranges::sort(steps);
    const double middle = steps[steps.size() / 2];
    const auto near = std::ranges::count_if(
        steps, [&](double step) { return std::abs(step - middle) < 0.3 * middle + 0.1; });
    return static_cast<double>(near) > 0.85 * static_cast<double>(steps.size());
}

void addBrokenRules(const Sheet& sheet, const InkMaps& maps, std::vector<Rule>& rules)
{
    constexpr double kGapMm = 1.8;
    const cv::Mat specks = specksIn(sheet, maps.ink);
    cv::Mat joined;
    const int gap = 2 * cvRound(kGapMm * sheet.pixelsPerMm / 2) + 1;
    cv::morphologyEx(specks, joined, cv::MORPH_CLOSE, cv::getStructuringElement(cv::MORPH_RECT, {gap, 1}));
    for (const Piece& piece : piecesOf(joined)) {
        const RectMm area = sheet.toMm(piece.box);
        constexpr double kFlatMm = 1.0;
        if (area.width < kShortestBrokenMm || area.height > kFlatMm ||
            !isEven(specks(piece.box), sheet.pixelsPerMm)) {
            continue;
        }
        cv::Mat rows;
        cv::reduce(specks(piece.box), rows, 1, cv::REDUCE_SUM, CV_64F);
        double sum = 0.0;
        double moment = 0.0;
        for (int y = 0; y < rows.rows; ++y) {
            sum += rows.at<double>(y);
            moment += rows.at<double>(y) * (y + 0.5);
        }
        Rule rule;
        rule.from = area.x;
        rule.to = area.right();
        rule.at = sheet.yMm(piece.box.y + moment / sum);
        rule.widthMm = std::min(area.height, 0.5);
        rule.broken = true;
        rules.push_back(rule);
    }
}

/// Ticks that stand on a base line, from left to right.
std::vector<const Rule*> ticksOn(const Rule& base, const std::vector<Rule>& rules)
{
    constexpr double kTouchMm = 0.6;
    constexpr double kTallestMm = 9.0;
    std::vector<const Rule*> ticks;
    for (const Rule& rule : rules) {
        if (rule.vertical && rule.length() <= kTallestMm && std::abs(rule.to - base.at) < kTouchMm &&
            rule.at > base.from - kTouchMm && rule.at < base.to + kTouchMm) {
            ticks.push_back(&rule);
        }
    }
    std::ranges::sort(ticks, {}, &Rule::at);
    return ticks;
}

/// The comb of a base line; without cells where its ticks are too few or stand unevenly.
TickComb combOf(const Rule& base, const std::vector<const Rule*>& ticks)
{
    constexpr std::size_t kFewestTicks = 3;
    constexpr double kNarrowestMm = 2.8;
    constexpr double kWidestMm = 9.0;
    TickComb comb;
    if (ticks.size() < kFewestTicks) {
        return comb;
    }
    std::vector<double> heights;
    std::vector<double> places;
    for (const Rule* tick : ticks) {
        heights.push_back(tick->length());
        places.push_back(tick->at);
    }
    const double tall = *std::ranges::max_element(heights);
    const double step = (places.back() - places.front()) / static_cast<double>(places.size() - 1);
    if (step < kNarrowestMm || step > kWidestMm) {
        return comb;
    }
    if (places.front() - base.from > 0.7 * step) {
        places.insert(places.begin(), base.from);
    }
    if (base.to - places.back() > 0.7 * step) {
        places.push_back(base.to);
    }
    // writing needs more room than a short tick marks
    const double height = std::max(tall, std::min(1.2 * step, 6.0));
    for (std::size_t i = 1; i < places.size(); ++i) {
        const double width = places[i] - places[i - 1];
        if (std::abs(width / step - 1.0) > 0.2) {
            comb.cells.clear();
            return comb;
        }
        comb.cells.push_back({places[i - 1], base.at - height, width, height});
    }
    comb.lineMm = base.widthMm;
    return comb;
}

/// Height above a rule in which at most a label's width is printed on.
double clearAbove(const Sheet& sheet, const cv::Mat& ink, const Rule& rule)
{
    constexpr double kLookMm = 14.0;
    constexpr double kEndsMm = 0.8;
    constexpr double kMostShare = 0.06;
    const double start = rule.at - rule.widthMm / 2 - 0.3;
    const cv::Rect above = sheet.toPixels(
        {rule.from + kEndsMm, start - kLookMm, std::max(0.5, rule.length() - 2 * kEndsMm), kLookMm});
    for (int y = above.height - 1; y >= 0; --y) {
        const cv::Rect row(above.x, above.y + y, above.width, 1);
        if (cv::countNonZero(ink(row)) > kMostShare * above.width) {
            return (above.height - 1 - y) / sheet.pixelsPerMm;
        }
    }
    return above.height / sheet.pixelsPerMm;
}

} // namespace

std::vector<Rule> findRules(const Sheet& sheet, const InkMaps& maps, std::span<const Frame> frames)
{
    std::vector<Rule> rules;
    for (const bool vertical : {false, true}) {
        const cv::Mat rest =
            withoutFrames(sheet, vertical ? maps.vertical : maps.horizontal, frames, vertical);
        for (const Piece& piece : piecesOf(rest)) {
            if (const auto rule = solidRule(sheet, piece, vertical)) {
                rules.push_back(*rule);
            }
        }
    }
    joinCrossed(rules);
    addBrokenRules(sheet, maps, rules);
    for (Rule& rule : rules) {
        rule.clearMm = rule.vertical ? 0.0 : clearAbove(sheet, maps.ink, rule);
    }
    std::ranges::sort(rules, [](const Rule& a, const Rule& b) {
        const auto key = [](const Rule& r) { return std::pair(r.area().y, r.area().x); };
        return key(a) < key(b);
    });
    return rules;
}

std::vector<TickComb> takeTickCombs(std::vector<Rule>& rules)
{
    std::vector<TickComb> combs;
    std::vector<const Rule*> used;
    for (const Rule& base : rules) {
        if (base.vertical || base.broken) {
            continue;
        }
        const std::vector<const Rule*> ticks = ticksOn(base, rules);
        TickComb comb = combOf(base, ticks);
        if (comb.cells.size() >= 2) {
            combs.push_back(std::move(comb));
            used.push_back(&base);
            used.insert(used.end(), ticks.begin(), ticks.end());
        }
    }
    std::vector<Rule> rest;
    for (const Rule& rule : rules) {
        if (std::ranges::find(used, &rule) == used.end()) {
            rest.push_back(rule);
        }
    }
    rules = std::move(rest);
    return combs;
}

} // namespace scanstraat::draft
