// SPDX-License-Identifier: EUPL-1.2
// The comb is cut out as a whole, its frame is erased, and pieces of ink are dealt out to the cells. A
// piece that lies in two cells by more than a third of its ink is two characters that touch: it is cut at
// the border.
#include "letters/CombReader.h"

#include "letters/CharacterChoice.h"
#include "letters/CombSearch.h"
#include "letters/GlyphImage.h"
#include "letters/HiddenPart.h"
#include "letters/InkPicture.h"
#include "page/FrameSnap.h"
#include "rules/Grammar.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <optional>

namespace scanstraat::letters {

namespace {

constexpr double kMarginMm = 1.2;      ///< writing that leaves the comb above and below
constexpr double kSplitShare = 0.34;   ///< of a piece's ink in a second cell: two characters
constexpr double kLeastInkMm2 = 0.45;  ///< a hyphen has 0.6, a short 1 has 1.0
constexpr double kLeastLengthMm = 1.0; ///< of a character's longer side; specks have 0.8
constexpr double kNoInk = 0.9995;      ///< probability that an empty cell is one
constexpr double kUsualCapitalMm = 4.2;
constexpr double kScribbleShare = 0.87; ///< of the ink's box: blackened; a B of a 0.8 mm pen has 0.80
constexpr int kScribbleSide = 20;       ///< pixels; smaller ink may be a sign
constexpr double kClear = 0.9;          ///< of a character that is no doubtful one
constexpr double kMostByRule = 0.9;   ///< confidence of what only a rule makes the likeliest: never accepted
constexpr double kStruckBelief = 0.5; ///< that the rest is what was meant where something is struck out
constexpr std::size_t kAlternatives = 3;

/// The ink of one cell, gathered from pieces.
class CellInk
{
public:
    /// `mask` is non-zero where the ink of `where`, of the same size, belongs to the cell.
    void add(const cv::Mat& mask, const cv::Rect& where)
    {
        const cv::Rect bounds = cv::boundingRect(mask);
        if (bounds.empty()) {
            return;
        }
        box_ = parts_.empty() ? bounds + where.tl() : box_ | (bounds + where.tl());
        area_ += cv::countNonZero(mask);
        parts_.push_back({mask(bounds), bounds + where.tl()});
    }

    [[nodiscard]] const cv::Rect& box() const { return box_; } ///< in pixels of the comb's picture
    [[nodiscard]] int area() const { return area_; }

    /// The cell's part of `ink`, of the size of the box; what belongs to other cells is left out.
    [[nodiscard]] cv::Mat cutFrom(const cv::Mat& ink) const
    {
        cv::Mat own = cv::Mat::zeros(box_.size(), CV_8UC1);
        for (const Part& part : parts_) {
            ink(part.where).copyTo(own(part.where - box_.tl()), part.mask);
        }
        return own;
    }

private:
    struct Part
    {
        cv::Mat mask;
        cv::Rect where;
    };

    std::vector<Part> parts_;
    cv::Rect box_;
    int area_ = 0;
};

class Comb
{
public:
    Comb(const InkPicture& picture, const std::vector<RectMm>& cells) : picture_(picture), inks_(cells.size())
    {
        for (const RectMm& cell : cells) {
            cv::Rect column = picture.part().toPixels(cell);
            column.y = 0;
            column.height = picture.ink().rows;
            columns_.push_back(column);
            widest_ = std::max(widest_, column.width);
        }
        const cv::Rect row = picture.part().toPixels(cells.front());
        for (const Piece& piece : picture.pieces()) {
            // Captions are printed close above combs; writing has its weight inside.
            if (piece.centroid.y > row.y && piece.centroid.y < row.br().y) {
                deal(piece);
            }
        }
    }

    [[nodiscard]] const std::vector<CellInk>& inks() const { return inks_; }

private:
    void deal(const Piece& piece)
    {
        const cv::Rect around = reach(piece.box);
        const cv::Mat mask = picture_.labels()(around) == piece.label;
        std::vector<std::pair<double, std::size_t>> shares;
        for (std::size_t cell = 0; cell < columns_.size(); ++cell) {
            const cv::Rect part = columns_[cell] & around;
            if (!part.empty()) {
                const int pixels = cv::countNonZero(mask(part - around.tl()));
                shares.emplace_back(static_cast<double>(pixels) / piece.area, cell);
            }
        }
        if (shares.empty()) {
            return;
        }
        std::ranges::stable_sort(shares, std::greater<>(), &std::pair<double, std::size_t>::first);
        cv::Mat withRim; // the half-dark rim of the strokes
        cv::dilate(mask, withRim, cv::getStructuringElement(cv::MORPH_RECT, {3, 3}));
        const bool isTwo = shares.size() > 1 && shares[1].first > kSplitShare && piece.box.width > widest_;
        if (!isTwo) {
            inks_[shares[0].second].add(withRim, around);
            return;
        }
        for (const auto& [share, cell] : shares) {
            const cv::Rect part = columns_[cell] & around;
            inks_[cell].add(withRim(part - around.tl()), part);
        }
    }

