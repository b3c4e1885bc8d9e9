// SPDX-License-Identifier: EUPL-1.2
//
// Blocks are put below each other from the top of the page; a block that does not fit is an error in the
// outline, because the page breaks of a form are part of it. Columns: question number, label, answer.
#include "print/Composer.h"

#include "base/Error.h"
#include "base/Units.h"
#include "print/Code39.h"
#include "print/Outline.h"
#include "print/PageBuilder.h"
#include "print/PageColumns.h"
#include "print/QuestionLayout.h"

#include <algorithm>
#include <sstream>

namespace scanstraat::print {

namespace {

using namespace form;

constexpr double kTop = 14.0;
constexpr double kBottom = 279.0; ///< nothing but the footer below
constexpr double kFooterBaseline = 288.0;
constexpr double kFooterPt = 8.0;

constexpr double kBlockGap = 3.0;

constexpr double kBandHeight = 7.5;
constexpr double kBandNumberWidth = 8.5;
constexpr double kBandGrey = 0.87;
constexpr double kBandNumberGrey = 0.25;
constexpr double kBeforeBand = 1.5;
constexpr double kBandGap = 5.0;

constexpr double kMarkSide = 5.0;
constexpr double kMarkInset = 10.0;

constexpr double kModule = 0.4;
constexpr double kBarcodeHeight = 12.0;
constexpr double kBarcodeRight = 187.5; ///< a quiet zone of 6 mm to the adjustment field's
constexpr double kBarcodeTop = 10.0;
constexpr double kBelowBarcode = 31.0;

class Composer
{
public:
    Composer(std::filesystem::path file, const Outline& outline) : file_(std::move(file)), outline_(outline)
    {
    }

    FormTemplate compose();

private:
    [[noreturn]] void fail(int line, const std::string& message) const
    {
        throw Error(file_.string() + ":" + std::to_string(line) + ": " + message, ExitCode::installation);
    }

