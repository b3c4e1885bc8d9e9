// SPDX-License-Identifier: EUPL-1.2
// The unit is measured beside the work: each page's grey picture is brought to 300 dpi, packed as a JPEG
// and decoded again, right after the page was read. Medians, so that a disturbance does not count.
#include "app/PageCost.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <functional>
#include <set>

namespace scanstraat::app {

namespace {

constexpr double kUnitDpi = 300.0;
constexpr int kUnitQuality = 85;
constexpr std::size_t kFilledCharacters = 30;

std::string formatOf(const std::string& file)
{
    std::string extension = std::filesystem::path(file).extension().string();
    extension.erase(0, 1);
    std::ranges::transform(extension, extension.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return extension;
}

/// The value below which `share` of the values lie; 0 of none.
double quantile(std::vector<double> values, double share)
{
    if (values.empty()) {
        return 0.0;
    }
    const auto index = static_cast<std::size_t>(share * static_cast<double>(values.size() - 1) + 0.5);
    std::ranges::nth_element(values, values.begin() + static_cast<std::ptrdiff_t>(index));
    return values[index];
}

/// CPU milliseconds to decode the page's own grey JPEG at 300 dpi: the middle one of three.
double measureDecode(const cv::Mat& grey, double dpi)
{
    cv::Mat page;
    cv::resize(grey, page, {}, kUnitDpi / dpi, kUnitDpi / dpi, cv::INTER_AREA);
    std::vector<uchar> jpeg;
    cv::imencode(".jpg", page, jpeg, {cv::IMWRITE_JPEG_QUALITY, kUnitQuality});
    std::vector<double> times;
    for (int i = 0; i < 3; ++i) {
        const double start = threadMilliseconds();
        const cv::Mat decoded = cv::imdecode(jpeg, cv::IMREAD_GRAYSCALE);
        times.push_back(threadMilliseconds() - start);
    }
    return quantile(times, 0.5);
}

using Chosen = std::function<bool(const PageCost&)>;
using Measure = std::function<double(const PageCost&)>;

CostGroup summarise(const std::string& name, const std::vector<PageCost>& pages, const Chosen& isIn)
{
    const auto values = [&](const Measure& measure) {
        std::vector<double> result;
        for (const PageCost& page : pages) {
            if (isIn(page)) {
                result.push_back(measure(page));
            }
        }
        return result;
    };
    CostGroup group;
    group.name = name;
    group.pages = static_cast<std::size_t>(std::ranges::count_if(pages, isIn));
    group.characters =
        quantile(values([](const PageCost& page) { return static_cast<double>(page.characters); }), 0.5);
    for (std::size_t stage = 0; stage < kStages; ++stage) {
        group.stageMs.at(stage) = quantile(
            values([stage](const PageCost& page) { return page.times.milliseconds.at(stage); }), 0.5);
    }
    group.totalMs = quantile(values([](const PageCost& page) { return page.times.total(); }), 0.5);
    group.decodeMs = quantile(values([](const PageCost& page) { return page.decodeMs; }), 0.5);
    const std::vector<double> decodes = values([](const PageCost& page) { return page.decodes(); });
    group.decodes = quantile(decodes, 0.5);
    group.slowDecodes = quantile(decodes, 0.9);
    return group;
}

} // namespace

PageCost measureCost(const PageResult& page)
{
    PageCost cost;
    cost.file = page.reading.source.file;
    cost.page = page.reading.source.page;
    cost.format = formatOf(cost.file);
    cost.isForm = page.identified != nullptr;
    cost.fields = page.reading.fields.size();
    for (const reading::FieldReading& field : page.reading.fields) {
        cost.boxes += field.boxes.size();
        cost.characters += static_cast<std::size_t>(std::ranges::count_if(
            field.characters, [](const auto& character) { return !character.text.empty(); }));
    }
    cost.times = page.times;
    cost.decodeMs = measureDecode(page.image.grey, page.image.dpi.value);
    return cost;
}

std::vector<CostGroup> groupCosts(const std::vector<PageCost>& pages)
{
    const auto hasFields = [](const PageCost& page) { return page.isForm && page.fields > 0; };
    std::vector<CostGroup> groups{
        summarise("filled (30 characters or more)", pages,
                  [](const PageCost& page) { return page.characters >= kFilledCharacters; }),
        summarise("with fields", pages, hasFields),
        summarise("without fields", pages, [&](const PageCost& page) { return !hasFields(page); }),
    };
    std::set<std::string> formats;
    std::ranges::transform(pages, std::inserter(formats, formats.end()), &PageCost::format);
    for (const std::string& format : formats) {
        groups.push_back(summarise("with fields, ." + format, pages, [&](const PageCost& page) {
            return hasFields(page) && page.format == format;
        }));
    }
    std::erase_if(groups, [](const CostGroup& group) { return group.pages == 0; });
    return groups;
}

} // namespace scanstraat::app
