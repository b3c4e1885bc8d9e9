// SPDX-License-Identifier: EUPL-1.2
// The line is cut into atoms; every atom, and every run of two or three atoms that stand close, is a
// hypothesis for one character. The network scores them all, and the sequence with the
// highest mean log probability (weighted by atoms, so that fewer, longer characters gain nothing) wins.
#include "letters/LineReader.h"

#include "letters/Accent.h"
#include "letters/CharacterChoice.h"
#include "letters/GlyphImage.h"
#include "letters/HiddenPart.h"
#include "letters/LineSegmenter.h"
#include "letters/WordContext.h"
#include "page/FrameSnap.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cctype>
#include <cmath>

namespace scanstraat::letters {

namespace {

constexpr double kMarginMm = 0.8;
constexpr double kLeastLengthMm = 1.5; ///< of the longest character of a line: less is dust
constexpr double kJoinGap = 0.08;      ///< capital heights between atoms of one letter
constexpr double kBrokenLetter = 0.3;  ///< prior that pieces side by side are one letter
constexpr double kTouching = 0.3;      ///< prior that a slice of a wide piece is a letter of its own
constexpr double kSign = 0.05;         ///< prior of a full stop, comma or apostrophe against a letter
constexpr double kWidestLetter = 1.7;  ///< capital heights
constexpr std::size_t kMostAtoms = 3;  ///< in one letter
constexpr double kDustBelief = 0.5;    ///< that a full stop inside a word is dust
constexpr double kScratchBelief = 0.7; ///< that a lone stroke far behind the text is none of it
constexpr double kAccentBelief = 0.55; ///< of an accent told by its shape
constexpr double kLeast = 1e-4;        ///< probability floor in the search

/// One character as the search sees it: atoms first .. first + count - 1.
struct Hypothesis
{
    std::size_t first = 0;
    std::size_t count = 1;
    cv::Rect box;
    std::vector<Piece> accent;
    cv::Mat glyph;
    WordCharacter character;
    CharacterChoice choice; ///< without its neighbours
    double prior = 1.0;     ///< of pieces and slices going together like this, and of a sign
};

/// Ink of some atoms alone; pieces of others inside the box are cleared.
cv::Mat inkOf(const InkPicture& picture, std::span<const Atom> atoms, const cv::Rect& box,
              const std::vector<Piece>& without)
{
    cv::Mat mask = cv::Mat::zeros(box.size(), CV_8UC1);
    for (const Atom& atom : atoms) {
        const cv::Rect part = atom.box & box;
        if (part.empty()) {
            continue;
        }
        const cv::Mat labels = picture.labels()(part);
        cv::Mat own = mask(part - box.tl());
        if (atom.pieces.empty()) {
            own |= labels == atom.label;
        }
        for (const Piece& piece : atom.pieces) {
            own |= labels == piece.label;
        }
        for (const Piece& piece : without) {
            own.setTo(0, labels == piece.label);
        }
    }
    cv::dilate(mask, mask, cv::getStructuringElement(cv::MORPH_RECT, {3, 3}));
    cv::Mat ink = cv::Mat::zeros(box.size(), CV_8UC1);
    picture.ink()(box).copyTo(ink, mask);
    return ink;
}

Hypothesis makeHypothesis(const InkPicture& picture, const Segments& segments, std::size_t first,
                          std::size_t count)
{
    const std::span<const Atom> atoms(segments.atoms.data() + first, count);
    Hypothesis hypothesis;
    hypothesis.first = first;
    hypothesis.count = count;
    hypothesis.box = atoms.front().box;
    std::vector<Piece> pieces;
    for (const Atom& atom : atoms) {
        hypothesis.box |= atom.box;
        pieces.insert(pieces.end(), atom.pieces.begin(), atom.pieces.end());
    }
    cv::Rect box = hypothesis.box;
    if (pieces.size() > 1) {
        const AccentSplit split = splitAccent(pieces);
        if (!split.accent.empty() && !split.letter.empty()) {
            box = pieces[split.letter.front()].box;
            for (const std::size_t i : split.letter) {
                box |= pieces[i].box;
            }
            for (const std::size_t i : split.accent) {
                hypothesis.accent.push_back(pieces[i]);
            }
        }
    }
    const bool isSlices = atoms.front().pieces.empty() && std::ranges::all_of(atoms, [&](const Atom& atom) {
                              return atom.label == atoms.front().label;
                          });
    hypothesis.prior =
        isSlices ? (count == 1 ? kTouching : 1.0) : std::pow(kBrokenLetter, static_cast<double>(count) - 1.0);
    const cv::Mat ink = inkOf(picture, atoms, box, hypothesis.accent);
    hypothesis.glyph = glyphImage(ink, segments.capitalHeight);
    return hypothesis;
}

std::vector<Hypothesis> makeHypotheses(const InkPicture& picture, const Segments& segments)
{
    std::vector<Hypothesis> all;
    for (std::size_t first = 0; first < segments.atoms.size(); ++first) {
        cv::Rect box = segments.atoms[first].box;
        all.push_back(makeHypothesis(picture, segments, first, 1));
        for (std::size_t count = 2; count <= kMostAtoms && first + count <= segments.atoms.size(); ++count) {
            const cv::Rect& next = segments.atoms[first + count - 1].box;
            const bool near = next.x - box.br().x <= kJoinGap * segments.capitalHeight;
            box |= next;
            if (!near || box.width > kWidestLetter * segments.capitalHeight) {
                break;
            }
            all.push_back(makeHypothesis(picture, segments, first, count));
        }
    }
    return all;
}

/// True where the character may be that high and stand there: an apostrophe above, a comma on the
/// baseline, a hyphen between, everything else at least a third of a capital high.
bool fitsPlace(char character, const cv::Rect& box, const Segments& segments)
{
    const double centre = (segments.baseline - (box.y + box.height / 2.0)) / segments.capitalHeight;
    const double height = box.height / segments.capitalHeight;
    switch (character) {
    case '.':
    case ',':
        return centre < 0.35 && height < 0.6;
    case '\'':
        return centre > 0.5 && height < 0.6;
    case '-':
        return centre > 0.2 && centre < 0.8 && height < 0.4;
    default:
        return height >= 0.35;
    }
}

void chooseAlone(Hypothesis& hypothesis, const Segments& segments, std::span<const float> probabilities,
                 const CharacterClassifier& classifier, const std::string& allowed)
{
    hypothesis.character.probabilities = probabilities;
    std::ranges::copy_if(allowed, std::back_inserter(hypothesis.character.allowed),
                         [&](char character) { return fitsPlace(character, hypothesis.box, segments); });
    if (hypothesis.character.allowed.empty()) {
        hypothesis.character.allowed = allowed;
    }
    hypothesis.choice = choose(probabilities, classifier.alphabet(), hypothesis.character.allowed);
    const std::string& text = hypothesis.choice.best;
    if ((text == "." || text == "," || text == "'" || text == "/") &&
        allowed.find('@') == std::string::npos) {
        hypothesis.prior *= kSign;
    }
}

/// Best sequence of hypotheses that covers all atoms.
std::vector<const Hypothesis*> search(const std::vector<Hypothesis>& hypotheses, std::size_t atoms)
{
    std::vector<double> score(atoms + 1, -1e18);
    std::vector<const Hypothesis*> last(atoms + 1, nullptr);
    score[0] = 0.0;
    for (const Hypothesis& hypothesis : hypotheses) { // sorted by their first atom
        const std::size_t end = hypothesis.first + hypothesis.count;
        const auto count = static_cast<double>(hypothesis.count);
        const double gain =
            count * std::log(std::max(kLeast, hypothesis.choice.probability)) + std::log(hypothesis.prior);
        if (score[hypothesis.first] + gain > score[end]) {
            score[end] = score[hypothesis.first] + gain;
            last[end] = &hypothesis;
        }
    }
    std::vector<const Hypothesis*> path;
    for (std::size_t at = atoms; at > 0; at = last[at]->first) {
        path.push_back(last[at]);
    }
    std::ranges::reverse(path);
    return path;
}

/// Gap from which two characters belong to different words, in pixels.
double wordGap(const std::vector<const Hypothesis*>& path, double capitalHeight)
{
    std::vector<double> gaps;
    for (std::size_t i = 1; i < path.size(); ++i) {
        gaps.push_back(path[i]->box.x - path[i - 1]->box.br().x);
    }
    if (gaps.empty()) {
        return capitalHeight;
    }
    std::ranges::sort(gaps);
    const double usual = gaps[gaps.size() / 2];
    return std::clamp(1.6 * usual + 0.18 * capitalHeight, 0.38 * capitalHeight, 1.1 * capitalHeight);
}

/// Probability that a gap was taken rightly for a word's end, or for none.
double gapBelief(double gap, double limit, double capitalHeight)
{
    const double distance = std::abs(gap - limit) / (0.07 * capitalHeight);
    return 1.0 / (1.0 + std::exp(-distance - 1.0));
}

bool isSign(const std::string& text)
{
    return !text.empty() && std::isalnum(static_cast<unsigned char>(text.front())) == 0;
}

/// Of a sign: whether spelling should decide between it and a letter (a slanting I and a slash).
bool mayBeLetter(const CharacterChoice& sign)
{
    constexpr double kMay = 0.02;
    return std::ranges::any_of(sign.alternatives, [](const reading::Alternative& alternative) {
        return alternative.probability >= kMay && std::isalpha(alternative.value.front()) != 0;
    });
}

class LineText
{
public:
    LineText(reading::FieldReading& field, const InkPicture& picture, const std::string& alphabet,
             const WordContext& context)
        : field_(field), picture_(picture), alphabet_(alphabet), context_(context)
    {
    }

