// SPDX-License-Identifier: EUPL-1.2
#include "evaluate/Report.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdio>

namespace scanstraat::evaluate {

namespace {

using Json = nlohmann::ordered_json;

template <typename... Values>
std::string format(const char* pattern, Values... values)
{
    std::array<char, 256> line{};
    std::snprintf(line.data(), line.size(), pattern, values...);
    return line.data();
}

double percent(double part, double whole)
{
    return whole > 0 ? 100.0 * part / whole : 0.0;
}

std::string row(const std::string& name, const FieldCounts& counts)
{
    return format("%-16s %8d %8d %6.2f%% %10d %10d %10d %6.2f%%\n", name.c_str(), counts.fields, counts.right,
                  percent(counts.right, counts.fields), counts.acceptedRight, counts.acceptedWrong,
                  counts.review, percent(counts.review, counts.fields));
}

std::string fieldTable(const Report& report)
{
    std::string text = format("%-16s %8s %8s %7s %10s %10s %10s %7s\n", "kind", "fields", "right", "",
                              "acc.right", "acc.wrong", "review", "");
    for (const auto& [kind, one] : report.kinds) {
        text += row(kind, one.all());
    }
    return text + row("filled", report.filled()) + row("empty", report.empty()) + row("all", report.all());
}

std::string curveTable(const Report& report)
{
    std::string text = "errors among accepted fields when the least certain go to review:\n";
    text += format("%-16s %7s %7s %7s %7s %7s %7s %7s %7s\n", "kind", "0%", "1%", "2%", "5%", "10%", "20%",
                   "30%", "50%");
    for (const auto& [kind, one] : report.kinds) {
        text += format("%-16s", kind.c_str());
        for (const CurvePoint& point : reviewCurve(one.judged)) {
            text += format(" %6.2f%%", 100 * point.error);
        }
        text += "\n";
    }
    return text;
}

std::string boxTable(const BoxCounts& boxes)
{
    std::string text = format("boxes: %d, right %.2f%%, wrong in accepted fields %d\n", boxes.total(),
                              percent(boxes.right(), boxes.total()), boxes.acceptedWrong);
    text += format("%-14s", "true \\ read");
    for (std::size_t i = 0; i < reading::kMarkStates; ++i) {
        text += format(" %10s", toString(static_cast<reading::MarkState>(i)).c_str());
    }
    text += "\n";
    for (std::size_t i = 0; i < reading::kMarkStates; ++i) {
        text += format("%-14s", toString(static_cast<reading::MarkState>(i)).c_str());
        for (const int count : boxes.confusion[i]) {
            text += format(" %10d", count);
        }
        text += "\n";
    }
    return text;
}

std::string pageLines(const PageCounts& pages)
{
    return format("pages: %d, of forms %d: identified %d (%.2f%%), not identified %d, wrong %d; lost %d, "
                  "repeated %d\n",
                  pages.pages, pages.forms, pages.identified, percent(pages.identified, pages.forms),
                  pages.unidentified, pages.wrong, pages.lost, pages.repeated) +
           format("registration: %d pages, rms %.3f mm, max %.3f mm at the fields' centres\n",
                  pages.registered, pages.rmsErrorMm(), pages.maxErrorMm);
}

std::string attachmentLines(const AttachmentCounts& counts)
{
    if (counts.pages == 0) {
        return "";
    }
    std::string text =
        format("attachments: %d read, kind right %d (%.2f%%); loose sheets %d, their question right %d\n",
               counts.pages, counts.kindsRight, percent(counts.kindsRight, counts.pages), counts.looseSheets,
               counts.questionsRight);
    for (const auto& [kind, read] : counts.confusion) {
        text += "  " + kind + " read as";
        for (const auto& [name, count] : read) {
            text += " " + name + ": " + std::to_string(count);
        }
        text += "\n";
    }
    return text;
}

std::string assemblyLines(const AssemblyCounts& counts)
{
    if (counts.envelopes == 0) {
        return "";
    }
    std::string text =
        format("\nenvelopes: %d, assembled without a person %d (%.2f%%)\n", counts.envelopes,
               counts.assembled, 100.0 * counts.assembledShare()) +
        format("their pages: %d, in their own record %d, in another one's %d, held %d, lost %d\n",
               counts.pages, counts.placed, counts.astray, counts.held, counts.lost) +
        format("strays: %d, kept apart %d\n", counts.strays, counts.straysKept) +
        format("planted defects: %d, found %d; clean envelopes: %d, invented findings %d\n", counts.defects,
               counts.found, counts.clean, counts.invented);
    for (const std::string& remark : counts.remarks) {
        text += "assembly: " + remark + "\n";
    }
    return text;
}

Json countsJson(const FieldCounts& counts)
{
    return {{"fields", counts.fields},
            {"right", counts.right},
            {"acceptedRight", counts.acceptedRight},
            {"acceptedWrong", counts.acceptedWrong},
            {"review", counts.review}};
}

double rounded(double value)
{
    return std::round(value * 1e6) / 1e6;
}

Json kindJson(const KindReport& kind)
{
    Json curve = Json::array();
    for (const CurvePoint& point : reviewCurve(kind.judged)) {
        curve.push_back({{"review", point.review}, {"error", rounded(point.error)}});
    }
    return {{"all", countsJson(kind.all())},
            {"filled", countsJson(kind.filled)},
            {"empty", countsJson(kind.empty)},
            {"curve", std::move(curve)}};
}

Json confusionJson(const BoxCounts& boxes)
{
    Json result = Json::object();
    for (std::size_t i = 0; i < reading::kMarkStates; ++i) {
        Json line = Json::object();
        for (std::size_t j = 0; j < reading::kMarkStates; ++j) {
            line[toString(static_cast<reading::MarkState>(j))] = boxes.confusion[i][j];
        }
        result[toString(static_cast<reading::MarkState>(i))] = std::move(line);
    }
    return result;
}

} // namespace

std::string toText(const Report& report)
{
    std::string text = fieldTable(report) + "\n" + curveTable(report) + "\n";
    text +=
        format("comb characters: %d, right %.2f%%\n", report.comb.characters, 100 * report.comb.rightShare());
    text +=
        format("line characters: %d, right %.2f%%\n", report.line.characters, 100 * report.line.rightShare());
    text.append("\n").append(boxTable(report.boxes)).append("\n").append(pageLines(report.pages));
    text += attachmentLines(report.attachments) + assemblyLines(report.assembly);
    if (report.missingFields > 0) {
        text += format("fields that no record has: %d\n", report.missingFields);
    }
    for (const std::string& line : report.acceptedWrong) {
        text.append("accepted and wrong: ").append(line).append("\n");
    }
    return text;
}

std::string toJson(const Report& report)
{
    Json result{
        {"schema", "scanstraat/evaluation/1"}, {"figures", Json::object()}, {"kinds", Json::object()}};
    for (const auto& [name, value] : figures(report)) {
        result["figures"][name] = rounded(value);
    }
    for (const auto& [kind, one] : report.kinds) {
        result["kinds"][kind] = kindJson(one);
    }
    result["boxes"] = confusionJson(report.boxes);
    result["acceptedWrong"] = report.acceptedWrong;
    return result.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace scanstraat::evaluate
