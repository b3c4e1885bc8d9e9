// SPDX-License-Identifier: EUPL-1.2
// Every line is brought to one size and read as a whole; the search then weighs what the network saw against
// what may stand in such a field. Nothing is cut into letters: where each one stands is told afterwards.
#include "letters/LineReader.h"

#include "letters/CtcSearch.h"
#include "letters/Diacritics.h"
#include "letters/HiddenPart.h"
#include "letters/LineWriting.h"
#include "letters/TypedLine.h"
#include "letters/WordGaps.h"
#include "page/FrameSnap.h"
#include "rules/TextForm.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace scanstraat::letters {

namespace {

using reading::FieldReading;

constexpr double kMarginMm = 0.8;
constexpr double kLeastLengthMm = 1.5; ///< of the longest piece of a line: less is dust
constexpr double kScratchBelief = 0.7; ///< that a lone stroke far behind the text is none of it
constexpr double kStruckBelief = 0.5;  ///< that the rest is what was meant where something is struck out
constexpr double kSureOfPrint = 0.85;  ///< Tesseract's confidence from which a line is taken for typed
constexpr double kDoubtful = 0.5; ///< probability below which a line that looks typed is hardly handwriting,
constexpr double kFairOfPrint = 0.6; ///< and Tesseract's confidence that is enough then
constexpr double kLeastToAsk = 0.1;  ///< probability below which nobody is asked: nothing would make it sure
constexpr double kMostToAsk = 0.998; ///< and above which it is sure enough
constexpr double kMostOfPrint = 0.9; ///< what only Tesseract reads so is never accepted
/// How much likelier a right line is seconded than a wrong one: the ratio on 1,700 lines that Tesseract was
/// asked about (docs/letters.md).
constexpr double kSeconded = 3.0;
constexpr std::size_t kAlternatives = 3;

std::string utf8(char32_t token)
{
    return {static_cast<char>(token)}; // marks are put on their letters, all others are ASCII
}

/// Where the ink between two columns of a line's picture lies, on the form.
RectMm inkBox(const LinePicture& picture, const LineWriting& writing, const InkPicture& ink, int from, int to)
{
    const cv::Range columns(std::clamp(from, 0, picture.line.cols - 1),
                            std::clamp(to, from + 1, picture.line.cols));
    const cv::Mat part = picture.line.colRange(columns) > 60;
    cv::Rect found = cv::boundingRect(part);
    if (found.empty()) {
        found = {0, kLineBase - kLineCapital, columns.size(), kLineCapital};
    }
    const double scaleY = writing.capitalHeight / kLineCapital;
    const double left = picture.left + (columns.start + found.x) * picture.scaleX;
    const double top = writing.baselineAt(left) + (found.y - kLineBase) * scaleY;
    const RectMm& area = ink.part().area();
    return {area.x + left / kInkPixelsPerMm, area.y + top / kInkPixelsPerMm,
            found.width * picture.scaleX / kInkPixelsPerMm, found.height * scaleY / kInkPixelsPerMm};
}

/// One line of a field on its way into the field's reading.
class LineOfField
{
public:
    LineOfField(const InkPicture& ink, const LineWriting& writing, const LineEngines& engines,
                const LinePrior& prior)
        : ink_(ink), writing_(writing), picture_(linePicture(ink, writing)),
          alphabet_(engines.recogniser.alphabet()), logs_(read(engines.recogniser, picture_.line))
    {
        const LineTexts found = searchLine(logs_, alphabet_, prior);
        tokens_ = found.texts.front().tokens;
        beliefs_ = beliefsOf(found.texts);
        probability_ = found.texts.front().probability * found.allowed;
        const bool mayBeTyped = looksTyped(writing);
        const bool isWorthAsking = probability_ > kLeastToAsk && probability_ < kMostToAsk;
        if (engines.print && (mayBeTyped || isWorthAsking)) {
            weighPrint(engines.print(printOf(ink, writing), prior.alphabet()), prior, mayBeTyped);
        }
    }

    [[nodiscard]] bool isTyped() const { return isTyped_; }
    [[nodiscard]] bool isSeconded() const { return isSeconded_; } ///< an engine for print reads the same

    /// What the line shows before anything is preferred; without what is struck out.
    [[nodiscard]] std::string shown() const
    {
        std::u32string tokens = bestPath(logs_, alphabet_);
        std::erase(tokens, kStruckOut);
        std::string text;
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            const bool isMarked = i + 1 < tokens.size() && isCombining(tokens[i + 1]);
            if (!isCombining(tokens[i])) {
                text += isMarked ? composed(utf8(tokens[i]).front(), tokens[i + 1]).value_or(utf8(tokens[i]))
                                 : utf8(tokens[i]);
            }
        }
        return text;
    }