    [[nodiscard]] cv::Rect reach(const cv::Rect& box) const
    {
        return cv::Rect(box.x - 1, box.y - 1, box.width + 2, box.height + 2) &
               cv::Rect({0, 0}, picture_.ink().size());
    }

    const InkPicture& picture_;
    std::vector<cv::Rect> columns_;
    int widest_ = 0;
    std::vector<CellInk> inks_;
};

double capitalHeight(const std::vector<CellInk>& inks)
{
    std::vector<double> heights{kUsualCapitalMm * kInkPixelsPerMm};
    for (const CellInk& ink : inks) {
        if (ink.box().height > 0.5 * kUsualCapitalMm * kInkPixelsPerMm) {
            heights.push_back(ink.box().height);
        }
    }
    std::ranges::sort(heights);
    return heights[heights.size() / 2];
}

bool hasWriting(const CellInk& ink)
{
    return ink.area() >= kLeastInkMm2 * kInkPixelsPerMm * kInkPixelsPerMm &&
           std::max(ink.box().width, ink.box().height) >= kLeastLengthMm * kInkPixelsPerMm;
}

std::string trimmed(const std::string& text)
{
    const std::size_t last = text.find_last_not_of(' ');
    return last == std::string::npos ? "" : text.substr(0, last + 1);
}

bool isScribbled(const CellInk& ink)
{
    return ink.area() > kScribbleShare * ink.box().area() && ink.box().width > kScribbleSide &&
           ink.box().height > kScribbleSide;
}

/// What the cells hold, each for itself; an empty choice where nothing is written.
class Cells
{
public:
    Cells(const InkPicture& picture, const std::vector<CellInk>& inks, const form::Field& field,
          const CombEngines& engines)
    {
        const double height = capitalHeight(inks);
        for (std::size_t i = 0; i < inks.size(); ++i) {
            choices_.emplace_back();
            if (hasWriting(inks[i])) {
                isWritten_ = true;
                choices_.back() = choiceOf(glyphImage(inks[i].cutFrom(picture.ink()), height),
                                           form::cellAlphabet(field.kind, i), engines);
                if (isScribbled(inks[i])) {
                    choices_.back()->struckOut = 1.0;
                }
            }
        }
    }

    [[nodiscard]] bool isWritten() const { return isWritten_; }
    [[nodiscard]] std::size_t size() const { return choices_.size(); }

    /// None where nothing is written.
    [[nodiscard]] const std::optional<CharacterChoice>& choice(std::size_t cell) const
    {
        return choices_[cell];
    }

    [[nodiscard]] bool isStruck(std::size_t cell) const
    {
        return choices_[cell] && choices_[cell]->struckOut > kStruck;
    }

    [[nodiscard]] bool isStruck() const
    {
        return std::ranges::any_of(choices_,
                                   [](const auto& choice) { return choice && choice->struckOut > kStruck; });
    }

    /// Whether a character can be read there.
    [[nodiscard]] bool isReadable(std::size_t cell) const
    {
        return choices_[cell] && !choices_[cell]->candidates.empty() && !isStruck(cell);
    }

    [[nodiscard]] std::vector<Candidates> candidates() const
    {
        std::vector<Candidates> all;
        for (std::size_t i = 0; i < size(); ++i) {
            all.push_back(isReadable(i) ? choices_[i]->candidates : Candidates{{' ', 1.0}});
        }
        return all;
    }

private:
    static constexpr double kStruck = 0.5;

    static CharacterChoice choiceOf(const cv::Mat& glyph, const std::string& allowed,
                                    const CombEngines& engines)
    {
        const bool isDigit = allowed.find_first_not_of(engines.digits.alphabet()) == std::string::npos;
        CharacterClassifier& classifier = isDigit ? engines.digits : engines.characters;
        return choose(classifier.classify(std::span(&glyph, 1)).front(), classifier.alphabet(), allowed);
    }

