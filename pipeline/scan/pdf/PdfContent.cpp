// SPDX-License-Identifier: EUPL-1.2
// Walks through what the page draws (ISO 32000-1, annex A lists the operators). Each operator that
// shows nothing by itself is known here; any other one makes the page more than a scan.
#include "scan/pdf/PdfContent.h"

#include "scan/pdf/BoundedSink.h"
#include "scan/pdf/PdfState.h"

#include <qpdf/Constants.h>
#include <qpdf/QPDFAnnotationObjectHelper.hh>

#include <cmath>
#include <functional>
#include <set>
#include <unordered_map>

namespace scanstraat::scan {

namespace {

constexpr double kFilled = 0.95; ///< of the page by the picture, and of the picture by the page
/// Unpacked content of a page. A page of invisible text has some 100 kB.
constexpr std::size_t kMaxContent = 4'000'000;
constexpr std::size_t kMaxOperands = 64;
constexpr std::size_t kMaxSaved = 256;
constexpr int kMaxDepth = 6; ///< of forms within forms

/// What has been drawn so far, over all streams of the page.
struct Seen
{
    Rectangle box; ///< of the page
    std::optional<PlacedPicture> picture;
    std::size_t contentLeft = kMaxContent;
    bool more = false; ///< something else than one picture
};

Rectangle transformed(const QPDFMatrix& matrix, const Rectangle& box)
{
    return ordered(matrix.transformRectangle(ordered(box)));
}

/// A setting that leaves an opaque picture as it is.
bool isHarmless(const std::string& key, QPDFObjectHandle value)
{
    static const std::set<std::string> kHarmless{"/Type", "/LW", "/LC", "/LJ", "/ML",  "/D",  "/RI", "/OP",
                                                 "/op",   "/FL", "/SM", "/SA", "/AIS", "/TK", "/OPM"};
    if (key == "/ca" || key == "/CA") {
        return value.isNumber() && value.getNumericValue() == 1.0;
    }
    if (key == "/BM") {
        return value.isNameAndEquals("/Normal") || value.isNameAndEquals("/Compatible");
    }
    return key == "/SMask" ? value.isNameAndEquals("/None") : kHarmless.count(key) != 0;
}

bool isHarmless(QPDFObjectHandle graphicsState)
{
    if (!graphicsState.isDictionary()) {
        return false;
    }
    const auto settings = graphicsState.getDictAsMap();
    return std::ranges::all_of(settings, [](const auto& s) { return isHarmless(s.first, s.second); });
}

/// One content stream, of the page or of a form on it.
class Walker : public QPDFObjectHandle::ParserCallbacks
{
public:
    Walker(Seen& seen, PdfState state, QPDFObjectHandle resources, int depth)
        : seen_(seen), state_(std::move(state)), resources_(std::move(resources)), depth_(depth)
    {
    }

    /// Stops early at the first thing that makes the page more than a scan.
    void walk(QPDFPageObjectHelper content)
    {
        BoundedSink size(seen_.contentLeft);
        content.pipeContents(&size);
        if (size.overfull() || depth_ > kMaxDepth) {
            seen_.more = true;
            return;
        }
        seen_.contentLeft -= size.take().size();
        content.parseContents(this);
    }

