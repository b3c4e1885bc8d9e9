// SPDX-License-Identifier: EUPL-1.2
#include "app/DraftCommand.h"

#include "app/FileWriter.h"
#include "app/Progress.h"
#include "app/TerminalText.h"
#include "base/Error.h"
#include "draft/PaperComparison.h"
#include "form/TemplateLoader.h"
#include "form/TemplateReader.h"

#include <algorithm>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <sstream>

namespace scanstraat::app {

namespace {

namespace fs = std::filesystem;

std::string counted(std::size_t count, const std::string& one, const std::string& many)
{
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::size_t countWriting(const form::Page& page, form::Writing writing)
{
    return static_cast<std::size_t>(std::ranges::count(page.fields, writing, &form::Field::writing));
}

void printPage(const draft::PageReport& report, const form::Page* page)
{
    std::cout << "page " << report.filePage;
    if (page == nullptr) {
        std::cout << " left out: it " << terminalText(report.note) << '\n';
        return;
    }
    std::size_t boxes = 0;
    std::size_t cells = 0;
    for (const form::Field& field : page->fields) {
        boxes += field.options.size();
        cells += field.cells.size();
    }
    if (page->number != report.filePage) {
        std::cout << " (printed number " << page->number << ")";
    }
    std::cout << ": " << counted(page->adjustmentFields.size(), "adjustment field", "adjustment fields")
              << ", " << counted(countWriting(*page, form::Writing::checkboxes), "choice", "choices")
              << " with " << counted(boxes, "box", "boxes") << ", "
              << counted(countWriting(*page, form::Writing::comb), "comb", "combs") << " with "
              << counted(cells, "cell", "cells") << ", "
              << counted(countWriting(*page, form::Writing::lines), "place to write", "places to write")
              << ", " << counted(countWriting(*page, form::Writing::region), "region", "regions") << ", "
              << counted(page->texts.size(), "text", "texts") << '\n';
    if (!report.note.empty()) {
        std::cout << "  note: " << terminalText(report.note) << '\n';
    }
    if (!page->footer.empty()) {
        std::cout << "  footer \"" << terminalText(page->footer) << "\"\n";
    }
    for (const draft::FoundBarcode& barcode : report.barcodes) {
        const bool isKnown = page->barcode && page->barcode->payload == barcode.payload &&
                             toString(page->barcode->symbology) == barcode.symbology;
        std::cout << "  barcode " << barcode.symbology << " \"" << terminalText(barcode.payload) << "\" at "
                  << std::fixed << std::setprecision(1) << barcode.zone.x << ", " << barcode.zone.y << " mm, "
                  << barcode.zone.width << " x " << barcode.zone.height
                  << (isKnown ? std::string()
                              : ": not in the template, which takes one barcode a page of " +
                                    form::symbologyNames())
                  << '\n';
    }
}

void printUndecided(const draft::Draft& draft)
{
    std::size_t count = 0;
    for (const draft::PageReport& report : draft.pages) {
        count += report.undecided.size();
    }
    if (count == 0) {
        return;
    }
    std::cout << "\nto decide (" << count << "):\n";
    for (const draft::PageReport& report : draft.pages) {
        for (const std::string& item : report.undecided) {
            std::cout << "  page " << report.filePage << ": " << terminalText(item) << '\n';
        }
    }
}

void printProblems(const std::vector<std::string>& problems)
{
    if (problems.empty()) {
        return;
    }
    std::cout << "\nto correct before the template can be used (scanstraat template check):\n";
    for (const std::string& problem : problems) {
        std::cout << "  " << terminalText(problem) << '\n';
    }
}

draft::Draft draftWithProgress(const fs::path& blank, const draft::DraftOptions& options)
{
    Progress progress;
    return draft::makeDraft(blank, options,
                            [&](std::size_t done, std::size_t all) { progress.show(done, all); });
}

} // namespace

void writeDraft(const fs::path& blank, const fs::path& out, const draft::DraftOptions& options)
{
    const bool isFile = out.extension() == ".json";
    const fs::path file = isFile ? out : out / "template.json";
    std::error_code error;
    if (fs::exists(file, error)) {
        throw Error(file.string() + ": is there already; remove it or name another --out", ExitCode::output);
    }
    const draft::Draft draft = draftWithProgress(blank, options);
    const std::string text = form::toJson(draft.form);
    if (file.has_parent_path()) {
        fs::create_directories(file.parent_path(), error);
    }
    writeFile(file, text);
    std::cout << file.string() << ": draft of form \"" << terminalText(draft.form.id) << "\", \""
              << terminalText(draft.form.title) << "\", " << counted(draft.form.pages.size(), "page", "pages")
              << '\n';
    for (const std::string& remark : draft.remarks) {
        std::cout << "note: " << terminalText(remark) << '\n';
    }
    for (const draft::PageReport& report : draft.pages) {
        const auto page = std::ranges::find(draft.form.pages, report.number, &form::Page::number);
        printPage(report, report.number == 0 || page == draft.form.pages.end() ? nullptr : &*page);
    }
    printUndecided(draft);
    printProblems(form::checkTemplateText(text, file));
}

form::FormTemplate readUnchecked(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        throw Error(file.string() + ": cannot be read; check that it exists", ExitCode::installation);
    }
    const std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    form::TemplateSource source = form::readTemplate(text);
    if (!source.problems.empty()) {
        const form::Problem& first = source.problems.front();
        throw Error(file.string() + ":" + std::to_string(first.line) + ": " + first.message,
                    ExitCode::installation);
    }
    return std::move(source.form);
}

int compareWithPaper(const form::FormTemplate& form, const fs::path& blank, double toleranceMm)
{
    const draft::PaperComparison comparison = draft::compareWithPaper(form, blank, toleranceMm);
    for (const draft::PageComparison& page : comparison.pages) {
        std::cout << page.heading << '\n';
        for (const std::string& line : page.differences) {
            std::cout << "  " << terminalText(line) << '\n';
        }
    }
    std::cout << comparison.summary << '\n';
    return static_cast<int>(comparison.agree ? ExitCode::success : ExitCode::evaluationFailed);
}

} // namespace scanstraat::app
