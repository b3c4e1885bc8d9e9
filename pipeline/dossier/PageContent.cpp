// SPDX-License-Identifier: EUPL-1.2
//
// Each field weighs what two people's answers would seldom have in common (a natural logarithm, by eye): a
// text more than a cross. A scan may be read a little differently the second time, so that texts are compared
// by their letters, and one field alone decides little.
#include "dossier/PageContent.h"

#include "base/EditDistance.h"
#include "base/Utf8.h"

#include <algorithm>
#include <cmath>

namespace scanstraat::dossier {

namespace {

using reading::FieldReading;

constexpr double kText = 3.0;   ///< a text that is the same, or is not
constexpr double kAlike = 0.7;  ///< share of letters that makes two texts the same
constexpr double kUnlike = 0.4; ///< below it they are different
constexpr double kOneIsEmpty = 2.0;
constexpr double kOtherBox = 3.0;
constexpr double kRegion = 0.3;  ///< most people sign
constexpr double kDecides = 1.0; ///< sum from which it is told

double compareTexts(const FieldReading& a, const FieldReading& b)
{
    const std::vector<std::string> one = charactersOf(a.value.empty() ? a.raw : a.value);
    const std::vector<std::string> other = charactersOf(b.value.empty() ? b.raw : b.value);
    const double longest = static_cast<double>(std::max(one.size(), other.size()));
    const double alike = 1.0 - static_cast<double>(editDistance(one, other)) / longest;
    return alike >= kAlike ? kText : alike < kUnlike ? -kText : 0.0;
}

bool isEmpty(const FieldReading& field)
{
    return field.value.empty() && field.raw.empty();
}

double compareFields(const FieldReading& a, const FieldReading& b)
{
    const bool isRegion = a.value == "present" || a.value == "absent";
    if (isEmpty(a) && isEmpty(b)) {
        return 0.0;
    }
    if (isRegion || isEmpty(a) || isEmpty(b)) {
        return a.value == b.value ? kRegion : -kOneIsEmpty;
    }
    if (!a.boxes.empty()) {
        return a.value == b.value ? std::log(static_cast<double>(a.boxes.size())) : -kOtherBox;
    }
    return compareTexts(a, b);
}

} // namespace

std::optional<double> printScaleOf(const reading::PageReading& page)
{
    const reading::Registration& sheet = page.registration;
    if (!sheet.isKnown()) {
        return std::nullopt;
    }
    return sheet.orientation % 180 == 0 ? sheet.scaleX : sheet.scaleY;
}

Copies compareContents(const reading::PageReading& a, const reading::PageReading& b)
{
    const std::optional<double> scaleA = printScaleOf(a);
    const std::optional<double> scaleB = printScaleOf(b);
    if (scaleA && scaleB && std::abs(*scaleA - *scaleB) > kOtherPrintScale) {
        return Copies::different;
    }
    double sum = 0.0;
    for (const FieldReading& field : a.fields) {
        const auto other = std::ranges::find(b.fields, field.fieldId, &FieldReading::fieldId);
        sum += other == b.fields.end() ? 0.0 : compareFields(field, *other);
    }
    return sum >= kDecides ? Copies::same : sum <= -kDecides ? Copies::different : Copies::unknown;
}

} // namespace scanstraat::dossier
