// SPDX-License-Identifier: EUPL-1.2
#include "ApplicationMaker.h"

#include "AnnexChooser.h"
#include "AttachmentDrawer.h"
#include "FormFiller.h"
#include "MarkDrawer.h"
#include "base/Error.h"
#include "print/FormPrinter.h"

#include <algorithm>
#include <cstdio>
#include <memory>
#include <system_error>

namespace scanstraat::synth {

namespace {

namespace fs = std::filesystem;

constexpr double kBlankBackShare = 0.08;
constexpr double kLooseSheetShare = 0.08; ///< of attachments
constexpr double kUnaskedShare = 0.12;    ///< of applications with any form, for each form that none asks for

FileFormat randomFormat(FormatChoice choice, Random& random)
{
    switch (choice) {
    case FormatChoice::tiff:
    case FormatChoice::g4:
        return FileFormat::tiff;
    case FormatChoice::pdf:
        return FileFormat::pdf;
    case FormatChoice::jpeg:
        return FileFormat::jpeg;
    case FormatChoice::png:
        return FileFormat::png;
    case FormatChoice::mixed:
        break;
    }
    switch (random.weighted({0.4, 0.3, 0.2, 0.1})) {
    case 0:
        return FileFormat::tiff;
    case 1:
        return FileFormat::pdf;
    case 2:
        return FileFormat::jpeg;
    default:
        return FileFormat::png;
    }
}

/// A colour mode that the format holds.
ColourMode suited(ColourMode mode, FormatChoice choice, FileFormat format)
{
    if (choice == FormatChoice::g4) {
        return ColourMode::bitonal;
    }
    const bool onlyTones = choice == FormatChoice::tiff || format == FileFormat::jpeg;
    return onlyTones && mode == ColourMode::bitonal ? ColourMode::grey : mode;
}

std::string nameOf(int number)
{
    char name[32] = {};
    std::snprintf(name, sizeof name, "app-%04d", number);
    return name;
}

const char* nameOf(Difficulty difficulty)
{
    return choose(difficulty, "easy", "default", "hard");
}

void makeFolder(const fs::path& folder)
{
    std::error_code failure;
    fs::create_directories(folder, failure);
    if (failure) {
        throw Error(folder.string() + ": cannot be made: " + failure.message(), ExitCode::output);
    }
}

/// Every field of the form is left empty.
std::map<std::string, Answer> noAnswers(const form::FormTemplate& form)
{
    std::map<std::string, Answer> answers;
    for (const form::Page& page : form.pages) {
        for (const form::Field& field : page.fields) {
            answers[field.id];
        }
    }
    return answers;
}

} // namespace

/// One application while it is made. The members refer to each other: it stays where it is.
struct ApplicationMaker::Envelope
{
    Envelope(const MakerOptions& options, const WordLists& words, WriterSource& writers, int number)
        : random(options.seed, static_cast<std::uint64_t>(number)), person(randomApplicant(words, random)),
          answers(words, person, options.difficulty, random), job(randomJob(options.difficulty, random)),
          pen(randomPen(random, options.difficulty)), writer(writers.next(random)),
          hand(randomHand(*writer, options.difficulty, random)), format(randomFormat(options.format, random)),
          compression(static_cast<TiffCompression>(random.weighted({0.35, 0.25, 0.4}))),
          file(options.out / "scans", nameOf(number), format, compression)
    {
        if (writer->isMachine()) {
            pen = printerInk();
        }
        job.mode = suited(job.mode, options.format, format);
        job.adaptive = job.adaptive || pen.kind == PenKind::pencil; // a fixed threshold loses pencil
        truth.application = nameOf(number);
        truth.style = {{"writer", writer->name()},
                       {"ink", pen.ink},
                       {"pen", toString(pen.kind)},
                       {"difficulty", nameOf(options.difficulty)}};
    }
    Envelope(const Envelope&) = delete;
    Envelope& operator=(const Envelope&) = delete;