    void append(const std::vector<const Hypothesis*>& path, double capitalHeight)
    {
        const double limit = wordGap(path, capitalHeight);
        for (std::size_t i = 0; i < path.size(); ++i) {
            if (i > 0) {
                const double gap = path[i]->box.x - path[i - 1]->box.br().x;
                field_.confidence *= gapBelief(gap, limit, capitalHeight);
                if (gap > limit) {
                    endWord();
                    field_.raw += ' ';
                }
            }
            const std::string& text = path[i]->choice.best;
            if (isDust(path, i, limit)) {
                field_.confidence *= kDustBelief;
                continue;
            }
            word_.push_back(path[i]);
            if (isSign(text) && (context_.spellingWeight <= 0.0 || !mayBeLetter(path[i]->choice))) {
                endWord(); // each side of a sign may be letters or digits
            }
        }
        endWord();
    }

private:
    /// A full stop in the middle of a word, where no abbreviation has one ("C.HARKOV", but not "B.V.").
    [[nodiscard]] bool isDust(const std::vector<const Hypothesis*>& path, std::size_t i, double limit) const
    {
        const bool goesOn = i + 1 < path.size() && path[i + 1]->box.x - path[i]->box.br().x <= limit;
        return goesOn && !word_.empty() && path[i]->choice.best == "." && context_.mixedPrior < kMixedOften &&
               path[i + 1]->choice.best != "." && (i + 2 >= path.size() || path[i + 2]->choice.best != ".");
    }

