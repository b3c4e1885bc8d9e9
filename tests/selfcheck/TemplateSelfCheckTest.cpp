// SPDX-License-Identifier: EUPL-1.2
#include "FontWriter.h"
#include "ForeignForms.h"
#include "FormFiller.h"
#include "KnownAnswers.h"
#include "ScanSimulator.h"
#include "ScanWriter.h"
#include "app/PageRunner.h"
#include "form/TemplateLoader.h"
#include "marks/BoxCutter.h"
#include "page/FrameSnap.h"
#include "print/FormPrinter.h"
#include "support/TemporaryFolder.h"

#include <gtest/gtest.h>

#include <cmath>

namespace scanstraat::selfcheck {
namespace {

namespace fs = std::filesystem;
using reading::PageClass;

constexpr double kNearMm = 0.2;
constexpr double kSeenShare = 0.5;             ///< of a frame: black print in grey is half grey at its rim
constexpr const char* kTypeface = "Open Sans"; ///< installed for the forms' own print

const fs::path kRoot = SCANSTRAAT_SOURCE_DIR;

/// Forms with what it takes to read them.
struct Collection
{
    std::vector<form::FormTemplate> forms;
    std::unique_ptr<app::Equipment> equipment;

    explicit Collection(const fs::path& templates)
        : forms(form::loadTemplates(templates)),
          equipment(std::make_unique<app::Equipment>(templates, kRoot / "models",
                                                     record::Context{std::chrono::year(2025) / 6 / 15}))
    {
    }
};

const Collection& ownForms()
{
    static const Collection own(kRoot / "templates");
    return own;
}

/// The foreign forms, read with nothing but their templates.
const Collection& otherForms()
{
    static const test::TemporaryFolder folder;
    static const Collection others = [] {
        for (const form::FormTemplate& form : foreignForms()) {
            fs::create_directories(folder / form.id);
            test::writeBytes(folder.path() / form.id / "template.json", form::toJson(form));
        }
        return Collection(folder.path());
    }();
    return others;
}

bool isOwn(const std::string& id)
{
    return std::ranges::find(ownForms().forms, id, &form::FormTemplate::id) != ownForms().forms.end();
}

const Collection& collectionOf(const std::string& id)
{
    return isOwn(id) ? ownForms() : otherForms();
}

/// Pages of a form, filled in or blank, printed, scanned a little askew at 300 dpi in grey, and read.
class Reader
{
public:
    explicit Reader(const form::FormTemplate& form) : form_(form), runner_(*collectionOf(form.id).equipment)
    {
    }

    app::PageResult read(std::size_t page, const std::map<std::string, synth::Answer>& answers)
    {
        synth::Sheet sheet(print::renderPage(form_, page, synth::kSheetPixelsPerMm), synth::printerInk(),
                           random_);
        const std::unique_ptr<synth::Writer> writer = typewriters_.next(random_);
        const synth::Hand hand = synth::randomHand(*writer, synth::Difficulty::easy, random_);
        synth::fillPage(sheet, form_.pages[page], answers, {hand, synth::Difficulty::easy, random_});
        synth::PageSettings askew;
        askew.skewDegrees = 0.3;
        askew.shiftXMm = 0.8;
        askew.shiftYMm = -0.6;
        synth::ScanWriter file(folder_.path(), "page-" + std::to_string(++scans_), synth::FileFormat::png,
                               synth::TiffCompression{});
        const synth::ScanWriter::Place place = file.add(synth::scan(sheet, {}, askew, random_));
        file.finish();
        const auto scan = scan::ScanFile::open(folder_.path() / fs::path(place.file).filename());
        return runner_.run(*scan, 0, place.file);
    }

