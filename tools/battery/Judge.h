// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "ScanCamera.h"
#include "form/FormTemplate.h"
#include "reading/PageReading.h"

#include <string>
#include <vector>

namespace scanstraat::battery {

/// From here on a page is misregistered: a checkbox of 4 mm is cut out beside its frame.
constexpr double kWorstErrorMm = 0.5;
/// A page is registered well up to here.
constexpr double kRmsErrorMm = 0.2;

/// right: the right page, registered within both limits; coarse: only within the worst error; refused: not
/// read; misregistered: the right page in a wrong place; wrongIdentity: another page, or a page that is none
/// of ours; unfit: read although nobody could.
enum class Outcome { right, coarse, refused, misregistered, wrongIdentity, unfit };
constexpr std::size_t kOutcomes = 6;

[[nodiscard]] std::string toString(Outcome outcome);
/// True for what must never happen.
[[nodiscard]] bool isHarmful(Outcome outcome);

/// What is known about a scan. `form` is empty for a page that is none of ours.
struct PageTruth
{
    std::string form;
    int number = 0;
    std::vector<PointMm> points; ///< middles of fields and boxes
    TruthMap map;
    bool mustBeRefused = false;
};

struct Verdict
{
    Outcome outcome = Outcome::refused;
    std::string readAs; ///< the page's class, and for others than forms the first finding
    double rmsMm = 0.0;
    double worstMm = 0.0;
    bool rescan = false; ///< the quality gate asks for another scan
};

/// Middles of the fields and of their boxes; of the adjustment fields where the page has no field.
[[nodiscard]] std::vector<PointMm> judgedPoints(const form::Page& page);

[[nodiscard]] Verdict judge(const PageTruth& truth, const reading::PageReading& reading);

} // namespace scanstraat::battery