    void endWord()
    {
        std::vector<WordCharacter> characters;
        for (const Hypothesis* hypothesis : word_) {
            characters.push_back(hypothesis->character);
        }
        const WordChoice choice = chooseWord(characters, alphabet_, context_);
        field_.confidence *= choice.belief;
        for (std::size_t i = 0; i < word_.size(); ++i) {
            append(*word_[i], choice.characters[i]);
        }
        word_.clear();
    }

    void append(const Hypothesis& hypothesis, const CharacterChoice& choice)
    {
        reading::CharacterReading character;
        character.text = choice.best.empty() ? "?" : choice.best;
        character.probability = choice.probability;
        character.alternatives = choice.alternatives;
        if (const auto accented =
                accentedLetter(character.text.front(), hypothesis.accent, picture_.labels())) {
            character.alternatives.insert(character.alternatives.begin(),
                                          {character.text, (1 - kAccentBelief) * character.probability});
            character.text = *accented;
            character.probability *= kAccentBelief;
        }
        const cv::Rect& box = hypothesis.box;
        const RectMm& area = picture_.part().area();
        character.box = {area.x + box.x / kInkPixelsPerMm, area.y + box.y / kInkPixelsPerMm,
                         box.width / kInkPixelsPerMm, box.height / kInkPixelsPerMm};
        field_.raw += character.text;
        field_.confidence *= character.probability;
        field_.characters.push_back(std::move(character));
    }

