// SPDX-License-Identifier: EUPL-1.2
#include "charts/Charts.h"

#include "charts/Canvas.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace scanstraat::charts {

namespace {

/// Colours that people with any colour vision tell apart (Okabe and Ito).
constexpr std::array kColours{Colour{0.0, 0.45, 0.70},  Colour{0.84, 0.37, 0.0}, Colour{0.0, 0.62, 0.45},
                              Colour{0.80, 0.47, 0.65}, Colour{0.90, 0.62, 0.0}, Colour{0.34, 0.71, 0.91},
                              Colour{0.25, 0.25, 0.28}};

constexpr double kLeft = 78.0;
constexpr double kTop = 46.0;

/// Errors below this are drawn on the axis.
constexpr double kLeastError = 1e-5;

/// How far the axis of the review goes: so that a good part of each curve is seen, and where the first one
/// gets to one error in a thousand.
double mostReview(const std::vector<NamedCurve>& curves)
{
    double start = 0.0;
    for (const NamedCurve& curve : curves) {
        start = std::max(start, curve.points.empty() ? 0.0 : curve.points.front().review);
    }
    const double reach = curves.empty() ? 0.0 : reviewFor(curves.front().points, 0.001);
    const double wanted = std::max(3.0 * start, 1.1 * reach);
    return wanted < 0.1 ? 0.1 : wanted < 0.2 ? 0.2 : wanted < 0.5 ? 0.5 : 1.0;
}

std::string percent(double share)
{
    char text[32] = {};
    std::snprintf(text, sizeof text, "%g %%", share * 100.0);
    return text;
}

void drawBins(Canvas& canvas, const cv::Rect2d& plot, const std::vector<Bin>& bins, Colour colour)
{
    std::vector<cv::Point2d> points;
    for (const Bin& bin : bins) {
        points.emplace_back(plot.x + bin.probability * plot.width, plot.y + (1.0 - bin.right) * plot.height);
    }
    canvas.line(points, 2.0, colour);
    for (std::size_t i = 0; i < bins.size(); ++i) {
        canvas.dot(points[i], 4.0, colour);
        canvas.text({points[i].x - 7.0, points[i].y - 17.0}, std::to_string(bins[i].count),
                    {8.0, kMiddleGrey, Align::right});
    }
}

void drawShares(Canvas& canvas, const cv::Rect2d& plot)
{
    for (int i = 0; i <= 10; i += 2) {
        const double x = plot.x + plot.width * i / 10.0;
        const double y = plot.y + plot.height * (1.0 - i / 10.0);
        canvas.line({{x, plot.y}, {x, plot.y + plot.height}}, 1.0, kPaleGrey);
        canvas.line({{plot.x, y}, {plot.x + plot.width, y}}, 1.0, kPaleGrey);
        canvas.text({x, plot.y + plot.height + 6.0}, percent(i / 10.0), {10.0, kDark, Align::centre});
        canvas.text({plot.x - 8.0, y - 8.0}, percent(i / 10.0), {10.0, kDark, Align::right});
    }
}

double heightOf(double error)
{
    return std::log10(std::max(error, kLeastError) / kLeastError) / -std::log10(kLeastError);
}

void drawErrorAxes(Canvas& canvas, const cv::Rect2d& plot, double most)
{
    for (int power = -5; power <= 0; ++power) {
        const double error = std::pow(10.0, power);
        const double y = plot.y + plot.height * (1.0 - heightOf(error));
        canvas.line({{plot.x, y}, {plot.x + plot.width, y}}, 1.0, kPaleGrey);
        canvas.text({plot.x - 8.0, y - 8.0}, percent(error), {10.0, kDark, Align::right});
    }
    for (int i = 0; i <= 10; ++i) {
        const double x = plot.x + plot.width * i / 10.0;
        canvas.line({{x, plot.y}, {x, plot.y + plot.height}}, 1.0, kPaleGrey);
        canvas.text({x, plot.y + plot.height + 6.0}, percent(most * i / 10.0), {10.0, kDark, Align::centre});
    }
}

/// At most one point for each pixel across.
std::vector<cv::Point2d> placesOf(const NamedCurve& curve, const cv::Rect2d& plot, double most)
{
    std::vector<cv::Point2d> places;
    for (const CurvePoint& point : curve.points) {
        const cv::Point2d place(plot.x + point.review / most * plot.width,
                                plot.y + plot.height * (1.0 - heightOf(point.error)));
        if (point.review <= most && (places.empty() || place.x - places.back().x > 0.5)) {
            places.push_back(place);
        }
    }
    return places;
}

/// The names of the curves beside their colours, on white.
void drawNames(Canvas& canvas, cv::Point2d at, const std::vector<NamedCurve>& curves)
{
    constexpr double kStep = 20.0;
    canvas.box({at.x, at.y, 154.0, kStep * double(curves.size())}, kWhite);
    for (std::size_t i = 0; i < curves.size(); ++i) {
        const double y = at.y + kStep * double(i);
        canvas.line({{at.x + 8.0, y + 10.0}, {at.x + 36.0, y + 10.0}}, 2.5, kColours.at(i % kColours.size()));
        canvas.text({at.x + 44.0, y + 2.0}, curves[i].name, {11.0});
    }
}

} // namespace

void drawReliability(const std::filesystem::path& file, const std::vector<NamedBins>& sets,
                     const std::string& what)
{
    constexpr double kPlot = 380.0;
    constexpr double kStep = kPlot + 110.0;
    Canvas canvas(static_cast<int>(kLeft + kStep * std::max(1.0, double(sets.size()))), 530);
    for (std::size_t i = 0; i < sets.size(); ++i) {
        const cv::Rect2d plot(kLeft + kStep * double(i), kTop, kPlot, kPlot);
        drawShares(canvas, plot);
        canvas.dashes({plot.x, plot.y + kPlot}, {plot.x + kPlot, plot.y}, kMiddleGrey);
        drawBins(canvas, plot, sets[i].bins, kColours.at(i % kColours.size()));
        canvas.text({plot.x, 12.0}, "Reliability, " + sets[i].name + ": " + what + " right in each bin",
                    {12.0});
        canvas.text({plot.x + kPlot / 2, plot.y + kPlot + 28.0}, "probability that it is right",
                    {11.0, kDark, Align::centre});
        canvas.text({plot.x + 8.0, plot.y + 6.0}, "share right", {11.0, kMiddleGrey});
    }
    canvas.save(file);
}

void drawErrorAgainstReview(const std::filesystem::path& file, const std::vector<NamedCurve>& curves,
                            const std::string& what)
{
    const cv::Rect2d plot(kLeft + 16.0, kTop, 720.0, 400.0);
    Canvas canvas(860, 530);
    const double most = mostReview(curves);
    drawErrorAxes(canvas, plot, most);
    canvas.text({plot.x, 12.0}, "Wrong " + what + " among the accepted when the least sure go to review",
                {12.0});
    canvas.text({plot.x + plot.width / 2, plot.y + plot.height + 28.0}, "share of " + what + " to review",
                {11.0, kDark, Align::centre});
    canvas.text({plot.x + 8.0, plot.y + 6.0}, "error among the accepted (log; the lowest line: that or less)",
                {10.0, kMiddleGrey});
    for (std::size_t i = 0; i < curves.size(); ++i) {
        canvas.line(placesOf(curves[i], plot, most), 2.2, kColours.at(i % kColours.size()));
    }
    drawNames(canvas, {plot.x + plot.width - 160.0, plot.y + 6.0}, curves);
    canvas.save(file);
}

} // namespace scanstraat::charts
