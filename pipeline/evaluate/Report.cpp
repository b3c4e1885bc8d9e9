// SPDX-License-Identifier: EUPL-1.2
#include "evaluate/Report.h"

#include <algorithm>
#include <cmath>

namespace scanstraat::evaluate {

namespace {

double share(int part, int whole, double ifNone)
{
    return whole > 0 ? static_cast<double>(part) / whole : ifNone;
}

void addFieldFigures(std::map<std::string, double>& result, const std::string& name,
                     const FieldCounts& counts)
{
    result[name] = counts.fields;
    result[name + "-right"] = share(counts.right, counts.fields, 1.0);
    result[name + "-accepted-right"] = share(counts.acceptedRight, counts.fields, 1.0);
    result[name + "-accepted-wrong"] = share(counts.acceptedWrong, counts.fields, 0.0);
    result[name + "-review"] = share(counts.review, counts.fields, 0.0);
}

} // namespace

FieldCounts& FieldCounts::operator+=(const FieldCounts& other)
{
    fields += other.fields;
    right += other.right;
    acceptedRight += other.acceptedRight;
    acceptedWrong += other.acceptedWrong;
    review += other.review;
    return *this;
}

FieldCounts KindReport::all() const
{
    FieldCounts sum = filled;
    return sum += empty;
}

double CharacterCounts::rightShare() const
{
    return std::max(0.0, 1.0 - share(errors, characters, 0.0));
}

int BoxCounts::total() const
{
    int sum = 0;
    for (const auto& row : confusion) {
        for (const int count : row) {
            sum += count;
        }
    }
    return sum;
}

int BoxCounts::right() const
{
    int sum = 0;
    for (std::size_t i = 0; i < confusion.size(); ++i) {
        sum += confusion[i][i];
    }
    return sum;
}

double PageCounts::rmsErrorMm() const
{
    return points > 0 ? std::sqrt(squaredErrorMm / points) : 0.0;
}

FieldCounts Report::filled() const
{
    FieldCounts sum;
    for (const auto& [kind, report] : kinds) {
        sum += report.filled;
    }
    return sum;
}

FieldCounts Report::empty() const
{
    FieldCounts sum;
    for (const auto& [kind, report] : kinds) {
        sum += report.empty;
    }
    return sum;
}

FieldCounts Report::all() const
{
    FieldCounts sum = filled();
    return sum += empty();
}

std::vector<CurvePoint> reviewCurve(std::vector<Judged> judged)
{
    std::stable_sort(judged.begin(), judged.end(),
                     [](const Judged& a, const Judged& b) { return a.confidence > b.confidence; });
    std::vector<CurvePoint> curve;
    for (const double review : {0.0, 0.01, 0.02, 0.05, 0.10, 0.20, 0.30, 0.50}) {
        const auto kept = static_cast<std::ptrdiff_t>(
            std::floor(static_cast<double>(judged.size()) * (1.0 - review) + 1e-9));
        const auto wrong = std::count_if(judged.begin(), judged.begin() + kept,
                                         [](const Judged& one) { return !one.right; });
        curve.push_back({review, share(static_cast<int>(wrong), static_cast<int>(kept), 0.0)});
    }
    return curve;
}

std::map<std::string, double> figures(const Report& report)
{
    std::map<std::string, double> result;
    addFieldFigures(result, "fields", report.all());
    addFieldFigures(result, "filled", report.filled());
    addFieldFigures(result, "empty", report.empty());
    for (const auto& [kind, one] : report.kinds) {
        addFieldFigures(result, kind, one.all());
    }
    result["fields-missing"] = report.missingFields;
    result["comb-characters-right"] = report.comb.rightShare();
    result["line-characters-right"] = report.line.rightShare();
    result["boxes"] = report.boxes.total();
    result["boxes-right"] = share(report.boxes.right(), report.boxes.total(), 1.0);
    result["boxes-accepted-wrong"] = report.boxes.acceptedWrong;
    result["pages"] = report.pages.pages;
    result["pages-identified"] = share(report.pages.identified, report.pages.forms, 1.0);
    result["pages-unidentified"] = report.pages.unidentified;
    result["pages-wrong"] = report.pages.wrong;
    result["pages-lost"] = report.pages.lost;
    result["pages-repeated"] = report.pages.repeated;
    result["registration-rms-mm"] = report.pages.rmsErrorMm();
    result["registration-max-mm"] = report.pages.maxErrorMm;
    if (report.assembly.envelopes > 0) {
        result["envelopes"] = report.assembly.envelopes;
        result["envelopes-assembled"] = report.assembly.assembledShare();
        result["pages-astray"] = report.assembly.astray;
        result["pages-held"] = report.assembly.held;
        result["strays-kept-apart"] = share(report.assembly.straysKept, report.assembly.strays, 1.0);
        result["defects-found"] = share(report.assembly.found, report.assembly.defects, 1.0);
        result["findings-invented"] = report.assembly.invented;
    }
    return result;
}

} // namespace scanstraat::evaluate
