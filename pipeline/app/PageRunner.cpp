// SPDX-License-Identifier: EUPL-1.2
#include "app/PageRunner.h"

#include "align/ResolutionFinder.h"
#include "align/SecondSheet.h"
#include "app/DutchTexts.h"
#include "app/PictureNames.h"
#include "form/TemplateLoader.h"
#include "ident/Surroundings.h"
#include "quality/Rescan.h"
#include "quality/SheetGeometry.h"

#include <algorithm>

namespace scanstraat::app {

namespace {

bool sameMark(const align::Mark& known, const form::AdjustmentField& field)
{
    const form::AdjustmentField& mark = known.field;
    return mark.shape == field.shape && mark.centre == field.centre && mark.sizeMm == field.sizeMm &&
           mark.lineMm == field.lineMm;
}

std::vector<std::vector<align::Mark>> collectMarkSets(std::span<const form::FormTemplate> templates)
{
    std::vector<std::vector<align::Mark>> sets;
    for (const form::FormTemplate& form : templates) {
        for (const form::Page& page : form.pages) {
            const bool known = std::ranges::any_of(sets, [&](const auto& set) {
                return std::ranges::equal(set, page.adjustmentFields, sameMark);
            });
            if (!known) {
                sets.push_back(align::marksOf(page.adjustmentFields));
            }
        }
    }
    return sets;
}

std::vector<std::vector<align::PrintFitter>> collectFitters(std::span<const form::FormTemplate> templates)
{
    std::vector<std::vector<align::PrintFitter>> fitters;
    for (const form::FormTemplate& form : templates) {
        fitters.emplace_back(form.pages.begin(), form.pages.end());
    }
    return fitters;
}

/// Nothing that was found before counts: only where the page came from and its size stay. `message` is for
/// the mailroom, `detail` for the log.
void fail(PageResult& result, const std::string& code, const std::string& message, const std::string& detail)
{
    reading::PageReading failed;
    failed.pageClass = reading::PageClass::failed;
    failed.source = result.reading.source;
    failed.widthPixels = result.reading.widthPixels;
    failed.heightPixels = result.reading.heightPixels;
    failed.dpi = result.reading.dpi;
    failed.findings.push_back({code, message, "", true, detail});
    result.reading = std::move(failed);
    result.regions.clear();
    result.identified.reset();
}

/// A form page that must not be read.
void reject(PageResult& result, const form::Page& layout, const std::string& code, const std::string& message)
{
    const bool byBarcode = result.identified->identifiedBy == "barcode";
    result.reading.identifiedBy =
        byBarcode ? form::toString(layout.barcode->symbology) + ":" + layout.barcode->payload : "";
    result.reading.pageClass = reading::PageClass::rejected;
    result.reading.findings = {{code, message, "", true}};
    result.identified.reset();
}

/// Printed lines in their places that confirm what only the layout says of a page without marks.
constexpr int kLinesForLayout = 20;

/// A side below this is no scan of a sheet (5 mm at 300 dpi), and less than ident::PageInk needs.
constexpr int kFewestPixels = 64;

/// The map to pixels of the file, which the page image may have been shrunk from.
void toFilePixels(reading::Registration& registration, cv::Point2d filePixels)
{
    for (std::size_t i = 0; i < 3; ++i) {
        registration.mmToPixel.at(i) *= filePixels.x;
        registration.mmToPixel.at(i + 3) *= filePixels.y;
    }
}

} // namespace

Equipment::Equipment(const std::filesystem::path& templates, const std::filesystem::path& models,
                     record::Context context, ident::SeparatorCodes separators, bool readsAttachments)
    : templates_(form::loadTemplates(templates)), catalogue_(form::loadCatalogue(templates)),
      markSets_(collectMarkSets(templates_)), fitters_(collectFitters(templates_)),
      identifier_(templates_, std::move(separators), catalogue_), context_(context), models_(models),
      readsAttachments_(readsAttachments)
{
}

PageRunner::PageRunner(const Equipment& equipment)
    : PageRunner(equipment, letters::LetterReader(equipment.models()))
{
}

PageRunner::PageRunner(const Equipment& equipment, letters::LetterReader letterReader)
    : equipment_(equipment), footerReader_(equipment.models()), markReader_(equipment.models()),
      letterReader_(std::move(letterReader))
{
    if (equipment.readsAttachments()) {
        attachmentReader_.emplace(equipment.models());
    }
}

PageResult PageRunner::run(const scan::ScanFile& file, int index, const std::string& name)
{
    PageResult result;
    result.reading.source = {name, file.sha256(), index + 1};
    try {
        readPage(file, index, result);
    } catch (const std::exception& error) {
        fail(result, "page.internal-error",
             "Interne fout: deze pagina is niet gelezen. Bewaar de scan en meld het aan de beheerder.",
             error.what());
    }
    return result;
}

void PageRunner::readPage(const scan::ScanFile& file, int index, PageResult& result)
{
    {
        const StageTimer timer(result.times, Stage::decode);
        auto image = file.readPage(index);
        if (!image) {
            fail(result, "scan." + scan::toString(image.error().code), dutchText(image.error().code),
                 image.error().message);
            return;
        }
        result.image = std::move(*image);
    }
    result.reading.widthPixels = cvRound(result.image.grey.cols * result.image.filePixels.x);
    result.reading.heightPixels = cvRound(result.image.grey.rows * result.image.filePixels.y);
    result.reading.dpi = result.image.dpi.value * result.image.filePixels.x;
    if (std::min(result.image.grey.cols, result.image.grey.rows) < kFewestPixels) {
        fail(result, "scan.damaged", "Het beeld is te klein voor een pagina. Scan het blad opnieuw.",
             "the picture has only " + std::to_string(result.reading.widthPixels) + " x " +
                 std::to_string(result.reading.heightPixels) + " pixels; scan the sheet again");
        return;
    }
    locate(result);
    if (result.identified) {
        fitToPrint(result);
    }
    measureQuality(result);
    if (result.identified) {
        readFields(result);
    } else if (result.reading.pageClass == reading::PageClass::attachment && attachmentReader_) {
        readAttachment(result);
    }
    if (result.reading.pageClass != reading::PageClass::separator) { // nothing is read on those
        std::ranges::move(quality::rescanFindings(result.reading.quality),
                          std::back_inserter(result.reading.findings));
    }
}

std::vector<reading::Registration> PageRunner::findSheet(const page::PageImage& image) const
{
    std::vector<reading::Registration> ways;
    const align::MarkFinder finder(image);
    for (const auto& marks : equipment_.markSets()) {
        if (const auto found = align::alignSheet(finder, marks)) {
            ways.insert(ways.end(), found->begin(), found->end());
        }
    }
    return ways;
}

void PageRunner::findAtOtherResolution(PageResult& result, std::vector<reading::Registration>& ways)
{
    const align::ResolutionFinder finder(result.image);
    const auto findAt = [&](const align::Resolution& resolution, const auto& counts) {
        page::PageImage image = page::withResolution(result.image, resolution.x, resolution.y);
        std::vector<reading::Registration> others = findSheet(image);
        if (!counts(image, others)) {
            return false;
        }
        ways = std::move(others);
        result.image = std::move(image);
        result.reading.dpi = result.image.dpi.value * result.image.filePixels.x;
        return true;
    };
    const auto hasThreeMarks = [](const page::PageImage&, const auto& others) {
        return ident::hasThreeMarks(others);
    };
    const auto isKnownPage = [this](const page::PageImage& image, const auto& others) {
        return equipment_.identifier().fits(image, others, footerReader_);
    };
    for (const auto& marks : equipment_.markSets()) {
        const auto resolution = finder.find(marks);
        if (resolution && findAt(*resolution, hasThreeMarks)) {
            return;
        }
    }
    if (isKnownPage(result.image, ways)) {
        return; // two marks may also look like those of another resolution, but this is the file's own
    }
    for (const auto& marks : equipment_.markSets()) {
        for (const align::Resolution& guess : finder.guess(marks)) {
            if (findAt(guess, isKnownPage)) {
                return;
            }
        }
    }
}

void PageRunner::locate(PageResult& result)
{
    std::vector<reading::Registration> ways;
    {
        const StageTimer timer(result.times, Stage::align);
        ways = findSheet(result.image);
        if (!ident::hasThreeMarks(ways)) {
            findAtOtherResolution(result, ways);
        }
    }
    const StageTimer timer(result.times, Stage::ident);
    auto identified = equipment_.identifier().identify(result.image, ways, footerReader_);
    if (!identified) {
        result.reading.pageClass = identified.error().pageClass;
        result.reading.findings = identified.error().findings;
        result.reading.identifiedBy = identified.error().identifiedBy;
        return;
    }
    result.identified = std::make_shared<page::IdentifiedPage>(std::move(*identified));
}

void PageRunner::fitToPrint(PageResult& result) const
{
    const StageTimer timer(result.times, Stage::align);
    page::IdentifiedPage& identified = *result.identified;
    const form::Page& layout = equipment_.templates()[identified.form].pages[identified.pageIndex];
    const reading::Registration fitted = equipment_.fitter(identified.form, identified.pageIndex)
                                             .fit(result.image, identified.page.registration());
    identified.page = page::RegisteredPage(result.image, fitted);
    if (!align::isTrusted(fitted, !layout.fields.empty())) {
        reject(
            result, layout, "page.registration.uncertain",
            "De plaats van de velden op deze pagina is niet zeker: " + std::to_string(fitted.marks.size()) +
                " paskruisen en " + std::to_string(fitted.linesFound) + " van " +
                std::to_string(fitted.linesSought) + " gedrukte lijnen gevonden. Scan het blad opnieuw.");
    } else if (identified.identifiedBy == "layout" && fitted.marks.size() < 2 &&
               fitted.linesFound < kLinesForLayout) {
        reject(
            result, layout, "page.identity.uncertain",
            "Niet zeker welke pagina van welk formulier dit is: paskruisen, barcode en voettekst zijn niet "
            "leesbaar");
    } else if (ident::showsAnotherSheet(identified.page)) {
        reject(result, layout, "page.overlap",
               "Naast of onder dit blad ligt nog een blad. Scan de bladen een voor een.");
    } else if (isUnderAnotherSheet(identified.page, layout)) {
        reject(result, layout, "page.overlap",
               "Over dit blad ligt nog een blad. Scan de bladen een voor een.");
    }
}

bool PageRunner::isUnderAnotherSheet(const page::RegisteredPage& page, const form::Page& layout) const
{
    if (page.registration().marks.size() >= layout.adjustmentFields.size()) {
        return false; // a sheet of ours over it would hide a mark
    }
    const align::MarkFinder finder(page.image());
    return std::ranges::any_of(equipment_.markSets(), [&](const auto& marks) {
        return align::showsSecondSheet(finder, marks, page, layout);
    });
}

void PageRunner::measureQuality(PageResult& result) const
{
    const StageTimer timer(result.times, Stage::quality);
    if (!result.identified) {
        result.reading.quality = qualityMeter_.measure(result.image);
        return;
    }
    const page::IdentifiedPage& identified = *result.identified;
    result.reading.quality = qualityMeter_.measure(
        identified.page, equipment_.templates()[identified.form].pages[identified.pageIndex]);
}

std::vector<reading::FieldReading> PageRunner::readAnswers(const page::RegisteredPage& page,
                                                           const form::Page& layout, PageResult& result)
{
    std::vector<reading::FieldReading> marked;
    {
        const StageTimer timer(result.times, Stage::marks);
        marked = markReader_.read(page, layout);
    }
    std::vector<reading::FieldReading> answers;
    auto nextMarked = marked.begin();
    for (const form::Field& field : layout.fields) {
        if (field.writing == form::Writing::checkboxes) {
            answers.push_back(std::move(*nextMarked++));
        } else if (field.writing == form::Writing::region) {
            answers.push_back(readRegion(page, field, result));
        } else {
            const StageTimer timer(result.times, Stage::letters);
            answers.push_back(letterReader_.read(page, field));
        }
    }
    return answers;
}

reading::FieldReading PageRunner::readRegion(const page::RegisteredPage& page, const form::Field& field,
                                             PageResult& result)
{
    const StageTimer timer(result.times, Stage::regions);
    regions::RegionReading region = regionReader_.read(page, field);
    if (!region.picture.empty()) {
        region.field.picture = "regions/" + regionFileName(result.reading.source, field.id);
        result.regions.push_back({region.field.picture, std::move(region.picture)});
    }
    return std::move(region.field);
}

void PageRunner::readFields(PageResult& result)
{
    const page::IdentifiedPage& identified = *result.identified;
    const form::FormTemplate& form = equipment_.templates()[identified.form];
    const form::Page& layout = form.pages[identified.pageIndex];
    reading::PageReading& reading = result.reading;
    reading.pageClass = form.needless                          ? reading::PageClass::needless
                        : layout.role == form::PageRole::cover ? reading::PageClass::cover
                                                               : reading::PageClass::form;
    reading.form = form.id;
    reading.edition = form.edition;
    reading.templateVersion = form.version;
    reading.number = layout.number;
    reading.identifiedBy = identified.identifiedBy;
    reading.identityConfidence = identified.confidence;
    reading.findings = identified.findings;
    reading.registration = identified.page.registration();
    toFilePixels(reading.registration, result.image.filePixels);
    reading.fields = readAnswers(identified.page, layout, result);
    quality::withdrawUnseen(reading.fields, quality::answersOutside(identified.page, layout));
    const StageTimer timer(result.times, Stage::record);
    equipment_.interpreter().interpretPage(reading, form, equipment_.context());
    quality::doubtAll(reading);
}

reading::FieldReading PageRunner::readLine(const page::RegisteredPage& page, const RectMm& place,
                                           form::FieldKind kind)
{
    constexpr double kAround = 1.5; // mm; letters reach out of the line that the reader of print saw
    form::Field field;
    field.kind = kind;
    field.writing = form::Writing::lines;
    field.box = place.grown(kAround);
    field.lines = {field.box};
    return letterReader_.read(page, field);
}

void PageRunner::readAttachment(PageResult& result)
{
    const StageTimer timer(result.times, Stage::attachments);
    attachments::AttachmentReading read = attachmentReader_->read(result.image);
    std::string written;
    for (const attachments::WrittenLine& line : read.written) {
        constexpr std::size_t kDigits = 10;
        if (line.mayBeNumber) {
            const reading::FieldReading number = readLine(read.page, line.place, form::FieldKind::vNumber);
            if (number.characters.size() == kDigits) {
                read.attachment.numbers.push_back({number.characters, number.confidence, true});
                continue;
            }
        }
        written += readLine(read.page, line.place, form::FieldKind::freeText).value + "\n";
    }
    attachmentReader_->addText(read.attachment, written);
    result.reading.attachment = std::move(read.attachment);
}

std::vector<std::string> PageRunner::modelVersions() const
{
    std::vector<std::string> versions = letterReader_.versions();
    versions.push_back(markReader_.version());
    versions.push_back(footerReader_.version());
    return versions;
}

} // namespace scanstraat::app
