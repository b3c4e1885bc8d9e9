// SPDX-License-Identifier: EUPL-1.2
#include "draft/PageNumbers.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace scanstraat::draft {

namespace {

constexpr double kFooterFromMm = 262.0;
constexpr int kLargestNumber = 400; ///< what is larger is a year or the form's number

/// Whole numbers that stand alone in a text: 2 and 5 in "pagina 2 van 5", none in "7116-2025/1".
std::vector<int> numbersIn(const std::string& text)
{
    std::vector<int> numbers;
    std::string digits;
    char before = ' ';
    const auto close = [&](char after) {
        const auto separates = [](char c) {
            return c == ' ' || c == '/' || c == '|' || c == '(' || c == ')';
        };
        if (!digits.empty() && digits.size() <= 3 && separates(before) && separates(after)) {
            numbers.push_back(std::stoi(digits));
        }
        digits.clear();
    };
    char last = ' ';
    for (const char c : text) {
        if (std::isdigit(static_cast<unsigned char>(c)) != 0) {
            before = digits.empty() ? last : before;
            digits += c;
        } else {
            close(c);
        }
        last = c;
    }
    close(' ');
    return numbers;
}

struct Footer
{
    std::size_t text; ///< index in Page::texts
    int number;
};

std::vector<Footer> candidates(const form::Page& page)
{
    std::vector<Footer> footers;
    for (std::size_t i = 0; i < page.texts.size(); ++i) {
        if (page.texts[i].at.y < kFooterFromMm) {
            continue;
        }
        for (const int number : numbersIn(page.texts[i].text)) {
            if (number >= 1 && number <= kLargestNumber) {
                footers.push_back({i, number});
            }
        }
    }
    return footers;
}

/// The step between a page's place in the file and its printed number that most pages agree on.
std::optional<int> usualStep(const std::vector<form::Page>& pages)
{
    std::map<int, int> votes;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        std::set<int> steps;
        for (const Footer& footer : candidates(pages[i])) {
            steps.insert(footer.number - static_cast<int>(i));
        }
        for (const int step : steps) {
            ++votes[step];
        }
    }
    std::optional<int> best;
    for (const auto& [step, count] : votes) {
        const bool enough = 2 * count > static_cast<int>(pages.size()) && (pages.size() > 1 || step == 1);
        if (enough && (!best || count > votes[*best])) {
            best = step;
        }
    }
    return best;
}

/// Moves a text, and what follows it closely on its line, into the footer.
void takeFooter(form::Page& page, std::size_t index)
{
    constexpr double kSameLineMm = 0.7;
    constexpr double kGapMm = 15.0;
    const form::PrintedText first = page.texts[index];
    page.footer = first.text;
    page.footerAt = first.at;
    page.footerPt = first.sizePt;
    page.texts.erase(page.texts.begin() + static_cast<std::ptrdiff_t>(index));
    double end = first.at.x + first.widthMm;
    for (auto text = page.texts.begin(); text != page.texts.end();) {
        const double gap = text->at.x - end;
        if (std::abs(text->at.y - first.at.y) < kSameLineMm && gap > 0 && gap < kGapMm) {
            page.footer += "   " + text->text;
            end = text->at.x + text->widthMm;
            text = page.texts.erase(text);
        } else {
            ++text;
        }
    }
}

} // namespace

void numberPages(std::vector<form::Page>& pages)
{
    const auto step = usualStep(pages);
    std::set<int> used;
    std::vector<bool> done(pages.size(), false);
    for (std::size_t i = 0; step && i < pages.size(); ++i) {
        const int number = static_cast<int>(i) + *step;
        for (const Footer& footer : candidates(pages[i])) {
            if (footer.number == number && used.insert(number).second) {
                pages[i].number = number;
                takeFooter(pages[i], footer.text);
                done[i] = true;
                break;
            }
        }
    }
    int next = 1;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (!done[i]) {
            while (!used.insert(next).second) {
                ++next;
            }
            pages[i].number = next;
        }
    }
}

} // namespace scanstraat::draft
