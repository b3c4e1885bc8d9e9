// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "align/PrintFitter.h"
#include "align/SheetAligner.h"
#include "app/StageClock.h"
#include "attachments/AttachmentReader.h"
#include "ident/PageIdentifier.h"
#include "letters/LetterReader.h"
#include "marks/MarkReader.h"
#include "quality/QualityMeter.h"
#include "record/FieldInterpreter.h"
#include "regions/RegionReader.h"
#include "scan/ScanFile.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace scanstraat::app {

/// What all workers share: templates, models and what is derived from them. Read only.
class Equipment
{
public:
    /// Throws scanstraat::Error with ExitCode::installation when a template or model is missing or broken.
    Equipment(const std::filesystem::path& templates, const std::filesystem::path& models,
              record::Context context, ident::SeparatorCodes separators = {}, bool readsAttachments = true);
    Equipment(const Equipment&) = delete;
    Equipment& operator=(const Equipment&) = delete;

    [[nodiscard]] std::span<const form::FormTemplate> templates() const { return templates_; }
    /// The sets of adjustment fields that occur on the templates' pages, each once.
    [[nodiscard]] const std::vector<std::vector<align::Mark>>& markSets() const { return markSets_; }
    /// The printed lines of a page, by the indices of form and page.
    [[nodiscard]] const align::PrintFitter& fitter(std::size_t form, std::size_t page) const
    {
        return fitters_[form][page];
    }
    [[nodiscard]] const ident::PageIdentifier& identifier() const { return identifier_; }
    [[nodiscard]] const record::FieldInterpreter& interpreter() const { return interpreter_; }
    [[nodiscard]] const form::Catalogue& catalogue() const { return catalogue_; }
    [[nodiscard]] const record::Context& context() const { return context_; }
    [[nodiscard]] const std::filesystem::path& models() const { return models_; }
    [[nodiscard]] bool readsAttachments() const { return readsAttachments_; }

private:
    std::vector<form::FormTemplate> templates_;
    form::Catalogue catalogue_;
    std::vector<std::vector<align::Mark>> markSets_;
    std::vector<std::vector<align::PrintFitter>> fitters_;
    ident::PageIdentifier identifier_;
    record::FieldInterpreter interpreter_;
    record::Context context_;
    std::filesystem::path models_;
    bool readsAttachments_ = true;
};

/// A signature, stamp or photo that was cut out, and the name of its file (FieldReading::picture).
struct RegionCut
{
    std::string file;
    cv::Mat picture; ///< 8-bit grey or BGR
};

/// What became of one page. Pictures are kept for report and debugging; they are released with it.
struct PageResult
{
    reading::PageReading reading;
    StageTimes times;
    page::PageImage image;                            ///< empty when the page could not be decoded
    std::shared_ptr<page::IdentifiedPage> identified; ///< form pages only
    std::vector<RegionCut> regions;
};

/// Takes one page through all stages: the only place that knows their order. One per worker thread.
class PageRunner
{
public:
    /// With the letter reader of the equipment's models.
    explicit PageRunner(const Equipment& equipment);

    /// With another letter reader, as tests do.
    PageRunner(const Equipment& equipment, letters::LetterReader letterReader);

    /// Never throws for what is on the paper or in the file: a page that cannot be processed becomes
    /// PageClass::failed with the reason as a finding. `index` counts from 0.
    [[nodiscard]] PageResult run(const scan::ScanFile& file, int index, const std::string& name);

    [[nodiscard]] std::vector<std::string> modelVersions() const;

private:
    void readPage(const scan::ScanFile& file, int index, PageResult& result);
    void locate(PageResult& result);
    [[nodiscard]] std::vector<reading::Registration> findSheet(const page::PageImage& image) const;
    /// Looks again with the resolution that the marks tell, where the file has a wrong one or none. Three
    /// marks count as they are; two only where they make the page a known one.
    void findAtOtherResolution(PageResult& result, std::vector<reading::Registration>& ways);
    void fitToPrint(PageResult& result) const;
    /// A sheet over this one hides marks and shows its own.
    [[nodiscard]] bool isUnderAnotherSheet(const page::RegisteredPage& page, const form::Page& layout) const;
    void measureQuality(PageResult& result) const;
    /// In the order of the page's fields; what is cut out of regions goes into `result`.
    [[nodiscard]] std::vector<reading::FieldReading>
    readAnswers(const page::RegisteredPage& page, const form::Page& layout, PageResult& result);
    [[nodiscard]] reading::FieldReading readRegion(const page::RegisteredPage& page, const form::Field& field,
                                                   PageResult& result);
    void readFields(PageResult& result);
    void readAttachment(PageResult& result);
    /// What is written on a line of no form.
    [[nodiscard]] reading::FieldReading readLine(const page::RegisteredPage& page, const RectMm& place,
                                                 form::FieldKind kind);

    const Equipment& equipment_;
    ident::FooterReader footerReader_;
    marks::MarkReader markReader_;
    letters::LetterReader letterReader_;
    regions::RegionReader regionReader_;
    std::optional<attachments::AttachmentReader> attachmentReader_; ///< none: they are not read
    quality::QualityMeter qualityMeter_;
};

} // namespace scanstraat::app