    Page composePage(const OutlinePage& outline);
    void addMarks(Page& page) const;
    void addFooter(Page& page) const;
    void addBarcode(PageBuilder& builder) const;
    double addBlock(PageBuilder& builder, const OutlineBlock& block, double y) const;
    double addTitle(PageBuilder& builder, const std::string& title, double y) const;
    double addSection(PageBuilder& builder, const OutlineBlock& block, double y) const;
    double addSample(PageBuilder& builder, const OutlineBlock& block, double y) const;
    std::filesystem::path file_;
    const Outline& outline_;
};

FormTemplate Composer::compose()
{
    FormTemplate form;
    form.id = outline_.id;
    form.title = outline_.title;
    form.edition = outline_.edition;
    form.version = outline_.version;
    form.opensApplication = outline_.opensApplication;
    form.needless = outline_.needless;
    form.annexes = outline_.annexes;
    for (const OutlinePage& page : outline_.pages) {
        form.pages.push_back(composePage(page));
    }
    return form;
}

Page Composer::composePage(const OutlinePage& outline)
{
    Page page;
    page.number = outline.number;
    page.role = outline.role;
    PageBuilder builder(page);
    addMarks(page);
    addFooter(page);
    if (outline.barcode) {
        addBarcode(builder);
    }
    double y = kTop;
    for (const OutlineBlock& block : outline.blocks) {
        y = addBlock(builder, block, y);
        if (block.type == OutlineBlock::Type::title && outline.barcode) {
            y = std::max(y, kBelowBarcode);
        }
        if (y > kBottom) {
            std::ostringstream message;
            message << "page " << outline.number << " is too full: this block ends at y = " << y
                    << " mm, below " << kBottom << " mm";
            fail(block.line, message.str());
        }
    }
    return page;
}

void Composer::addMarks(Page& page) const
{
    for (const double y : {kMarkInset, kA4HeightMm - kMarkInset}) {
        for (const double x : {kMarkInset, kA4WidthMm - kMarkInset}) {
            page.adjustmentFields.push_back({MarkShape::filledSquare, {x, y}, kMarkSide});
        }
    }
}

void Composer::addFooter(Page& page) const
{
    const std::string number = std::to_string(page.number);
    if (outline_.footer == OutlineFooter::form) {
        page.footer = number + "   " + outline_.id + "-" + outline_.edition;
        page.footerAt = {kLeft, kFooterBaseline};
        page.footerPt = kFooterPt;
    } else if (outline_.footer == OutlineFooter::page) {
        PageBuilder(page).text({kLeft, kFooterBaseline}, number, {kFooterPt, false});
    }
}

void Composer::addBarcode(PageBuilder& builder) const
{
    const double width = code39Modules(outline_.id.size()) * kModule;
    const RectMm zone = rounded({kBarcodeRight - width, kBarcodeTop, width, kBarcodeHeight});
    builder.page().barcode = Barcode{zone, Symbology::code39, outline_.id};
    const std::string readable = "*" + outline_.id + "*";
    const double textWidth = textWidthMm(readable, kLabel);
    builder.text({zone.centre().x - textWidth / 2, zone.bottom() + 4.2}, readable, kLabel);
}

double Composer::addBlock(PageBuilder& builder, const OutlineBlock& block, double y) const
{
    switch (block.type) {
    case OutlineBlock::Type::title:
        return addTitle(builder, block.heading, y);
    case OutlineBlock::Type::text:
        return builder.paragraphs({kLeft, y}, block.text, kRight - kLeft) + kBlockGap;
    case OutlineBlock::Type::section:
        return addSection(builder, block, y);
    case OutlineBlock::Type::question:
        return QuestionLayout(builder, file_, outline_.id).question(block.question, y);
    case OutlineBlock::Type::choice:
        return QuestionLayout(builder, file_, outline_.id).choice(block.question, y);
    case OutlineBlock::Type::table:
        return QuestionLayout(builder, file_, outline_.id).table(block.table, y);
    case OutlineBlock::Type::space:
        return y + block.space;
    case OutlineBlock::Type::sample:
        return addSample(builder, block, y);
    }
    return y;
}

double Composer::addTitle(PageBuilder& builder, const std::string& title, double y) const
{
    const RectMm zone = builder.page().barcode ? builder.page().barcode->zone : RectMm{kRight, 0, 0, 0};
    constexpr double kBarcodeQuiet = 8.0;
    const double width = zone.x - kBarcodeQuiet - kLeft;
    const int lines = builder.wrapped({kLeft, y + capitalMm(kTitle)}, title, kTitle, width);
    return y + lines * leadingMm(kTitle) + kBlockGap;
}

double Composer::addSection(PageBuilder& builder, const OutlineBlock& block, double y) const
{
    y += y > kTop ? kBeforeBand : 0.0;
    const double baseline = y + (kBandHeight + capitalMm(kSection)) / 2;
    builder.box({kLeft, y, kRight - kLeft, kBandHeight}, 0.0, kBandGrey);
    const TextStyle style = block.number.empty() ? kSubsection : kSection;
    double textLeft = kLeft + 2.0;
    if (!block.number.empty()) {
        builder.box({kLeft, y, kBandNumberWidth, kBandHeight}, 0.0, kBandNumberGrey);
        const double width = textWidthMm(block.number, kSection);
        builder.text({kLeft + (kBandNumberWidth - width) / 2, baseline}, block.number, kSection, true);
        textLeft = kLabelLeft;
    }
    const double used =
        builder.text({textLeft, baseline}, block.heading, style) + textWidthMm(block.hint, kCaption);
    if (textLeft + used > kRight - 2.0) {
        fail(block.line, "the section's title and hint are too long for one line");
    }
    if (!block.hint.empty()) {
        builder.textEndingAt({kRight - 2.0, baseline}, block.hint, kCaption);
    }
    return y + kBandHeight + kBandGap;
}

/// Shows how boxes are crossed: the paragraph, and at the right three boxes of which the second is crossed,
/// and for a second paragraph the first is black as well.
double Composer::addSample(PageBuilder& builder, const OutlineBlock& block, double y) const
{
    constexpr double kSide = 4.0;
    constexpr double kSampleLeft = 140.0;
    constexpr double kStep = 14.0;
    const std::string letters = "abc";
    for (std::size_t row = 0; row < block.text.size(); ++row) {
        for (std::size_t box = 0; box < letters.size(); ++box) {
            const RectMm area{kSampleLeft + static_cast<double>(box) * kStep, y, kSide, kSide};
            const bool black = row > 0 && box == 1;
            builder.box(area, 0.3, black ? std::optional<double>(0.0) : std::nullopt);
            builder.text({area.right() + 1.5, y + 3.2}, letters.substr(box, 1), kLabel);
            if (box == 1 + row) {
                builder.line({area.x - 0.4, area.y - 0.4}, {area.right() + 0.4, area.bottom() + 0.4}, 0.5);
                builder.line({area.x - 0.4, area.bottom() + 0.4}, {area.right() + 0.4, area.y - 0.4}, 0.5);
            }
        }
        const double bottom =
            builder.paragraphs({kLeft, y + 0.9}, {block.text[row]}, kSampleLeft - kLeft - 8.0);
        y = std::max(bottom, y + kSide) + kBlockGap;
    }
    return y;
}

} // namespace

FormTemplate composeForm(const std::filesystem::path& outline)
{
    requireTypeface();
    const Outline content = readOutline(outline);
    return Composer(outline, content).compose();
}

} // namespace scanstraat::print
