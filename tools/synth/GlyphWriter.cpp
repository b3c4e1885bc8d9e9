// SPDX-License-Identifier: EUPL-1.2
//
// The stored pictures are 24 pixels high; a capital on paper is some 80 pixels of the sheet. Enlarged
// smoothly and cut at half grey the stroke's edge is smooth again, and its width is set to the pen's.
// Corners finer than a pixel of the stored picture are lost.
#include "GlyphWriter.h"

#include "base/Error.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cctype>
#include <cmath>

namespace scanstraat::synth {

namespace {

/// Fewest different capitals that make somebody the main writer of a form.
constexpr int kLeastCapitals = 4;
constexpr int kManyCapitals = 15;
constexpr int kManyDigits = 8;

/// How many of the best fitting writers one is drawn from.
constexpr std::size_t kDonorChoice = 8;

/// From a source without writer numbers: pictures looked at and kept for each character.
constexpr std::size_t kPoolLook = 60;
constexpr std::size_t kPoolKeep = 4;

/// Pictures looked at before a doubtful one is taken after all.
constexpr int kTries = 6;

bool isCapital(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Widest that a character may be against its height; sources that lost the aspect need it.
double widestAspect(char c)
{
    if (c == '1') {
        return 0.55;
    }
    if (isDigit(c)) {
        return 0.85;
    }
    return c == 'I' ? 0.9 : 1.3;
}

class GlyphWriter : public Writer
{
public:
    GlyphWriter(std::string name, GlyphsByCharacter glyphs, double strokeShare, LabelCheck& check)
        : name_(std::move(name)), glyphs_(std::move(glyphs)), strokeShare_(strokeShare), check_(check)
    {
    }

    [[nodiscard]] std::string name() const override { return name_; }
    [[nodiscard]] double strokeShare() const override { return strokeShare_; }
    [[nodiscard]] std::optional<LetterShape> draw(char character, const LetterStyle& style,
                                                  Random& random) override;

private:
    std::string name_;
    GlyphsByCharacter glyphs_;
    double strokeShare_;
    LabelCheck& check_;
};

/// Enlarges the ink of a glyph to `size` pixels, slanted; the margin of LetterShape around it.
cv::Mat enlarged(const Glyph& glyph, cv::Size2d size, double slant)
{
    const cv::Rect box = inkBox(glyph.picture, 60);
    const double lean = slant * size.height;
    const cv::Size canvas(cvCeil(size.width + std::abs(lean)) + 2 * kShapeMargin,
                          cvCeil(size.height) + 2 * kShapeMargin);
    const double sx = box.width / size.width;
    const double sy = box.height / size.height;
    const double left = kShapeMargin + std::max(0.0, -lean);
    const double bottom = kShapeMargin + size.height;
    // x of the glyph for pixel (x, y): unslant, then scale; pixel centres at whole numbers.
    const cv::Matx23d map(sx, sx * slant, box.x + sx * (0.5 - left - slant * bottom) - 0.5, 0.0, sy,
                          box.y + sy * (0.5 - kShapeMargin) - 0.5);
    cv::Mat result;
    cv::warpAffine(glyph.picture, result, map, canvas, cv::INTER_CUBIC | cv::WARP_INVERSE_MAP,
                   cv::BORDER_CONSTANT, cv::Scalar(0));
    const double blur = 0.45 / std::max(sx, sy);
    cv::GaussianBlur(result, result, cv::Size(0, 0), std::max(0.6, blur));
    return result;
}

LetterShape finished(cv::Mat picture, char character, const LetterStyle& style)
{
    LetterShape shape;
    shape.coverage = withStrokeWidth(picture, style.strokePx);
    const cv::Rect box = inkBox(shape.coverage);
    const cv::Rect with(box.x - kShapeMargin, box.y - kShapeMargin, box.width + 2 * kShapeMargin,
                        box.height + 2 * kShapeMargin);
    cv::copyMakeBorder(shape.coverage, picture, kShapeMargin, kShapeMargin, kShapeMargin, kShapeMargin,
                       cv::BORDER_CONSTANT, cv::Scalar(0));
    shape.coverage = picture(with + cv::Point(kShapeMargin, kShapeMargin)).clone();
    shape.widthPx = box.width;
    const auto place = signPlace(character);
    shape.topPx = place ? place->middle * style.capHeightPx + box.height / 2.0 : box.height;
    return shape;
}

std::optional<LetterShape> GlyphWriter::draw(char character, const LetterStyle& style, Random& random)
{
    const auto found = glyphs_.find(character);
    if (found == glyphs_.end()) {
        return drawPlainSign(character, style, random);
    }
    const Glyph* picked = random.pick(found->second);
    for (int attempt = 0; attempt < kTries && check_.isDoubtful(*picked); ++attempt) {
        picked = random.pick(found->second);
    }
    const Glyph& glyph = *picked;
    const cv::Rect box = inkBox(glyph.picture, 60);
    if (box.empty()) {
        return drawPlainSign(character, style, random);
    }
    const double share = glyph.trueSize ? double(box.height) / kGlyphBox : 1.0;
    const double height = std::max(2.0, style.capHeightPx * share * random.uniform(0.94, 1.05));
    const double natural = double(box.width) / box.height;
    const double aspect = (glyph.trueSize ? natural : std::min(natural, widestAspect(character))) *
                          style.aspect * random.uniform(0.93, 1.06);
    const double slant = style.slant + random.normal(0.0, 0.025);
    return finished(enlarged(glyph, {std::max(2.0, height * aspect), height}, slant), character, style);
}

/// Few pictures of each character that look like one hand: strokes near `strokeShare`.
GlyphsByCharacter coherent(const GlyphsByCharacter& pool, double strokeShare, Random& random)
{
    GlyphsByCharacter result;
    for (const auto& [character, glyphs] : pool) {
        std::vector<const Glyph*> look;
        for (std::size_t i = 0; i < kPoolLook; ++i) {
            look.push_back(random.pick(glyphs));
        }
        std::sort(look.begin(), look.end(), [&](const Glyph* a, const Glyph* b) {
            return std::abs(a->strokeShare - strokeShare) < std::abs(b->strokeShare - strokeShare);
        });
        look.resize(std::min(kPoolKeep, look.size()));
        result[character] = std::move(look);
    }
    return result;
}

/// Adds characters of `from` that `to` lacks and `wanted` takes.
bool complete(GlyphsByCharacter& to, const GlyphsByCharacter& from, bool (*wanted)(char))
{
    bool added = false;
    for (const auto& [character, glyphs] : from) {
        if (wanted(character) && to.find(character) == to.end()) {
            to[character] = glyphs;
            added = true;
        }
    }
    return added;
}

/// Pictures scaled to the box say nothing about the size of a sign: a hyphen as large as an H. Some of
/// true size are half a sign.
bool isUsable(const Glyph& glyph)
{
    return glyph.trueSize ? isPlausibleSign(glyph) : isCapital(glyph.character) || isDigit(glyph.character);
}

bool isSign(char c)
{
    return !isCapital(c) && !isDigit(c);
}

} // namespace

GlyphWriters::GlyphWriters(const std::filesystem::path& root) : sources_(loadGlyphs(root)), check_(sources_)
{
    for (GlyphSource& source : sources_) {
        for (auto& [writer, glyphs] : source.writers) {
            for (auto it = glyphs.begin(); it != glyphs.end();) {
                std::erase_if(it->second, [](const Glyph* glyph) { return !isUsable(*glyph); });
                it = it->second.empty() ? glyphs.erase(it) : std::next(it);
            }
            addHand(source, writer, glyphs);
        }
    }
    const bool letters = std::any_of(hands_.begin(), hands_.end(),
                                     [](const Hand& hand) { return hand.capitals >= kLeastCapitals; });
    if (!letters) {
        throw Error(root.string() + ": no writer with capitals", ExitCode::installation);
    }
}

void GlyphWriters::addHand(const GlyphSource& source, std::int32_t writer, const GlyphsByCharacter& glyphs)
{
    Hand hand;
    hand.source = &source;
    hand.onePerson = source.writersKnown;
    hand.name = source.name + (source.writersKnown ? "/" + std::to_string(writer) : "");
    hand.glyphs = &glyphs;
    std::vector<double> shares;
    for (const auto& [character, list] : glyphs) {
        hand.capitals += isCapital(character) ? 1 : 0;
        hand.digits += isDigit(character) ? 1 : 0;
        hand.signs += isSign(character) ? 1 : 0;
        if (!isSign(character)) {
            shares.push_back(list.front()->strokeShare);
        }
    }
    if (!shares.empty()) {
        std::nth_element(shares.begin(), shares.begin() + std::ssize(shares) / 2, shares.end());
        hand.strokeShare = shares[shares.size() / 2];
    }
    hands_.push_back(hand);
}

const GlyphWriters::Hand& GlyphWriters::pickPrimary(Random& random) const
{
    std::vector<std::vector<const Hand*>> bySource;
    for (const GlyphSource& source : sources_) {
        std::vector<const Hand*> hands;
        for (const Hand& hand : hands_) {
            if (hand.source == &source && hand.capitals >= kLeastCapitals) {
                hands.push_back(&hand);
            }
        }
        if (!hands.empty()) {
            bySource.push_back(std::move(hands));
        }
    }
    return *random.pick(random.pick(bySource));
}

const GlyphWriters::Hand* GlyphWriters::pickDonor(int Hand::*content, int least, double strokeShare,
                                                  Random& random) const
{
    std::vector<std::vector<const Hand*>> bySource;
    for (const GlyphSource& source : sources_) {
        std::vector<const Hand*> hands;
        for (const Hand& hand : hands_) {
            if (hand.source == &source && hand.*content >= least) {
                hands.push_back(&hand);
            }
        }
        if (!hands.empty()) {
            bySource.push_back(std::move(hands));
        }
    }
    if (bySource.empty()) {
        return nullptr;
    }
    std::vector<const Hand*> hands = random.pick(bySource);
    std::sort(hands.begin(), hands.end(), [&](const Hand* a, const Hand* b) {
        return std::abs(a->strokeShare - strokeShare) < std::abs(b->strokeShare - strokeShare);
    });
    hands.resize(std::min(kDonorChoice, hands.size()));
    return random.pick(hands);
}

std::unique_ptr<Writer> GlyphWriters::next(Random& random)
{
    const Hand& primary = pickPrimary(random);
    const double share = primary.strokeShare;
    std::string name = "glyphs:" + primary.name;
    GlyphsByCharacter glyphs = primary.onePerson ? *primary.glyphs : coherent(*primary.glyphs, share, random);
    const auto take = [&](int Hand::*content, int least, bool (*wanted)(char)) {
        const Hand* donor = pickDonor(content, least, share, random);
        if (donor != nullptr &&
            complete(glyphs, donor->onePerson ? *donor->glyphs : coherent(*donor->glyphs, share, random),
                     wanted)) {
            name += "+" + donor->name;
        }
    };
    const auto count = [&](bool (*wanted)(char)) {
        return std::count_if(glyphs.begin(), glyphs.end(),
                             [&](const auto& entry) { return wanted(entry.first); });
    };
    for (int attempt = 0; attempt < 12 && count(isDigit) < 10; ++attempt) {
        take(&Hand::digits, attempt < 8 ? kManyDigits : 1, isDigit);
    }
    for (int attempt = 0; attempt < 12 && count(isCapital) < 26; ++attempt) {
        take(&Hand::capitals, attempt < 8 ? kManyCapitals : 1, isCapital);
    }
    if (count(isSign) == 0) {
        take(&Hand::signs, 8, isSign);
    }
    return std::make_unique<GlyphWriter>(std::move(name), std::move(glyphs), share, check_);
}

} // namespace scanstraat::synth