    void handleObject(QPDFObjectHandle object, std::size_t /*offset*/, std::size_t /*length*/) override
    {
        if (object.isOperator()) {
            apply(object.getOperatorValue());
            operands_.clear();
        } else {
            operands_.push_back(object);
            seen_.more = seen_.more || operands_.size() > kMaxOperands;
        }
        if (seen_.more) {
            terminateParsing();
        }
    }
    void handleEOF() override {}

private:
    void apply(const std::string& name)
    {
        static const std::set<std::string> kShowsNothing{
            "w",  "J",  "j",  "M",  "d",  "ri", "i",  "g",  "G",   "rg",  "RG",  "k",
            "K",  "cs", "CS", "sc", "SC", "BT", "ET", "Tc", "Tw",  "Tz",  "TL",  "Ts",
            "Td", "TD", "Tm", "T*", "MP", "DP", "BX", "EX", "scn", "SCN", "BMC", "EMC"};
        static const std::unordered_map<std::string, void (Walker::*)()> kActions{
            {"q", &Walker::save},          {"Q", &Walker::restore},      {"cm", &Walker::concatenate},
            {"re", &Walker::addRectangle}, {"W", &Walker::clip},         {"W*", &Walker::clip},
            {"n", &Walker::endPath},       {"Do", &Walker::paint},       {"gs", &Walker::setGraphics},
            {"Tf", &Walker::setFont},      {"Tr", &Walker::setTextMode}, {"BDC", &Walker::beginMarked},
            {"Tj", &Walker::showText},     {"TJ", &Walker::showText},    {"'", &Walker::showText},
            {"\"", &Walker::showText}};
        const auto action = kActions.find(name);
        if (action != kActions.end()) {
            (this->*action->second)();
        } else {
            seen_.more = seen_.more || kShowsNothing.count(name) == 0;
        }
    }

    double number(std::size_t index)
    {
        if (index < operands_.size() && operands_[index].isNumber()) {
            return operands_[index].getNumericValue();
        }
        seen_.more = true; // a page with broken content is drawn
        return 0.0;
    }

    std::string name(std::size_t index)
    {
        const bool given = index < operands_.size() && operands_[index].isName();
        seen_.more = seen_.more || !given;
        return given ? operands_[index].getName() : "";
    }

    /// Null when there is none.
    QPDFObjectHandle resource(const std::string& kind, const std::string& key)
    {
        QPDFObjectHandle all = resources_.isDictionary() ? resources_.getKey(kind) : resources_;
        return all.isDictionary() ? all.getKey(key) : QPDFObjectHandle::newNull();
    }

    void save()
    {
        seen_.more = seen_.more || saved_.size() >= kMaxSaved;
        saved_.push_back(state_);
    }

    void restore()
    {
        if (!saved_.empty()) {
            state_ = saved_.back();
            saved_.pop_back();
        }
    }

    void concatenate()
    {
        state_.matrix.concat({number(0), number(1), number(2), number(3), number(4), number(5)});
    }

    void addRectangle()
    {
        const double x = number(0);
        const double y = number(1);
        path_.push_back(transformed(state_.matrix, {x, y, x + number(2), y + number(3)}));
        seen_.more = seen_.more || !keepsRectangles(state_.matrix);
    }

    void clip() { clips_ = true; }

    void endPath()
    {
        if (clips_) {
            seen_.more = seen_.more || path_.size() != 1; // a union of rectangles is not followed
            state_.clip = path_.size() == 1 ? intersection(state_.clip, path_[0]) : state_.clip;
        }
        path_.clear();
        clips_ = false;
    }

    void setGraphics() { seen_.more = seen_.more || !isHarmless(resource("/ExtGState", name(0))); }

    void setFont()
    {
        QPDFObjectHandle font = resource("/Font", name(0));
        state_.fontIsDrawn = font.isDictionary() && font.getKey("/Subtype").isNameAndEquals("/Type3");
    }

    void setTextMode() { state_.textIsInvisible = number(0) == 3.0; }

    void showText() { seen_.more = seen_.more || !state_.textIsInvisible || state_.fontIsDrawn; }

    /// A layer may be switched off.
    void beginMarked() { seen_.more = seen_.more || name(0) == "/OC"; }

    void paint()
    {
        QPDFObjectHandle object = resource("/XObject", name(0));
        if (!object.isStream() || !object.getDict().getKey("/OC").isNull()) {
            seen_.more = true;
        } else if (object.getDict().getKey("/Subtype").isNameAndEquals("/Image")) {
            show(object);
        } else {
            enter(object);
        }
    }