    /// True when something is struck out or overwritten.
    bool appendTo(FieldReading& reading) const
    {
        bool isStruck = false;
        const std::vector<Places> places = placesOf(tokens_, logs_, alphabet_);
        reading.confidence *= probability_;
        if (!reading.raw.empty()) {
            reading.raw += '\n';
        }
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            if (tokens_[i] == U' ') {
                reading.raw += ' ';
            } else if (tokens_[i] == kStruckOut) {
                isStruck = true;
            } else if (!isCombining(tokens_[i])) {
                const bool isMarked = i + 1 < tokens_.size() && isCombining(tokens_[i + 1]);
                append(i, isMarked, places, reading);
            }
        }
        return isStruck;
    }

private:
    /// An engine for print is another witness: where it reads the same, wrong is less likely. Its own reading
    /// counts where the line may be typed and the engine is sure.
    void weighPrint(const ocr::PrintedText& print, const LinePrior& prior, bool mayBeTyped)
    {
        const std::u32string tokens = tokensOf(rules::upperCase(print.text));
        isSeconded_ = tokens == tokens_;
        const double sure = probability_ < kDoubtful ? kFairOfPrint : kSureOfPrint;
        isTyped_ = mayBeTyped && print.confidence >= sure && (isSeconded_ || mayStand(tokens, prior));
        if (isSeconded_) {
            const double odds = kSeconded * probability_ / (1.0 - probability_);
            probability_ = odds / (1.0 + odds);
        } else if (isTyped_) {
            tokens_ = tokens;
            probability_ = std::min(kMostOfPrint, print.confidence);
            beliefs_.assign(tokens.size(), {probability_, {}});
        }
    }

    [[nodiscard]] bool mayStand(const std::u32string& tokens, const LinePrior& prior) const
    {
        LinePrior::State state;
        for (const char32_t token : tokens) {
            if (alphabet_.find(token) == std::u32string::npos || !prior.allows(state, token)) {
                return false;
            }
            state = prior.after(state, token);
        }
        return !tokens.empty();
    }

    void append(std::size_t i, bool isMarked, const std::vector<Places>& places, FieldReading& reading) const
    {
        reading::CharacterReading character;
        character.text = utf8(tokens_[i]);
        character.probability = beliefs_[i].probability;
        if (isMarked) {
            character.text = composed(character.text.front(), tokens_[i + 1]).value_or(character.text);
            character.probability = std::min(character.probability, beliefs_[i + 1].probability);
        }
        for (const auto& [token, probability] : beliefs_[i].others) {
            if (character.alternatives.size() < kAlternatives && !isCombining(token) && token != kStruckOut &&
                token != U' ') {
                character.alternatives.push_back({utf8(token), probability});
            }
        }
        const std::size_t last = isMarked ? i + 1 : i;
        const int from = i == 0 ? 0 : between(places[i - 1], places[i]);
        const int to =
            last + 1 == tokens_.size() ? picture_.line.cols : between(places[last], places[last + 1]);
        character.box = inkBox(picture_, writing_, ink_, from, to);
        reading.raw += character.text;
        reading.characters.push_back(std::move(character));
    }

    static cv::Mat read(LineRecogniser& recogniser, const cv::Mat& line)
    {
        cv::Mat logs = recogniser.read(line);
        weighGaps(logs, line, recogniser.alphabet());
        return logs;
    }

    /// Column half way between two tokens.
    static int between(const Places& one, const Places& next)
    {
        return (one.last + next.first + 1) * kLineStride / 2;
    }

    const InkPicture& ink_;
    const LineWriting& writing_;
    LinePicture picture_;
    const std::u32string& alphabet_;
    cv::Mat logs_;
    std::u32string tokens_;
    std::vector<TokenBelief> beliefs_; ///< of each token
    double probability_ = 0.0;         ///< of all
    bool isTyped_ = false;
    bool isSeconded_ = false;
};

/// What a line shows beside its text.
struct Seen
{
    bool isWritten = false;
    bool isStruck = false;
    bool hasScratch = false;
    bool isTyped = false;
    bool isPrintAlone = false; ///< a line that only the engine for print reads so
    bool isSeconded = false;   ///< an engine for print reads the same
    std::string shown;         ///< text before anything is preferred
};

