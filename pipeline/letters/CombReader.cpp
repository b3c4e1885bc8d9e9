// SPDX-License-Identifier: EUPL-1.2
// The comb is cut out as a whole, its frame is erased, and pieces of ink are dealt out to the cells. A
// piece that lies in two cells by more than a third of its ink is two characters that touch: it is cut at
// the border.
#include "letters/CombReader.h"

#include "letters/CharacterChoice.h"
#include "letters/GlyphImage.h"
#include "letters/HiddenPart.h"
#include "letters/InkPicture.h"
#include "page/FrameSnap.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace scanstraat::letters {

namespace {

constexpr double kMarginMm = 1.2;      ///< writing that leaves the comb above and below
constexpr double kSplitShare = 0.34;   ///< of a piece's ink in a second cell: two characters
constexpr double kLeastInkMm2 = 0.45;  ///< a hyphen has 0.6, a short 1 has 1.0
constexpr double kLeastLengthMm = 1.0; ///< of a character's longer side; specks have 0.8
constexpr double kNoInk = 0.9995;      ///< probability that an empty cell is one
constexpr double kUsualCapitalMm = 4.2;
constexpr double kScribbleShare = 0.87; ///< of the ink's box: blackened; a B of a 0.8 mm pen has 0.80

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

reading::CharacterReading readGlyph(const std::vector<float>& probabilities, const CellInk& ink,
                                    const std::string& alphabet, const std::string& allowed)
{
    const CharacterChoice choice = choose(probabilities, alphabet, allowed);
    reading::CharacterReading reading;
    reading.text = choice.best;
    reading.probability = choice.probability;
    reading.alternatives = choice.alternatives;
    const bool scribbled =
        ink.area() > kScribbleShare * ink.box().area() && ink.box().width > 20 && ink.box().height > 20;
    if (scribbled) {
        reading.probability = std::min(reading.probability, 0.3);
    }
    return reading;
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

} // namespace

reading::FieldReading readComb(const page::RegisteredPage& page, const form::Field& field,
                               CharacterClassifier& classifier, const reading::Curve& curve)
{
    const RectMm around = unite(field.cells);
    const page::PagePart part(page, around.grown(page::kSnapReachMm + kMarginMm), kInkPixelsPerMm);
    const page::Snap snap = page::snapToFrame(part, field.cells);
    std::vector<RectMm> cells;
    for (const RectMm& cell : field.cells) {
        cells.push_back(cell.shifted(snap.shift));
    }
    const InkPicture picture(part.inner(around.shifted(snap.shift).grown(kMarginMm)), cells);
    const Comb comb(picture, cells);
    const double height = capitalHeight(comb.inks());
    std::vector<cv::Mat> glyphs;
    for (const CellInk& ink : comb.inks()) {
        if (hasWriting(ink)) {
            glyphs.push_back(glyphImage(ink.cutFrom(picture.ink()), height));
        }
    }
    const auto probabilities = classifier.classify(glyphs);
    reading::FieldReading reading;
    reading.fieldId = field.id;
    reading.box = field.box;
    reading.confidence = 1.0;
    std::size_t next = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        reading::CharacterReading character;
        character.probability = kNoInk;
        if (hasWriting(comb.inks()[i])) {
            character = readGlyph(probabilities[next++], comb.inks()[i], classifier.alphabet(),
                                  form::cellAlphabet(field.kind, i));
        }
        character.box = cells[i];
        reading.confidence *= character.probability;
        reading.raw += character.text.empty() ? " " : character.text;
        reading.characters.push_back(std::move(character));
    }
    reading.raw.erase(reading.raw.find_last_not_of(' ') + 1);
    reading.value = reading.raw;
    reading.state = next == 0 ? reading::FieldState::empty : reading::FieldState::unsure;
    if (reading.state != reading::FieldState::empty) {
        reading.confidence = curve.probability(reading.confidence);
    }
    describeDoubt(reading);
    doubtHidden(reading, snap);
    return reading;
}

} // namespace scanstraat::letters