    Random random;
    Applicant person;
    AnswerMaker answers;
    JobSettings job;
    Pen pen;
    std::unique_ptr<Writer> writer;
    Hand hand;
    FileFormat format;
    TiffCompression compression;
    ScanWriter file;
    Truth truth;
    bool isPlanned = false;           ///< pages are kept, not drawn
    std::vector<PlannedPage> planned; ///< in the order of the application
};

ApplicationMaker::ApplicationMaker(MakerOptions options, const std::vector<form::FormTemplate>& forms,
                                   const WordLists& words, WriterSource& writers)
    : options_(std::move(options)), forms_(forms), words_(words), writers_(writers)
{
    if (options_.form == "all" && options_.main != "any" && find(options_.main) == nullptr) {
        throw Error("--main " + options_.main + ": there is no such template", ExitCode::usage);
    }
    if (options_.form != "all" && find(options_.form) == nullptr) {
        throw Error("--form " + options_.form + ": there is no such template", ExitCode::usage);
    }
    makeFolder(options_.out / "scans");
    makeFolder(options_.out / "truth");
}

const form::FormTemplate* ApplicationMaker::find(const std::string& id) const
{
    const auto found =
        std::find_if(forms_.begin(), forms_.end(), [&](const auto& form) { return form.id == id; });
    return found == forms_.end() ? nullptr : &*found;
}

const form::FormTemplate* ApplicationMaker::mainForm(Random& random) const
{
    if (options_.main != "any") {
        return find(options_.main);
    }
    std::vector<const form::FormTemplate*> openers;
    for (const form::FormTemplate& form : forms_) {
        if (form.opensApplication) {
            openers.push_back(&form);
        }
    }
    return openers.empty() ? nullptr : random.pick(openers);
}

const cv::Mat& ApplicationMaker::printed(const form::FormTemplate& form, std::size_t page)
{
    cv::Mat& picture = printed_[{form.id, page}];
    if (picture.empty()) {
        picture = print::renderPage(form, page, kSheetPixelsPerMm);
    }
    return picture;
}

void ApplicationMaker::addPage(Envelope& envelope, PlannedPage page)
{
    page.owner = &envelope.truth;
    page.printScale = envelope.job.printScale;
    page.printDarkness = envelope.job.printDarkness;
    if (!envelope.isPlanned) {
        const Sheet sheet = page.draw(envelope.random);
        scanPage(envelope, page, sheet);
        return;
    }
    page.random = Random(envelope.random.bits(), envelope.planned.size());
    envelope.planned.push_back(std::move(page));
}

/// The sheet goes into the envelope's file, what is on it into the truth of its owner.
void ApplicationMaker::scanPage(Envelope& envelope, PlannedPage& page, const Sheet& sheet)
{
    const PageSettings settings = randomPage(options_.difficulty, envelope.random);
    JobSettings job = envelope.job;
    job.printScale = page.printScale;
    job.printDarkness = page.printDarkness;
    const ScannedPage scanned = scan(sheet, job, settings, envelope.random);
    page.page.place = envelope.file.add(scanned);
    page.page.mmToPixel = scanned.mmToPixel;
    for (TruthField& field : page.fields) {
        field.place = page.page.place;
        page.owner->fields.push_back(std::move(field));
    }
    page.owner->pages.push_back(std::move(page.page));
    ++pages_;
}

void ApplicationMaker::addForm(Envelope& envelope, const form::FormTemplate& form, bool isAskedFor)
{
    Random& random = envelope.random;
    const auto answers = std::make_shared<const std::map<std::string, Answer>>(
        options_.isBlank ? noAnswers(form) : envelope.answers.fill(form));
    for (std::size_t i = 0; i < form.pages.size() && !isFull(); ++i) {
        const form::Page& page = form.pages[i];
        PlannedPage planned;
        planned.draw = [this, &envelope, &form, &page, answers, i](Random& drawing) {
            Sheet sheet(printed(form, i), envelope.pen, drawing);
            fillPage(sheet, page, *answers, {envelope.hand, options_.difficulty, drawing});
            return sheet;
        };
        planned.page.pageClass = "form";
        planned.page.form = form.id;
        planned.page.number = page.number;
        planned.page.isAskedFor = isAskedFor;
        planned.needed = !page.fields.empty();
        for (const form::Field& field : page.fields) {
            const Answer& answer = answers->at(field.id);
            if (!answer.empty()) {
                planned.fields.push_back({&field, answer, {}});
            }
        }
        addPage(envelope, std::move(planned));
        if (options_.form == "all" && random.chance(kBlankBackShare) && !isFull()) {
            addBlankPage(envelope);
        }
    }
}

void ApplicationMaker::addBlankPage(Envelope& envelope)
{
    PlannedPage planned;
    planned.page.pageClass = "blank";
    planned.draw = [&envelope](Random& drawing) { return Sheet(blankPage(), envelope.pen, drawing); };
    addPage(envelope, std::move(planned));
}

/// A copy of evidence, mostly with the V-number on it or else name and birth date, or a loose sheet.
void ApplicationMaker::addAttachment(Envelope& envelope)
{
    PlannedPage planned;
    planned.page.pageClass = "attachment";
    if (envelope.random.chance(kLooseSheetShare)) {
        planned.page.kind = "loose-sheet";
        planned.page.question = std::to_string(envelope.random.integer(1, 5)) + "." +
                                std::to_string(envelope.random.integer(1, 9));
        planned.draw = [this, &envelope, question = planned.page.question](Random& drawing) {
            Sheet sheet(blankPage(), envelope.pen, drawing);
            const Applicant& person = envelope.person;
            std::vector<RectMm> lines;
            for (int line = 0; line < 7; ++line) {
                lines.push_back({22, 25 + 14.0 * line, 150, 9});
            }
            TextDrawer(sheet, envelope.hand, drawing)
                .writeLines(lines, {person.fullName(), person.birth.iso(), "VERVOLG VRAAG " + question, "",
                                    drawing.pick(words_.sentences), drawing.pick(words_.sentences),
                                    drawing.pick(words_.sentences)});
            return sheet;
        };
    } else {
        const EvidenceKind kind = randomEvidence(envelope.random);
        planned.page.kind = toString(kind);
        planned.draw = [this, &envelope, kind](Random& drawing) {
            Sheet sheet(drawEvidence(kind, envelope.person, words_, drawing), envelope.pen, drawing);
            TextDrawer text(sheet, envelope.hand, drawing);
            switch (drawing.weighted({0.65, 0.2, 0.15})) {
            case 0:
                text.writeLines({{130, 8, 70, 8}}, {envelope.person.vNumber});
                break;
            case 1:
                text.writeLines({{60, 6, 140, 7}, {130, 14, 70, 7}},
                                {envelope.person.fullName(), envelope.person.birth.iso()});
                break;
            default:
                break;
            }
            return sheet;
        };
    }
    addPage(envelope, std::move(planned));
}

void ApplicationMaker::addApplication(Envelope& envelope)
{
    AnnexChoice annexes;
    const form::FormTemplate* main = mainForm(envelope.random);
    if (main != nullptr) {
        addForm(envelope, *main);
        annexes = chooseAnnexes(*main, forms_, {envelope.answers.meant(), envelope.person.selfEmployed},
                                envelope.random);
    }
    for (const form::FormTemplate* annex : annexes.forms) {
        addForm(envelope, *annex, true);
    }
    if (options_.main == "any") {
        annexes.forms.push_back(main);
        addUnasked(envelope, annexes.forms);
    }
    const int most = choose(options_.difficulty, 1, 3, 4);
    const int attachments = std::max(envelope.random.integer(0, most), annexes.papers);
    for (int i = 0; i < attachments && !isFull(); ++i) {
        addAttachment(envelope);
    }
}

void ApplicationMaker::addUnasked(Envelope& envelope, const std::vector<const form::FormTemplate*>& there)
{
    for (const form::FormTemplate& form : forms_) {
        const bool isThere = std::ranges::find(there, &form) != there.end();
        if (!isThere && !form.opensApplication && envelope.random.chance(kUnaskedShare)) {
            addForm(envelope, form);
        }
    }
}

int ApplicationMaker::make(int number)
{
    const EnvelopeKind kind = kindOf(options_.envelopes, number);
    return kind == EnvelopeKind::plain ? makePlain(number) : makeEnvelope(number, kind);
}

int ApplicationMaker::makePlain(int number)
{
    Envelope envelope(options_, words_, writers_, number);
    if (options_.form != "all") {
        addForm(envelope, *find(options_.form));
    } else {
        addApplication(envelope);
    }
    envelope.file.finish();
    writeTruth(envelope.truth, options_.out / "truth");
    return static_cast<int>(envelope.truth.pages.size());
}

/// The second application and the strays are those of numbers that no envelope has.
int ApplicationMaker::makeEnvelope(int number, EnvelopeKind kind)
{
    constexpr int kSecond = 1'000'000;
    constexpr int kStrays = 2'000'000;
    std::vector<std::unique_ptr<Envelope>> persons;
    const auto plan = [&](int application, const std::string& suffix) {
        Envelope& envelope =
            *persons.emplace_back(std::make_unique<Envelope>(options_, words_, writers_, application));
        envelope.isPlanned = true;
        envelope.truth.application = nameOf(number) + suffix;
        envelope.truth.envelope = nameOf(number);
        envelope.truth.kind = toString(kind);
        addApplication(envelope);
        return envelope.planned;
    };
    std::vector<std::vector<PlannedPage>> applications{plan(number, "")};
    std::vector<PlannedPage> strays;
    if (kind == EnvelopeKind::two) {
        applications.push_back(plan(kSecond + number, "-b"));
    } else if (kind == EnvelopeKind::foreign) {
        strays = plan(kStrays + number, "-stray");
        persons.back()->truth.isStray = true;
    }
    Envelope& host = *persons.front();
    constexpr double kSharedPrinter = 0.5; // of two who send one envelope
    if (kind == EnvelopeKind::two && host.random.chance(kSharedPrinter)) {
        for (PlannedPage& page : applications.back()) {
            page.printScale = host.job.printScale;
            page.printDarkness = host.job.printDarkness;
        }
    }
    int pages = 0;
    for (PlannedPage& page : arrange(kind, std::move(applications), strays, host.random)) {
        Random drawing = page.random;
        const Sheet sheet = page.draw(drawing);
        scanPage(host, page, sheet);
        ++pages;
    }
    host.file.finish();
    for (const auto& person : persons) {
        writeTruth(person->truth, options_.out / "truth");
    }
    return pages;
}

} // namespace scanstraat::synth
