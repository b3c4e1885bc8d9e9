// SPDX-License-Identifier: EUPL-1.2
#include "CaseCollector.h"

#include "base/Error.h"
#include "base/Utf8.h"
#include "evaluate/Evaluator.h"
#include "form/TemplateLoader.h"
#include "page/RegisteredPage.h"
#include "rules/TextForm.h"
#include "scan/ScanFile.h"

#include <algorithm>
#include <ctime>
#include <optional>

namespace scanstraat::lettertest {

namespace {

namespace fs = std::filesystem;
using evaluate::FieldCase;

std::string comparable(const std::string& text, bool isComb)
{
    return isComb ? rules::withoutSpaces(text) : rules::singleSpaced(text);
}

/// The scans of a set; each file is opened once for all its pages that are read one after the other.
class Scans
{
public:
    explicit Scans(fs::path folder) : folder_(std::move(folder)) {}

    /// `page` counts from 1.
    page::PageImage read(const std::string& name, int page)
    {
        const fs::path file = folder_ / name;
        if (name != name_) {
            auto scan = scan::ScanFile::open(file);
            if (!scan) {
                throw Error(file.string() + ": " + scan.error().message, ExitCode::noInput);
            }
            scan_ = std::move(*scan);
            name_ = name;
        }
        auto image = scan_->readPage(page - 1);
        if (!image) {
            throw Error(file.string() + ": page " + std::to_string(page) + ": " + image.error().message,
                        ExitCode::noInput);
        }
        return std::move(*image);
    }

private:
    fs::path folder_;
    std::string name_;
    std::optional<scan::ScanFile> scan_;
};

/// The scanner's resolution is the page's size on the sheet, whatever the file says.
std::string scanOf(const page::PageImage& image)
{
    const std::string colours = image.bitonal ? "bitonal " : image.chroma.empty() ? "grey " : "colour ";
    return colours + std::to_string(static_cast<int>(image.dpi.value * image.filePixels.x + 0.5)) + " dpi";
}

/// Records tell of the file's pixels; `image` may have fewer.
page::RegisteredPage registered(page::PageImage image, reading::Registration registration)
{
    for (const std::size_t i : {0U, 1U, 2U}) {
        registration.mmToPixel.at(i) /= image.filePixels.x;
        registration.mmToPixel.at(i + 3) /= image.filePixels.y;
    }
    page::addHalves(image);
    return {std::move(image), std::move(registration)};
}

LetterCase caseOf(const FieldCase& field, bool isComb)
{
    LetterCase one;
    one.application = field.application->application;
    one.field = field.id;
    one.kind = field.kind;
    one.pen = field.application->pen;
    one.isComb = isComb;
    one.isFilled = field.isFilled();
    one.isRight = field.isRight();
    one.isAccepted = field.isAccepted();
    if (field.truth != nullptr) {
        one.written = comparable(field.truth->written, isComb);
        one.lines = 1 + static_cast<std::size_t>(std::ranges::count(field.truth->written, '\n'));
    }
    if (field.reading != nullptr) {
        one.confidence = field.reading->confidence;
        one.value = field.reading->value;
        one.read = comparable(field.reading->raw, isComb);
    }
    return one;
}

double cpuMilliseconds()
{
    return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

} // namespace

CaseCollector::CaseCollector(const fs::path& templates, const fs::path& models)
    : templates_(form::loadTemplates(templates)), letters_(models)
{
    for (const form::FormTemplate& form : templates_) {
        for (const form::Page& page : form.pages) {
            for (const form::Field& field : page.fields) {
                if (field.writing == form::Writing::comb || field.writing == form::Writing::lines) {
                    fields_[field.id] = &field;
                }
            }
        }
    }
}

void CaseCollector::add(const fs::path& set, const fs::path& records)
{
    const std::vector<evaluate::Truth> truth = evaluate::loadTruth(set);
    const std::vector<reading::Record> read = evaluate::loadRecords(records);
    const evaluate::PageIndex pages(read);
    std::map<std::pair<std::string, int>, std::vector<FieldCase>> byPage;
    for (FieldCase& field : evaluate::fieldCases(truth, pages)) {
        if (fields_.contains(field.id)) {
            byPage[{field.file, field.page}].push_back(std::move(field));
        }
    }
    Scans scans(set / "scans");
    for (const auto& [place, fields] : byPage) {
        addPage(set, scans.read(place.first, place.second), fields, pages.find(place.first, place.second));
    }
}

void CaseCollector::addPage(const fs::path& set, page::PageImage image, const std::vector<FieldCase>& fields,
                            const reading::PageReading* page)
{
    const std::string scan = scanOf(image);
    std::optional<page::RegisteredPage> sheet;
    if (page != nullptr && reading::isFormPage(*page) && page->registration.isKnown()) {
        sheet = registered(std::move(image), page->registration);
    } else {
        ++cases_.unreadPages;
    }
    for (const FieldCase& field : fields) {
        const form::Field& known = *fields_.at(field.id);
        LetterCase one = caseOf(field, known.writing == form::Writing::comb);
        one.set = set.filename().string();
        one.scan = scan;
        if (sheet && one.isFilled) {
            time(*sheet, known, one);
        }
        cases_.fields.push_back(std::move(one));
    }
}

void CaseCollector::time(const page::RegisteredPage& page, const form::Field& field, LetterCase& one)
{
    ReadingTime& time = one.isComb ? cases_.combs : cases_.lines;
    const double before = cpuMilliseconds();
    (void)letters_.read(page, field);
    time.milliseconds += cpuMilliseconds() - before;
    ++time.fields;
    time.lines += one.lines;
    time.characters += charactersOf(one.written).size();
    one.printed = comparable(rules::upperCase(print_.read(page, field)), one.isComb);
}

} // namespace scanstraat::lettertest
