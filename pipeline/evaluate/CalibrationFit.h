// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "evaluate/Report.h"
#include "reading/Calibration.h"

namespace scanstraat::evaluate {

/// Of accepted values, wrong.
constexpr double kTargetError = 0.001;

/// Probability below which no field is accepted, however few of its group were wrong.
constexpr double kLeastSure = 0.95;

/// What a calibration ought to be by what came of fields that were read with `used`. One slope for all digits
/// and one for all text, an offset for each kind of field that stays near its group's where there are few;
/// a group is accepted from where on at most `targetError` of other fields are to be expected wrong, but
/// not below kLeastSure. Fields that a rule sent to review are left out: their confidence says so already.
[[nodiscard]] reading::Calibration fitCalibration(const Report& report, const reading::Calibration& used,
                                                  double targetError = kTargetError);

/// Where a fit begins, and how far it may go from there.
struct LogisticPrior
{
    reading::Curve start; ///< its acceptFrom does not matter
    double slopeDeviation = 0.5;
    double offsetDeviation = 2.0;
};

/// Slope and offset that make `judged` likeliest, held near a start (ridge regression: maximum a posteriori
/// with normal priors, by Newton's method).
[[nodiscard]] reading::Curve fitLogistic(const std::vector<Judged>& judged, const LogisticPrior& prior);

/// Least probability so that of those at or above it no more than `targetError` are wrong, rounded down to
/// whole fields; 1 where there is none. With fewer than 1 / targetError fields that is: none at all.
[[nodiscard]] double acceptanceFor(std::vector<Judged> judged, double targetError);

/// The same for fields that were not among `judged`: of as many new ones, one more is to be expected wrong
/// than was seen (the surest wrong one of the new is as likely surer as less sure than that of the old).
/// Where that is more than `targetError` the doubt that is left is made smaller: where doubts are calibrated,
/// the wrong fields below a doubt grow with its square.
[[nodiscard]] double acceptanceForOthers(const std::vector<Judged>& judged, double targetError);

} // namespace scanstraat::evaluate
