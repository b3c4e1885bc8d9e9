// SPDX-License-Identifier: EUPL-1.2
// Two pieces side by side are a diaeresis; one piece is an acute or grave accent by the side it leans to,
// a circumflex or caron by where its point is, else a tilde. Shapes this small are told wrong often, so
// readers give accented letters a probability that sends them to review.
#include "letters/Accent.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <map>

namespace scanstraat::letters {

namespace {

enum class Mark { acute, grave, diaeresis, circumflex, caron, tilde };

Mark markOf(const std::vector<Piece>& accent, const cv::Mat& labels)
{
    if (accent.size() > 1) {
        return Mark::diaeresis;
    }
    const Piece& piece = accent.front();
    const cv::Mat mask = labels(piece.box) == piece.label;
    const cv::Moments moments = cv::moments(mask, true);
    const double slope = moments.mu11 / std::max(1.0, moments.mu20);
    if (std::abs(slope) > 0.3) {
        return slope < 0 ? Mark::acute : Mark::grave; // y runs down: a rising stroke has a negative slope
    }
    const double middle = moments.m01 / moments.m00 / piece.box.height;
    const int third = piece.box.width / 3; // 0 in a mark of one or two columns
    const cv::Mat centre = mask.colRange(third, std::max(third + 1, piece.box.width - third));
    const cv::Moments central = cv::moments(centre, true);
    const double centreHeight = central.m00 > 0 ? central.m01 / central.m00 / piece.box.height : middle;
    if (piece.box.height * 2 > piece.box.width && std::abs(centreHeight - middle) > 0.08) {
        return centreHeight < middle ? Mark::circumflex : Mark::caron;
    }
    return Mark::tilde;
}

const std::map<std::pair<char, Mark>, const char*>& compositions()
{
    static const std::map<std::pair<char, Mark>, const char*> table{
        {{'A', Mark::acute}, "Á"},      {{'A', Mark::grave}, "À"},      {{'A', Mark::diaeresis}, "Ä"},
        {{'A', Mark::circumflex}, "Â"}, {{'A', Mark::tilde}, "Ã"},      {{'C', Mark::acute}, "Ć"},
        {{'C', Mark::caron}, "Č"},      {{'E', Mark::acute}, "É"},      {{'E', Mark::grave}, "È"},
        {{'E', Mark::diaeresis}, "Ë"},  {{'E', Mark::circumflex}, "Ê"}, {{'E', Mark::caron}, "Ě"},
        {{'I', Mark::acute}, "Í"},      {{'I', Mark::diaeresis}, "Ï"},  {{'I', Mark::circumflex}, "Î"},
        {{'N', Mark::acute}, "Ń"},      {{'N', Mark::tilde}, "Ñ"},      {{'O', Mark::acute}, "Ó"},
        {{'O', Mark::grave}, "Ò"},      {{'O', Mark::diaeresis}, "Ö"},  {{'O', Mark::circumflex}, "Ô"},
        {{'O', Mark::tilde}, "Õ"},      {{'R', Mark::caron}, "Ř"},      {{'S', Mark::acute}, "Ś"},
        {{'S', Mark::caron}, "Š"},      {{'U', Mark::acute}, "Ú"},      {{'U', Mark::grave}, "Ù"},
        {{'U', Mark::diaeresis}, "Ü"},  {{'U', Mark::circumflex}, "Û"}, {{'Y', Mark::acute}, "Ý"},
        {{'Y', Mark::diaeresis}, "Ÿ"},  {{'Z', Mark::acute}, "Ź"},      {{'Z', Mark::caron}, "Ž"}};
    return table;
}

} // namespace

AccentSplit splitAccent(const std::vector<Piece>& pieces)
{
    AccentSplit split;
    const auto largest = std::ranges::max_element(pieces, {}, &Piece::area);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const Piece& piece = pieces[i];
        const bool small = piece.box.height < 0.45 * largest->box.height && piece.area < 0.4 * largest->area;
        const bool above = piece.box.br().y <= largest->box.y + 0.12 * largest->box.height;
        (small && above ? split.accent : split.letter).push_back(i);
    }
    return split;
}

std::optional<std::string> accentedLetter(char letter, const std::vector<Piece>& accent,
                                          const cv::Mat& labels)
{
    if (accent.empty() || ((letter == 'I' || letter == 'J') && accent.size() == 1)) {
        return std::nullopt;
    }
    const auto found = compositions().find({letter, markOf(accent, labels)});
    return found == compositions().end() ? std::nullopt : std::optional<std::string>(found->second);
}

} // namespace scanstraat::letters