    synth::Random& random() { return random_; }

private:
    const form::FormTemplate& form_;
    test::TemporaryFolder folder_;
    synth::Random random_{11, 1};
    synth::TypeWriters typewriters_{kTypeface};
    app::PageRunner runner_;
    int scans_ = 0;
};

class Template : public testing::TestWithParam<std::string>
{
protected:
    const form::FormTemplate& form() const
    {
        return *std::ranges::find(collectionOf(GetParam()).forms, GetParam(), &form::FormTemplate::id);
    }
};

void expectIdentified(const form::FormTemplate& form, const form::Page& page,
                      const reading::PageReading& reading)
{
    const PageClass wanted = form.needless                        ? PageClass::needless
                             : page.role == form::PageRole::cover ? PageClass::cover
                                                                  : PageClass::form;
    EXPECT_EQ(reading.pageClass, wanted)
        << (reading.findings.empty() ? "" : reading.findings.front().message);
    EXPECT_EQ(reading.form, form.id);
    EXPECT_EQ(reading.number, page.number);
}

void expectNear(PointMm shift, const std::string& what)
{
    EXPECT_LE(std::hypot(shift.x, shift.y), kNearMm) << what;
}

/// Each box and frame is seen where the template has it.
void expectInPlace(const form::Page& page, const app::PageResult& result)
{
    ASSERT_NE(result.identified, nullptr);
    const page::RegisteredPage& scan = result.identified->page;
    for (const form::Field& field : page.fields) {
        const auto places = marks::findBoxes(scan, field.options);
        for (std::size_t i = 0; i < places.size(); ++i) {
            expectNear(places[i].shift, field.id + " " + field.options[i].id);
        }
        std::vector<RectMm> frames = field.cells;
        if (places.empty() && frames.empty()) {
            frames.push_back(field.box);
        }
        if (!frames.empty() && field.frameMm > 0) {
            const page::Snap snap = page::snapToFrame(scan, frames);
            EXPECT_GT(snap.strength, kSeenShare) << field.id;
            expectNear(snap.shift, field.id);
        }
    }
}

TEST_P(Template, IsKnownAndEmptyWhenBlank)
{
    Reader reader(form());
    for (std::size_t i = 0; i < form().pages.size(); ++i) {
        SCOPED_TRACE("page " + std::to_string(form().pages[i].number));
        const app::PageResult result = reader.read(i, {});
        expectIdentified(form(), form().pages[i], result.reading);
        expectInPlace(form().pages[i], result);
        for (const reading::FieldReading& field : result.reading.fields) {
            EXPECT_TRUE(field.value.empty() || field.value == "absent")
                << field.fieldId << ": " << field.value;
        }
    }
}

TEST_P(Template, IsReadBackWhenFilledIn)
{
    Reader reader(form());
    for (std::size_t i = 0; i < form().pages.size(); ++i) {
        const form::Page& page = form().pages[i];
        if (page.fields.empty()) {
            continue;
        }
        SCOPED_TRACE("page " + std::to_string(page.number));
        const auto answers = knownAnswers(page, reader.random());
        const app::PageResult result = reader.read(i, answers);
        expectIdentified(form(), page, result.reading);
        ASSERT_EQ(result.reading.fields.size(), page.fields.size());
        for (const reading::FieldReading& field : result.reading.fields) {
            EXPECT_EQ(field.value, answers.at(field.fieldId).value) << field.fieldId;
        }
    }
}

std::vector<std::string> idsOf(const std::vector<form::FormTemplate>& forms)
{
    std::vector<std::string> ids;
    std::ranges::transform(forms, std::back_inserter(ids), &form::FormTemplate::id);
    return ids;
}

std::string nameOf(const testing::TestParamInfo<std::string>& info)
{
    std::string name = info.param;
    std::ranges::replace(name, '-', '_');
    return name;
}

INSTANTIATE_TEST_SUITE_P(Each, Template, testing::ValuesIn(idsOf(form::loadTemplates(kRoot / "templates"))),
                         nameOf);
INSTANTIATE_TEST_SUITE_P(Foreign, Template, testing::ValuesIn(idsOf(foreignForms())), nameOf);

} // namespace
} // namespace scanstraat::selfcheck