    std::vector<std::optional<CharacterChoice>> choices_;
    bool isWritten_ = false;
};

/// Probability of `character` by the picture alone, among those that may stand in the cell.
double probabilityOf(const CharacterChoice& choice, char character)
{
    const auto found = std::ranges::find(choice.candidates, character, &Candidate::character);
    return found == choice.candidates.end() ? 0.0 : found->probability;
}

reading::CharacterReading readingOf(const Cells& cells, std::size_t cell, char character)
{
    reading::CharacterReading reading;
    reading.probability = kNoInk;
    if (!cells.choice(cell)) {
        return reading;
    }
    const CharacterChoice& choice = *cells.choice(cell);
    if (cells.isReadable(cell)) {
        reading.text = character;
    }
    reading.probability = cells.isReadable(cell) ? probabilityOf(choice, character) * choice.belief : 0.0;
    for (const Candidate& candidate : choice.candidates) {
        if ((!cells.isReadable(cell) || candidate.character != character) &&
            reading.alternatives.size() < kAlternatives) {
            reading.alternatives.push_back(
                {std::string(1, candidate.character), candidate.probability * choice.belief});
        }
    }
    return reading;
}

/// Probability of the comb's text. A rule counts where every character is clear by itself: one in eleven
/// numbers passes the elfproef whatever was misread.
double believed(const Cells& cells, const CombText& found)
{
    double belief = 1.0;
    double ofText = 1.0;
    bool isClear = true;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (!cells.choice(i)) {
            belief *= kNoInk;
        } else if (cells.isReadable(i)) {
            const CharacterChoice& choice = *cells.choice(i);
            belief *= choice.belief;
            ofText *= probabilityOf(choice, found.text[i]);
            isClear &= choice.candidates.front().probability * choice.belief >= kClear;
        }
    }
    const bool counts = found.text == found.seen && (isClear || found.probability < ofText);
    return belief * (counts ? found.probability : ofText);
}

void describeDoubt(reading::FieldReading& reading)
{
    constexpr double kDoubtful = 0.97;
    for (std::size_t i = 0; i < reading.characters.size(); ++i) {
        const reading::CharacterReading& character = reading.characters[i];
        if (character.text.empty() || character.probability >= kDoubtful) {
            continue;
        }
        std::string reason = std::to_string(i + 1) + "e teken onduidelijk: " + character.text;
        if (!character.alternatives.empty()) {
            reason += " of " + character.alternatives.front().value;
        }
        reading.reasons.push_back(reason);
    }
}

/// What is doubted whatever was learned of reading.
void doubtText(reading::FieldReading& reading, const Cells& cells, const CombText& found,
               const rules::Grammar* grammar)
{
    if (found.text != found.seen) {
        reading.confidence = std::min(reading.confidence, kMostByRule);
        reading.evidence.push_back({grammar->name(), trimmed(found.seen)});
        reading.reasons.push_back("volgens " + grammar->name() +
                                  " anders gelezen dan geschreven lijkt: " + trimmed(found.seen));
    } else if (grammar != nullptr && found.probability > found.probabilityOfSeen) {
        reading.evidence.push_back({grammar->name(), {}});
    }
    if (cells.isStruck()) {
        reading.confidence *= kStruckBelief;
        reading.reasons.emplace_back("iets doorgehaald of overschreven");
    }
}

/// The comb's cells where they were printed, and the ink in them.
struct CombInk
{
    page::Snap snap;
    std::vector<RectMm> cells;
    InkPicture picture;
    std::vector<CellInk> inks;
};

CombInk findInk(const page::RegisteredPage& page, const form::Field& field)
{
    const RectMm around = unite(field.cells);
    const page::PagePart part(page, around.grown(page::kSnapReachMm + kMarginMm), kInkPixelsPerMm);
    const page::Snap snap = page::snapToFrame(part, field.cells);
    std::vector<RectMm> cells;
    for (const RectMm& cell : field.cells) {
        cells.push_back(cell.shifted(snap.shift));
    }
    InkPicture picture(part.inner(around.shifted(snap.shift).grown(kMarginMm)), cells);
    std::vector<CellInk> inks = Comb(picture, cells).inks();
    return {snap, std::move(cells), std::move(picture), std::move(inks)};
}

} // namespace

reading::FieldReading readComb(const page::RegisteredPage& page, const form::Field& field,
                               const CombEngines& engines, const reading::Curve& curve)
{
    const CombInk ink = findInk(page, field);
    const Cells cells(ink.picture, ink.inks, field, engines);
    const auto grammar = rules::grammarOf(field);
    const CombText found = searchComb(cells.candidates(), grammar.get());
    reading::FieldReading reading;
    reading.fieldId = field.id;
    reading.box = field.box;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        reading.characters.push_back(readingOf(cells, i, found.text[i]));
        reading.characters.back().box = ink.cells[i];
    }
    reading.raw = trimmed(found.text);
    reading.value = reading.raw;
    reading.confidence = believed(cells, found);
    if (reading.raw.empty()) {
        reading.state = cells.isWritten() ? reading::FieldState::unreadable : reading::FieldState::empty;
        reading.confidence = cells.isWritten() ? 0.0 : reading.confidence;
    } else {
        reading.state = reading::FieldState::unsure;
        reading.confidence = curve.probability(reading.confidence);
    }
    doubtText(reading, cells, found, grammar.get());
    describeDoubt(reading);
    doubtHidden(reading, ink.snap);
    return reading;
}

} // namespace scanstraat::letters
