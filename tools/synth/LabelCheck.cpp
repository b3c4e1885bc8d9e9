// SPDX-License-Identifier: EUPL-1.2
#include "LabelCheck.h"

#include "LetterShape.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <map>

namespace scanstraat::synth {

namespace {

constexpr std::size_t kReferencesPerCharacter = 120;
constexpr std::size_t kNeighbours = 6;
constexpr int kFeatureSide = 12;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Blurred ink of unit length, in a coarse grid.
cv::Mat featuresOf(const Glyph& glyph)
{
    cv::Mat small;
    cv::GaussianBlur(glyph.picture, small, cv::Size(5, 5), 1.2);
    cv::resize(small, small, cv::Size(kFeatureSide, kFeatureSide), 0, 0, cv::INTER_AREA);
    small.convertTo(small, CV_32F);
    const double length = cv::norm(small);
    return small / std::max(1.0, length);
}

} // namespace

LabelCheck::LabelCheck(const std::vector<GlyphSource>& sources)
{
    std::map<char, std::vector<const Glyph*>> byCharacter;
    for (const GlyphSource& source : sources) {
        for (const Glyph& glyph : source.glyphs) {
            if (!glyph.trueSize) {
                byCharacter[glyph.character].push_back(&glyph);
            }
        }
    }
    for (const auto& [character, glyphs] : byCharacter) {
        const std::size_t step = std::max<std::size_t>(1, glyphs.size() / kReferencesPerCharacter);
        for (std::size_t i = 0; i < glyphs.size(); i += step) {
            (isDigit(character) ? digits_ : capitals_).push_back({glyphs[i], featuresOf(*glyphs[i])});
        }
    }
}

bool LabelCheck::compare(const Glyph& glyph) const
{
    const cv::Mat features = featuresOf(glyph);
    std::vector<std::pair<double, char>> near;
    for (const Reference& reference : isDigit(glyph.character) ? digits_ : capitals_) {
        if (reference.glyph != &glyph) {
            near.emplace_back(-features.dot(reference.features), reference.glyph->character);
        }
    }
    if (near.size() < 2 * kNeighbours) {
        return false;
    }
    const auto end = near.begin() + kNeighbours;
    std::partial_sort(near.begin(), end, near.end());
    const char other = near.front().second;
    return other != glyph.character &&
           std::all_of(near.begin(), end, [&](const auto& entry) { return entry.second == other; });
}

bool LabelCheck::isDoubtful(const Glyph& glyph)
{
    const auto found = known_.find(&glyph);
    if (found != known_.end()) {
        return found->second;
    }
    const bool doubtful = !glyph.trueSize && compare(glyph);
    known_[&glyph] = doubtful;
    return doubtful;
}

bool isPlausibleSign(const Glyph& glyph)
{
    const cv::Rect box = inkBox(glyph.picture, 60);
    const double width = double(box.width) / kGlyphBox;
    const double height = double(box.height) / kGlyphBox;
    switch (glyph.character) {
    case '.':
        return width < 0.3 && height < 0.3;
    case ',':
    case '\'':
        return width < 0.4 && height > 0.1 && height < 0.55;
    case '-':
        return width > 0.2 && width < 0.75 && height < 0.3;
    case '_':
        return width > 0.4 && height < 0.3;
    case ':':
        return width < 0.35 && height > 0.3;
    case '+':
        return width > 0.3 && height > 0.3 && width / height > 0.6 && width / height < 1.7;
    case '/':
        return height > 0.6 && width > 0.12 && width < 0.9;
    case '(':
    case ')':
        return height > 0.6 && width < 0.6;
    case '@':
    case '&':
        return height > 0.6 && width > 0.5;
    default:
        return false;
    }
}

} // namespace scanstraat::synth