    void enter(QPDFObjectHandle form)
    {
        QPDFObjectHandle dictionary = form.getDict();
        PdfState inside = state_;
        if (dictionary.getKey("/Matrix").isMatrix()) {
            inside.matrix.concat(QPDFMatrix(dictionary.getKey("/Matrix").getArrayAsMatrix()));
        }
        if (!form.isFormXObject() || !dictionary.getKey("/BBox").isRectangle() ||
            !keepsRectangles(inside.matrix)) {
            seen_.more = true;
            return;
        }
        const Rectangle box = transformed(inside.matrix, dictionary.getKey("/BBox").getArrayAsRectangle());
        inside.clip = intersection(inside.clip, box);
        QPDFObjectHandle own = dictionary.getKey("/Resources");
        Walker(seen_, inside, own.isDictionary() ? own : resources_, depth_ + 1)
            .walk(QPDFPageObjectHelper(form));
    }

    void show(QPDFObjectHandle picture)
    {
        const QPDFMatrix& m = state_.matrix;
        const Rectangle whole = transformed(m, {0, 0, 1, 1});
        const double shown = area(intersection(intersection(whole, state_.clip), seen_.box));
        const bool fills = shown >= kFilled * area(seen_.box) && shown >= kFilled * area(whole);
        const auto turns = quarterTurns(m);
        if (seen_.picture || !fills || !turns) { // also when an area is not a number
            seen_.more = true;
            return;
        }
        seen_.picture = PlacedPicture{picture, std::hypot(m.a, m.b), std::hypot(m.c, m.d), *turns};
    }

    Seen& seen_;
    PdfState state_;
    QPDFObjectHandle resources_;
    int depth_;
    std::vector<QPDFObjectHandle> operands_;
    std::vector<PdfState> saved_;
    std::vector<Rectangle> path_; ///< in points of the page
    bool clips_ = false;
};

/// Hidden ones and the windows of notes are not drawn; all others may be.
bool isSeen(QPDFAnnotationObjectHelper& annotation)
{
    constexpr int kUnseen = an_hidden | an_no_view;
    return (annotation.getFlags() & kUnseen) == 0 && annotation.getSubtype() != "/Popup";
}

bool hasVisibleAnnotation(QPDFPageObjectHelper& page)
{
    auto annotations = page.getAnnotations();
    return std::ranges::any_of(annotations, isSeen);
}

/// Quarter turns that the page asks for.
int turnOf(QPDFPageObjectHelper& page)
{
    QPDFObjectHandle rotate = page.getAttribute("/Rotate", false);
    const long long degrees = rotate.isInteger() ? rotate.getIntValue() % 360 : 0;
    return static_cast<int>((degrees + 360) % 360 / 90);
}

Rectangle boxOr(QPDFObjectHandle box, const Rectangle& otherwise)
{
    const Rectangle stated = box.isRectangle() ? ordered(box.getArrayAsRectangle()) : Rectangle(0, 0, 0, 0);
    return area(stated) > 0.0 ? stated : otherwise;
}

} // namespace

Rectangle visibleBox(QPDFPageObjectHelper& page)
{
    const Rectangle media = boxOr(page.getMediaBox(), Rectangle(0, 0, 612, 792));
    const Rectangle visible = intersection(media, boxOr(page.getCropBox(), media));
    return area(visible) > 0.0 ? visible : media;
}

std::optional<PlacedPicture> onlyPicture(QPDFPageObjectHelper& page)
{
    if (hasVisibleAnnotation(page)) {
        return std::nullopt;
    }
    Seen seen;
    seen.box = visibleBox(page);
    PdfState state;
    state.clip = seen.box;
    Walker(seen, state, page.getAttribute("/Resources", false), 0).walk(page);
    if (seen.more || !seen.picture) {
        return std::nullopt;
    }
    seen.picture->quarterTurns = (seen.picture->quarterTurns + turnOf(page)) % 4;
    return seen.picture;
}

} // namespace scanstraat::scan