    reading::FieldReading& field_;
    const InkPicture& picture_;
    const std::string& alphabet_;
    WordContext context_;
    std::vector<const Hypothesis*> word_;
};

/// The printed frame around each line: the field's box, divided half way between stacked lines.
std::vector<RectMm> framesOf(const form::Field& field)
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

void readLine(const page::PagePart& part, const form::Field& field, const RectMm& frame,
              const LineEngines& engines, reading::FieldReading& reading)
{
    const InkPicture picture(part.inner(frame.grown(kMarginMm)), std::span(&frame, 1));
    Segments segments = segmentLine(picture, picture.part().toPixels(frame));
    if (dropStrays(segments, picture.part().toPixels(frame))) {
        reading.confidence *= kScratchBelief;
        reading.reasons.emplace_back("losse streep achter de tekst niet meegelezen");
    }
    const bool isWritten = std::ranges::any_of(segments.atoms, [](const Atom& atom) {
        return std::max(atom.box.width, atom.box.height) >= kLeastLengthMm * kInkPixelsPerMm;
    });
    if (!isWritten) {
        return;
    }
    std::vector<Hypothesis> hypotheses = makeHypotheses(picture, segments);
    std::vector<cv::Mat> glyphs;
    for (const Hypothesis& hypothesis : hypotheses) {
        glyphs.push_back(hypothesis.glyph);
    }
    const auto probabilities = engines.classifier.classify(glyphs);
    const std::string allowed = form::lineAlphabet(field.kind);
    for (std::size_t i = 0; i < hypotheses.size(); ++i) {
        chooseAlone(hypotheses[i], segments, probabilities[i], engines.classifier, allowed);
    }
    if (!reading.raw.empty()) {
        reading.raw += '\n';
    }
    LineText(reading, picture, engines.classifier.alphabet(), wordContext(field.kind, engines.spelling))
        .append(search(hypotheses, segments.atoms.size()), segments.capitalHeight);
}

} // namespace

reading::FieldReading readLines(const page::RegisteredPage& page, const form::Field& field,
                                const LineEngines& engines)
{
    constexpr double kNoInk = 0.9995;
    constexpr double kDoubtful = 0.9;
    const std::vector<RectMm> frames = framesOf(field);
    const page::PagePart part(page, unite(frames).grown(page::kSnapMarginMm), kInkPixelsPerMm);
    const page::Snap snap = page::snapToFrame(part, frames);
    reading::FieldReading reading;
    reading.fieldId = field.id;
    reading.box = field.box;
    reading.confidence = kNoInk;
    for (const RectMm& frame : frames) {
        readLine(part, field, frame.shifted(snap.shift), engines, reading);
    }
    reading.value = reading.raw;
    reading.state = reading.characters.empty() ? reading::FieldState::empty : reading::FieldState::unsure;
    for (const reading::CharacterReading& character : reading.characters) {
        if (character.probability < kDoubtful) {
            reading.reasons.push_back("\"" + character.text + "\" onduidelijk");
        }
    }
    doubtHidden(reading, snap);
    return reading;
}

} // namespace scanstraat::letters
