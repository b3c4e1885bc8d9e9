// SPDX-License-Identifier: EUPL-1.2
//
// qpdf lists the fields and, beside them, all objects; a field's rectangle stands in its annotation's object,
// the page's visible box in the page's or in one that it inherits from.
#include "draft/AcroForm.h"

#include "base/Units.h"
#include "scan/Program.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

namespace scanstraat::draft {

namespace {

using Json = nlohmann::json;

constexpr int kMostParents = 32; ///< damaged files have circles
constexpr unsigned kMultiline = 1U << 12U;
constexpr unsigned kPushButton = 1U << 16U;
constexpr unsigned kComb = 1U << 24U;

class Objects
{
public:
    explicit Objects(const Json& root)
    {
        const auto qpdf = root.find("qpdf");
        if (qpdf != root.end() && qpdf->is_array() && qpdf->size() > 1) {
            all_ = &(*qpdf)[1];
        }
    }

    /// The dictionary of object "12 0 R"; null where there is none.
    [[nodiscard]] Json at(const Json& reference) const
    {
        if (all_ == nullptr || !reference.is_string()) {
            return {};
        }
        const auto found = all_->find("obj:" + reference.get<std::string>());
        return found == all_->end() ? Json() : found->value("value", Json());
    }

    /// The value of `key` in an object or in one that it inherits from.
    [[nodiscard]] Json inherited(Json object, const std::string& key) const
    {
        for (int i = 0; i < kMostParents && object.is_object(); ++i) {
            if (object.contains(key)) {
                const Json value = object[key];
                const bool isReference = value.is_string() && value.get<std::string>().ends_with(" R");
                return isReference ? at(value) : value;
            }
            object = at(object.value("/Parent", Json()));
        }
        return {};
    }

private:
    const Json* all_ = nullptr;
};

/// Left, bottom, right, top in points.
using Corners = std::array<double, 4>;

std::optional<Corners> cornersOf(const Json& rectangle)
{
    if (!rectangle.is_array() || rectangle.size() != 4 ||
        !std::ranges::all_of(rectangle, [](const Json& n) { return n.is_number(); })) {
        return std::nullopt;
    }
    Corners c{rectangle[0], rectangle[1], rectangle[2], rectangle[3]};
    if (c[0] > c[2]) {
        std::swap(c[0], c[2]);
    }
    if (c[1] > c[3]) {
        std::swap(c[1], c[3]);
    }
    return c;
}

/// Where a rectangle of the PDF lies on the page as it is seen, in mm from its top left.
RectMm seen(const Corners& r, const Corners& page, int turn)
{
    const double left = pointsToMm(r[0] - page[0]);
    const double right = pointsToMm(r[2] - page[0]);
    const double low = pointsToMm(r[1] - page[1]);
    const double high = pointsToMm(r[3] - page[1]);
    const double width = pointsToMm(page[2] - page[0]);
    const double height = pointsToMm(page[3] - page[1]);
    switch (((turn % 360) + 360) % 360) {
    case 90:
        return {low, left, high - low, right - left};
    case 180:
        return {width - right, low, right - left, high - low};
    case 270:
        return {height - high, width - right, high - low, right - left};
    default:
        return {left, height - high, right - left, high - low};
    }
}

std::string text(const Json& object, const char* key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

bool flag(const Json& object, const char* key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_boolean() && found->get<bool>();
}

/// The name of the state in which a button is on; empty: it has no appearances.
std::string onState(const Json& annotation, const Objects& objects)
{
    Json looks = annotation.value("/AP", Json());
    looks = looks.is_string() ? objects.at(looks) : looks;
    Json normal = looks.is_object() ? looks.value("/N", Json()) : Json();
    normal = normal.is_string() ? objects.at(normal) : normal;
    if (!normal.is_object()) {
        return {};
    }
    for (const auto& [name, look] : normal.items()) {
        if (name != "/Off" && name.starts_with('/')) {
            return name.substr(1);
        }
    }
    return {};
}

std::optional<WidgetType> typeOf(const Json& field, unsigned flags)
{
    if (flag(field, "ischeckbox")) {
        return WidgetType::checkbox;
    }
    if (flag(field, "isradiobutton")) {
        return WidgetType::radio;
    }
    if (flag(field, "ischoice")) {
        return WidgetType::choice;
    }
    if (flag(field, "istext")) {
        return WidgetType::text;
    }
    if (text(field, "fieldtype") == "/Sig") {
        return WidgetType::signature;
    }
    if (text(field, "fieldtype") == "/Btn" && (flags & kPushButton) == 0) {
        return WidgetType::checkbox;
    }
    return std::nullopt;
}

struct PageBox
{
    Corners corners{0, 0, 595.28, 841.89};
    int turn = 0;
};

std::map<int, PageBox> pageBoxes(const Json& root, const Objects& objects)
{
    std::map<int, PageBox> boxes;
    for (const Json& page : root.value("pages", Json::array())) {
        const Json object = objects.at(page.value("object", Json()));
        PageBox box;
        auto corners = cornersOf(objects.inherited(object, "/CropBox"));
        corners = corners ? corners : cornersOf(objects.inherited(object, "/MediaBox"));
        box.corners = corners.value_or(box.corners);
        const Json turn = objects.inherited(object, "/Rotate");
        box.turn = turn.is_number_integer() ? turn.get<int>() : 0;
        boxes[page.value("pageposfrom1", 0)] = box;
    }
    return boxes;
}

/// PDF 1.7, table 165: Hidden and NoView.
bool isHidden(const Json& annotation)
{
    constexpr unsigned kHidden = 1U << 1U;
    constexpr unsigned kNoView = 1U << 5U;
    const Json flags = annotation.value("/F", Json());
    return flags.is_number_integer() &&
           (static_cast<unsigned>(flags.get<long long>()) & (kHidden | kNoView)) != 0;
}

bool isOnPage(const RectMm& area)
{
    constexpr double kSlackMm = 10.0; // a page is about A4
    return area.x >= -kSlackMm && area.y >= -kSlackMm && area.right() <= kA4WidthMm + kSlackMm &&
           area.bottom() <= kA4HeightMm + kSlackMm;
}

std::optional<Widget> widgetOf(const Json& field, const Objects& objects, const std::map<int, PageBox>& pages)
{
    const Json flags = field.value("fieldflags", Json());
    const unsigned bits = flags.is_number_unsigned() || flags.is_number_integer()
                              ? static_cast<unsigned>(flags.get<long long>())
                              : 0U;
    const auto type = typeOf(field, bits);
    const Json annotation = objects.at(field.value("annotation", Json::object()).value("object", Json()));
    if (!type || !annotation.is_object()) {
        return std::nullopt;
    }
    const auto corners = cornersOf(annotation.value("/Rect", Json()));
    const Json position = field.value("pageposfrom1", Json());
    const auto page = pages.find(position.is_number_integer() ? position.get<int>() : 1);
    if (!corners || page == pages.end() || isHidden(annotation)) {
        return std::nullopt;
    }
    Widget widget;
    widget.page = page->first;
    widget.type = *type;
    widget.name = text(field, "fullname");
    widget.tooltip = text(field, "alternativename");
    widget.tooltip = widget.tooltip == widget.name ? std::string() : widget.tooltip;
    widget.area = seen(*corners, page->second.corners, page->second.turn);
    widget.multiline = (bits & kMultiline) != 0;
    if (*type == WidgetType::checkbox || *type == WidgetType::radio) {
        widget.state = onState(annotation, objects);
    }
    const Json longest = objects.inherited(annotation, "/MaxLen");
    if (*type == WidgetType::text && (bits & kComb) != 0 && longest.is_number_integer()) {
        constexpr int kMostCells = 60;
        widget.combCells = std::clamp(longest.get<int>(), 0, kMostCells);
    }
    return widget;
}

} // namespace

AcroForm parseAcroForm(std::string_view json)
{
    AcroForm form;
    int outside = 0;
    try {
        const Json root = Json::parse(json);
        const Objects objects(root);
        const std::map<int, PageBox> pages = pageBoxes(root, objects);
        for (const Json& field : root.value("acroform", Json::object()).value("fields", Json::array())) {
            const auto widget = widgetOf(field, objects, pages);
            constexpr double kLeastMm = 1.5; // fields that are not to be seen have no size
            if (!widget || std::min(widget->area.width, widget->area.height) < kLeastMm) {
                continue;
            }
            if (isOnPage(widget->area)) {
                form.widgets.push_back(*widget);
            } else {
                ++outside;
            }
        }
        if (outside > 0) {
            form.problem = std::to_string(outside) + " of its form fields lie off the page and are left out";
        }
    } catch (const Json::exception&) {
        form.problem = "what qpdf says of its form fields cannot be understood; they are left out";
    }
    return form;
}

AcroForm readAcroForm(const std::filesystem::path& pdf)
{
    constexpr scan::ProgramLimits kLimits{128U << 20U, std::chrono::milliseconds{30'000}};
    const auto output =
        scan::runProgram({"qpdf", "--warning-exit-0", "--json=2", "--json-key=acroform", "--json-key=pages",
                          "--json-key=qpdf", std::filesystem::absolute(pdf).string()},
                         kLimits);
    if (!output) {
        AcroForm none;
        none.problem = output.error() == scan::ProgramProblem::cannotStart
                           ? "its form fields (AcroForm) cannot be read: install the package qpdf"
                           : "qpdf could not read its form fields (AcroForm); they are left out";
        return none;
    }
    return parseAcroForm({reinterpret_cast<const char*>(output->data()), output->size()});
}

} // namespace scanstraat::draft