Seen readLine(const page::PagePart& part, const RectMm& frame, const LineEngines& engines,
              const LinePrior& prior, FieldReading& reading)
{
    const InkPicture picture(part.inner(frame.grown(kMarginMm)), std::span(&frame, 1));
    const LineWriting writing = findWriting(picture, picture.part().toPixels(frame));
    Seen seen;
    seen.hasScratch = writing.hasScratch;
    seen.isWritten = std::ranges::any_of(writing.pieces, [](const Piece& piece) {
        return std::max(piece.box.width, piece.box.height) >= kLeastLengthMm * kInkPixelsPerMm;
    });
    if (seen.isWritten) {
        const LineOfField line(picture, writing, engines, prior);
        seen.isStruck = line.appendTo(reading);
        seen.isTyped = line.isTyped();
        seen.isSeconded = line.isSeconded();
        seen.shown = line.shown();
    }
    return seen;
}

/// Names of which one is likely in such a field; null where none is known.
const NameList* namesFor(form::FieldKind kind, const LineEngines& engines)
{
    return kind == form::FieldKind::country       ? engines.countries
           : kind == form::FieldKind::nationality ? engines.nationalities
                                                  : nullptr;
}

/// What a person is to make of all this.
void explain(FieldReading& reading, const Seen& all, const LineEngines& engines, form::FieldKind kind)
{
    constexpr double kUnclear = 0.9;
    // What was learned of reading says nothing of these, so they count after it.
    if (all.isPrintAlone) {
        reading.confidence = std::min(reading.confidence, kMostOfPrint);
    }
    if (all.isStruck) {
        reading.confidence *= kStruckBelief;
        reading.reasons.emplace_back("iets doorgehaald of overschreven");
    }
    if (all.hasScratch) {
        reading.confidence *= kScratchBelief;
        reading.reasons.emplace_back("losse streep achter de tekst niet meegelezen");
    }
    if (all.isTyped) {
        reading.evidence.push_back({"getypt", all.shown == reading.raw ? "" : all.shown});
    } else if (all.isSeconded) {
        reading.evidence.push_back({"tweede lezer", {}});
    }
    if (!all.isTyped && !all.shown.empty() && !reading.raw.empty() && all.shown != reading.raw) {
        reading.evidence.push_back({namesFor(kind, engines) != nullptr
                                        ? "namenlijst en spelling"
                                        : "spelling en schrijfwijze van het veld",
                                    all.shown});
    }
    for (const reading::CharacterReading& character : reading.characters) {
        if (character.probability < kUnclear) {
            reading.reasons.push_back("\"" + character.text + "\" onduidelijk");
        }
    }
}

} // namespace

std::vector<RectMm> lineFrames(const form::Field& field)
{
    std::vector<RectMm> frames;
    double top = field.box.y;
    for (std::size_t i = 0; i < field.lines.size(); ++i) {
        const bool isLast = i + 1 == field.lines.size();
        const double bottom =
            isLast ? field.box.bottom() : (field.lines[i].bottom() + field.lines[i + 1].y) / 2;
        frames.push_back({field.box.x, top, field.box.width, bottom - top});
        top = bottom;
    }
    return frames;
}

FieldReading readLines(const page::RegisteredPage& page, const form::Field& field, const LineEngines& engines,
                       const reading::Curve& curve)
{
    constexpr double kNoInk = 0.9995;
    const std::vector<RectMm> frames = lineFrames(field);
    const page::PagePart part(page, unite(frames).grown(page::kSnapMarginMm), kInkPixelsPerMm);
    const page::Snap snap = page::snapToFrame(part, frames);
    const LinePrior prior(field.kind, engines.spelling, namesFor(field.kind, engines));
    FieldReading reading;
    reading.fieldId = field.id;
    reading.box = field.box;
    reading.confidence = kNoInk;
    Seen all;
    for (const RectMm& frame : frames) {
        const Seen seen = readLine(part, frame.shifted(snap.shift), engines, prior, reading);
        all.isWritten |= seen.isWritten;
        all.isStruck |= seen.isStruck;
        all.hasScratch |= seen.hasScratch;
        all.isTyped |= seen.isTyped;
        all.isPrintAlone |= seen.isTyped && !seen.isSeconded;
        all.isSeconded |= seen.isSeconded;
        all.shown += (all.shown.empty() || seen.shown.empty() ? "" : "\n") + seen.shown;
    }
    reading.value = reading.raw;
    if (!reading.characters.empty()) {
        reading.state = reading::FieldState::unsure;
        reading.confidence = curve.probability(reading.confidence);
    } else {
        reading.state = all.isWritten ? reading::FieldState::unreadable : reading::FieldState::empty;
        reading.confidence = all.isWritten ? 0.0 : reading.confidence;
    }
    explain(reading, all, engines, field.kind);
    doubtHidden(reading, snap);
    return reading;
}

} // namespace scanstraat::letters
