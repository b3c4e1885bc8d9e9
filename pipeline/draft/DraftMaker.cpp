// SPDX-License-Identifier: EUPL-1.2
#include "draft/DraftMaker.h"

#include "base/Error.h"
#include "draft/AcroForm.h"
#include "draft/FieldConflicts.h"
#include "draft/FieldMaker.h"
#include "draft/PageNumbers.h"
#include "draft/PageSearch.h"
#include "draft/PdfText.h"
#include "draft/ScanText.h"
#include "draft/SheetLoader.h"
#include "ocr/PageTextReader.h"

#include <algorithm>
#include <memory>
#include <optional>

namespace scanstraat::draft {

namespace {

/// Reads texts from the PDF, or from the picture where it has none.
class TextSource
{
public:
    explicit TextSource(const BlankFile& file) : file_(file) {}

    /// Fills in texts and words; returns what there is to say about it.
    std::string addTexts(const Sheet& sheet, int filePage, PageFindings& found)
    {
        PageTexts texts;
        if (file_.isPdf()) {
            texts = readPdfText(file_.path(), filePage, sheet);
        }
        std::string note = texts.problem;
        if (texts.words.empty()) {
            if (!reader_) {
                reader_ = std::make_unique<ocr::PageTextReader>();
            }
            texts = readScanText(*reader_, sheet, found);
            note += note.empty() ? "" : "; ";
            note += "its text was read from the picture: check the labels";
        }
        measureTypeSizes(sheet, texts.lines);
        found.texts = std::move(texts.lines);
        found.words = std::move(texts.words);
        return note;
    }

private:
    const BlankFile& file_;
    std::unique_ptr<ocr::PageTextReader> reader_;
};

std::string formIdOf(const std::filesystem::path& file, const DraftOptions& options)
{
    std::string id = slug(options.id.empty() ? file.stem().string() : options.id);
    if (!options.id.empty() && id != options.id) {
        id = options.id; // the template's check says what is wrong with it
    }
    return id.empty() ? "formulier" : id;
}

std::string largestText(const form::FormTemplate& form)
{
    const form::PrintedText* largest = nullptr;
    constexpr std::size_t kShortest = 4;
    constexpr double kTopMm = 120.0;
    for (const form::PrintedText& text : form.pages.front().texts) {
        if (text.text.size() >= kShortest && text.at.y < kTopMm &&
            (largest == nullptr || text.sizePt > largest->sizePt + 0.5)) {
            largest = &text;
        }
    }
    return largest == nullptr ? form.id : largest->text;
}

void append(std::string& text, const std::string& more)
{
    text += (text.empty() || more.empty() ? "" : "; ") + more;
}

} // namespace

Draft makeDraft(const std::filesystem::path& path, const DraftOptions& options)
{
    const BlankFile file(path);
    Draft draft;
    draft.form.id = formIdOf(path, options);
    draft.form.version = "1";
    AcroForm acro;
    if (file.isPdf()) {
        acro = readAcroForm(path);
        if (!acro.problem.empty()) {
            draft.remarks.push_back(acro.problem);
        }
    }
    TextSource texts(file);
    FieldMaker maker(draft.form.id);
    std::vector<std::size_t> reportOf;
    for (int index = 0; index < file.pageCount(); ++index) {
        const LoadedPage loaded = file.load(index);
        draft.pages.push_back({loaded.number, 0, loaded.note, {}, 0, {}});
        if (!loaded.sheet) {
            continue;
        }
        PageReport& report = draft.pages.back();
        PageFindings found = searchPage(*loaded.sheet);
        append(report.note, texts.addTexts(*loaded.sheet, loaded.number, found));
        std::vector<Widget> widgets;
        for (Widget widget : acro.widgets) {
            if (widget.page == loaded.number) {
                widget.area = widget.area.shifted(loaded.sheet->origin);
                widgets.push_back(widget);
            }
        }
        DraftPage made = maker.make(loaded.number, found, widgets);
        report.barcodes = found.barcodes;
        report.tickCombs = static_cast<int>(found.tickCombs.size());
        report.undecided = std::move(made.undecided);
        const std::vector<std::string> conflicts = separateFields(made.page);
        report.undecided.insert(report.undecided.end(), conflicts.begin(), conflicts.end());
        draft.form.pages.push_back(std::move(made.page));
        reportOf.push_back(draft.pages.size() - 1);
    }
    if (draft.form.pages.empty()) {
        const std::string why = draft.pages.empty() ? "it has none" : "page 1 " + draft.pages.front().note;
        throw Error(path.string() + ": no page can become a template: " + why, ExitCode::noInput);
    }
    numberPages(draft.form.pages);
    for (std::size_t i = 0; i < reportOf.size(); ++i) {
        draft.pages[reportOf[i]].number = draft.form.pages[i].number;
    }
    draft.form.title = options.title.empty() ? largestText(draft.form) : options.title;
    return draft;
}

} // namespace scanstraat::draft
