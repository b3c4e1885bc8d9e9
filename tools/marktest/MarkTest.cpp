// SPDX-License-Identifier: EUPL-1.2
#include "MarkTest.h"

#include "ChoiceMaker.h"
#include "DeckForms.h"
#include "base/Error.h"
#include "battery/NoLetters.h"
#include "print/FormPrinter.h"

#include <algorithm>
#include <cstdio>

namespace scanstraat::marktest {

namespace {

namespace fs = std::filesystem;
using synth::Random;

/// Streams of random numbers that have nothing to do with each other.
enum class Stream : std::uint64_t { marks, scan };

constexpr std::array kFirstPages{0, 2'000'000, 1'000'000}; ///< by set

Random streamOf(std::uint64_t seed, Stream stream, Set set, int page)
{
    const int number = page + kFirstPages.at(static_cast<std::size_t>(set));
    return {seed, static_cast<std::uint64_t>(number) * 8 + static_cast<std::uint64_t>(stream)};
}

/// Printed lines are up to 0.5 mm wide and may lie a bit off.
constexpr double kRimMm = 0.75;

/// The smallest dots have 0.015.
constexpr double kLostShare = 0.008;

bool mustShow(reading::MarkState truth)
{
    return truth != reading::MarkState::empty && truth != reading::MarkState::unclear;
}

const fs::path& withForms(const fs::path& folder, std::uint64_t seed)
{
    writeForms(deckForms(seed), folder);
    return folder;
}

/// The scan of a page, never turned.
synth::ScannedPage scanned(const synth::Sheet& sheet, const synth::JobSettings& job,
                           synth::Difficulty difficulty, Random& random)
{
    synth::PageSettings settings = synth::randomPage(difficulty, random);
    settings.quarterTurns = 0;
    return synth::scan(sheet, job, settings, random);
}

/// As the page of the form that it is.
bool isRead(const PageFacts& facts, const app::PageResult& result)
{
    return reading::isFormPage(result.reading) && result.reading.form == facts.form;
}

const reading::FieldReading* readingOf(const app::PageResult& result, const std::string& field)
{
    const auto found = std::ranges::find(result.reading.fields, field, &reading::FieldReading::fieldId);
    return found == result.reading.fields.end() ? nullptr : &*found;
}

} // namespace

MarkTest::MarkTest(const fs::path& models, TestOptions options)
    : options_(std::move(options)), scratch_("scanstraat-marktest"),
      equipment_(withForms(scratch_.path() / "templates", options_.seed), models,
                 {std::chrono::year(2026) / 1 / 15}),
      runner_(equipment_, battery::readerOfNothing()), writers_(""),
      marker_(writers_, ratesFor(equipment_.templates()))
{
    cases_.drawn.resize(markKinds().size());
    cases_.dropped.resize(markKinds().size());
}

const cv::Mat& MarkTest::printed(std::size_t form)
{
    cv::Mat& picture = printed_[form];
    if (picture.empty()) {
        picture = print::renderPage(equipment_.templates()[form], 0, synth::kSheetPixelsPerMm);
    }
    return picture;
}

void MarkTest::run(Set set, std::size_t boxes)
{
    const std::size_t before = cases_.boxes.size();
    for (int number = 0; cases_.boxes.size() < before + boxes; ++number) {
        examinePage(set, number);
        std::fprintf(stderr, "\r%s: %zu of %zu boxes ", toString(set).c_str(), cases_.boxes.size() - before,
                     boxes);
    }
    std::fprintf(stderr, "\n");
}

void MarkTest::examinePage(Set set, int number)
{
    const auto count = static_cast<int>(equipment_.templates().size());
    const auto index = static_cast<std::size_t>(number % count);
    const form::FormTemplate& form = equipment_.templates()[index];
    const auto difficulty = set == Set::hard ? synth::Difficulty::hard : options_.difficulty;
    Random marks = streamOf(options_.seed, Stream::marks, set, number);
    Random scans = streamOf(options_.seed, Stream::scan, set, number);
    PageFacts facts{set,
                    number,
                    form.id,
                    options_.scan.value_or(static_cast<ScanKind>((number + number / count) % 3)),
                    {}};
    const synth::Pen pen = penOf(options_.pen, marks);
    facts.pen = colourOf(pen);
    const MarkedPage marked = marker_.mark(form.pages.front(), printed(index), {set, pen, difficulty}, marks);
    const synth::ScannedPage scan =
        scanned(marked.sheet, jobOf(facts.scan, difficulty, scans), difficulty, scans);
    const fs::path path = storeScan(scan, scratch_.path());
    const auto file = scan::ScanFile::open(path);
    if (!file) {
        throw Error("page " + std::to_string(number) +
                    ": the scan cannot be opened: " + file.error().message);
    }
    const app::PageResult result = runner_.run(*file, 0, "page");
    const std::size_t first = cases_.boxes.size();
    collect(facts, form.pages.front(), marked, result);
    if (!isRead(facts, result)) {
        keep(facts, path);
    }
    for (BoxCase& box : std::span(cases_.boxes).subspan(first)) {
        const RectMm inside =
            form::findField(form, box.field)->options.at(box.optionIndex).box.grown(-kRimMm);
        box.lost = scan.mode == synth::ColourMode::bitonal && mustShow(box.truth()) &&
                   darkShare(scan, inside) < kLostShare;
    }
    gallery_.add(scan, form.pages.front(), std::span(cases_.boxes).subspan(first));
}

void MarkTest::keep(const PageFacts& facts, const fs::path& file) const
{
    if (!options_.keepIn.empty()) {
        fs::copy_file(file,
                      options_.keepIn / ("refused-" + toString(facts.set) + "-" + std::to_string(facts.page) +
                                         file.extension().string()),
                      fs::copy_options::overwrite_existing);
    }
}

void MarkTest::collect(const PageFacts& facts, const form::Page& page, const MarkedPage& marked,
                       const app::PageResult& result)
{
    const bool read = isRead(facts, result);
    ++cases_.pages;
    cases_.refusedPages += read ? 0 : 1;
    cases_.rescanPages +=
        read && std::ranges::any_of(result.reading.findings,
                                    [](const auto& finding) { return finding.code == "page.rescan"; })
            ? 1
            : 0;
    if (!read) {
        for (const auto& finding : result.reading.findings) {
            std::fprintf(stderr, "\npage %d of the %s set was not read: %s\n", facts.page,
                         toString(facts.set).c_str(), finding.code.c_str());
        }
    }
    cases_.markMilliseconds += result.times.milliseconds.at(static_cast<std::size_t>(app::Stage::marks));
    cases_.pageMilliseconds += result.times.total();
    cases_.timedBoxes += read ? marked.boxes.size() : 0;
    for (std::size_t at = 0; at < marked.boxes.size();) {
        const form::Field& field = page.fields[marked.boxes[at].field];
        collectField(facts, field, std::span(marked.boxes).subspan(at, field.options.size()),
                     read ? readingOf(result, field.id) : nullptr);
        at += field.options.size();
    }
}

void MarkTest::collectField(const PageFacts& facts, const form::Field& field,
                            std::span<const MarkedBox> boxes, const reading::FieldReading* reading)
{
    synth::Answer truth;
    bool sure = true;
    bool judged = true;
    for (const MarkedBox& box : boxes) {
        const form::Option& option = field.options[box.option];
        const reading::MarkState state = markKinds()[box.kind].truth;
        truth.boxes[option.id] = state;
        sure = sure && state != reading::MarkState::unclear;
        judged = judged && !box.dropped;
        ++cases_.drawn[box.kind];
        cases_.dropped[box.kind] += box.dropped ? 1 : 0;
        if (box.dropped) {
            continue;
        }
        BoxCase one;
        one.page = facts;
        one.field = field.id;
        one.option = option.id;
        one.optionIndex = box.option;
        one.kind = box.kind;
        one.sideMm = option.box.width;
        one.round = option.shape == form::BoxShape::round;
        one.pageRead = reading != nullptr;
        if (reading != nullptr) {
            one.state = reading->boxes.at(box.option).state;
            one.probabilities = reading->boxes.at(box.option).probabilities;
            one.fieldState = reading->state;
        }
        cases_.boxes.push_back(std::move(one));
    }
    if (judged) {
        synth::judgeChoice(field, truth);
        const bool accepted = reading != nullptr && reading::isAccepted(reading->state);
        cases_.fields.push_back({facts, accepted, accepted && sure && reading->value == truth.value});
    }
}

} // namespace scanstraat::marktest
