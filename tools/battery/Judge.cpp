// SPDX-License-Identifier: EUPL-1.2
#include "Judge.h"

#include <algorithm>
#include <cmath>

namespace scanstraat::battery {

namespace {

void measure(const PageTruth& truth, const reading::Registration& registration, Verdict& verdict)
{
    const auto& map = registration.mmToPixel;
    double squares = 0.0;
    for (const PointMm& at : truth.points) {
        const cv::Point2d read(map[0] * at.x + map[1] * at.y + map[2],
                               map[3] * at.x + map[4] * at.y + map[5]);
        const double error = cv::norm(truth.map.toMillimetres(read - truth.map.toFile(at)));
        squares += error * error;
        verdict.worstMm = std::max(verdict.worstMm, error);
    }
    verdict.rmsMm = std::sqrt(squares / static_cast<double>(std::max<std::size_t>(1, truth.points.size())));
}

std::string describe(const reading::PageReading& reading)
{
    if (reading::isFormPage(reading)) {
        return reading.form + " page " + std::to_string(reading.number) + " by " + reading.identifiedBy;
    }
    const std::string why = reading.findings.empty() ? "" : " " + reading.findings.front().code;
    return reading::toString(reading.pageClass) + why;
}

} // namespace

std::string toString(Outcome outcome)
{
    switch (outcome) {
    case Outcome::right:
        return "right";
    case Outcome::coarse:
        return "coarse";
    case Outcome::refused:
        return "refused";
    case Outcome::misregistered:
        return "misregistered";
    case Outcome::wrongIdentity:
        return "wrong-identity";
    case Outcome::unfit:
        return "unfit";
    }
    return "";
}

bool isHarmful(Outcome outcome)
{
    return outcome == Outcome::misregistered || outcome == Outcome::wrongIdentity ||
           outcome == Outcome::unfit;
}

std::vector<PointMm> judgedPoints(const form::Page& page)
{
    std::vector<PointMm> points;
    for (const form::Field& field : page.fields) {
        points.push_back(field.box.centre());
        for (const form::Option& option : field.options) {
            points.push_back(option.box.centre());
        }
    }
    for (const form::AdjustmentField& mark : page.adjustmentFields) {
        if (page.fields.empty()) {
            points.push_back(mark.centre);
        }
    }
    return points;
}

Verdict judge(const PageTruth& truth, const reading::PageReading& reading)
{
    Verdict verdict;
    verdict.readAs = describe(reading);
    verdict.rescan = std::ranges::any_of(
        reading.findings, [](const reading::Finding& finding) { return finding.code == "page.rescan"; });
    if (!reading::isFormPage(reading)) {
        return verdict;
    }
    if (truth.form.empty() || reading.form != truth.form || reading.number != truth.number) {
        verdict.outcome = truth.mustBeRefused ? Outcome::unfit : Outcome::wrongIdentity;
        return verdict;
    }
    measure(truth, reading.registration, verdict);
    if (truth.mustBeRefused) {
        verdict.outcome = Outcome::unfit;
    } else if (verdict.worstMm > kWorstErrorMm) {
        verdict.outcome = Outcome::misregistered;
    } else {
        verdict.outcome = verdict.rmsMm > kRmsErrorMm ? Outcome::coarse : Outcome::right;
    }
    return verdict;
}

} // namespace scanstraat::battery
