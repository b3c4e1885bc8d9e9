// SPDX-License-Identifier: EUPL-1.2
#include "Report.h"

#include "CaseGroups.h"
#include "base/Error.h"
#include "charts/Beliefs.h"
#include "charts/Formatted.h"

#include <algorithm>
#include <array>

namespace scanstraat::lettertest {

namespace {

using charts::formatted;

/// Pairs in the list.
constexpr std::size_t kPairs = 24;

double percent(std::size_t part, std::size_t whole)
{
    return 100.0 * charts::share(static_cast<double>(part), static_cast<double>(whole));
}

std::string row(const std::string& name, const Fields& fields)
{
    const std::size_t n = fields.size();
    const std::size_t wrong =
        count(fields, [](const LetterCase& one) { return one.isAccepted && !one.isRight; });
    return "| " + name +
           formatted(
               " | %zu | %.1f | %.1f | %zu | %.1f |\n", n,
               percent(count(fields, [](const LetterCase& one) { return one.isRight; }), n),
               percent(count(fields, [](const LetterCase& one) { return one.isAccepted; }), n), wrong,
               percent(count(fields, [](const LetterCase& one) { return one.printed == one.written; }), n));
}

std::string table(const std::string& heading, const std::vector<std::pair<std::string, Fields>>& rows)
{
    std::string text = "| " + heading +
                       " | fields | right % | accepted % | accepted and wrong | Tesseract alone right % |\n"
                       "| --- | ---: | ---: | ---: | ---: | ---: |\n";
    for (const auto& [name, fields] : rows) {
        text += row(name, fields);
    }
    return text + "\n";
}

std::string fieldTables(const Cases& cases)
{
    std::string text = "### Fields\n\n";
    const auto typed = [&](bool isComb) {
        return those(cases, [&](const LetterCase& one) {
            return one.isFilled && one.isTyped() && one.isComb == isComb;
        });
    };
    text += table("fields with something on paper", {{"combs, written", filled(cases, true)},
                                                     {"lines, written", filled(cases, false)},
                                                     {"combs, typed", typed(true)},
                                                     {"lines, typed", typed(false)}});
    for (const bool isComb : {true, false}) {
        const Fields fields = filled(cases, isComb);
        text += table(nameOf(isComb) + " by kind", grouped(fields, &LetterCase::kind));
        text += table(nameOf(isComb) + " by set", grouped(fields, &LetterCase::set));
        text += table(nameOf(isComb) + " by scan", grouped(fields, &LetterCase::scan));
        text += table(nameOf(isComb) + " by pen", grouped(fields, &LetterCase::pen));
    }
    return text;
}

std::string emptyFields(const Cases& cases)
{
    const Fields empty = those(cases, [](const LetterCase& one) { return !one.isFilled; });
    const Fields read =
        those(cases, [](const LetterCase& one) { return !one.isFilled && !one.value.empty(); });
    const std::size_t accepted = count(read, [](const LetterCase& one) { return one.isAccepted; });
    return formatted(
        "Empty fields: %zu, of which %zu were read as though something stood there, %zu of these "
        "accepted.\n\n",
        empty.size(), read.size(), accepted);
}

std::string calibration(const Cases& cases, const std::string& pictures)
{
    std::string text =
        "### How sure, and how often right\n\n![reliability](" + pictures +
        "/reliability.png)\n\n"
        "| how sure | combs | right % | lines | right % |\n| --- | ---: | ---: | ---: | ---: |\n";
    constexpr std::array kLimits{0.0, 0.3, 0.5, 0.7, 0.85, 0.95, 0.99, 0.999, 1.01};
    for (std::size_t i = 0; i + 1 < kLimits.size(); ++i) {
        text += formatted("| %g to %g", kLimits.at(i), std::min(1.0, kLimits.at(i + 1)));
        for (const bool isComb : {true, false}) {
            const Fields fields = those(cases, [&](const LetterCase& one) {
                return one.isFilled && one.isComb == isComb && one.confidence >= kLimits.at(i) &&
                       one.confidence < kLimits.at(i + 1);
            });
            const std::size_t right = count(fields, [](const LetterCase& one) { return one.isRight; });
            text += formatted(" | %zu | %.1f", fields.size(), percent(right, fields.size()));
        }
        text += " |\n";
    }
    return text + "\n";
}

/// Shares of the fields of each kind that people must see so that of the others no more are wrong.
std::string reviewTable(const Cases& cases, const std::string& pictures)
{
    std::string text =
        "### Errors against review\n\n![combs](" + pictures + "/error-review-combs.png)\n![lines](" +
        pictures +
        "/error-review-lines.png)\n\n"
        "Share to review, the least sure first, so that of the rest no more are wrong than:\n\n"
        "| kind | fields | 1 % | 0.3 % | 0.1 % |\n| --- | ---: | ---: | ---: | ---: |\n";
    const auto add = [&](const std::string& name, const Fields& fields) {
        const auto curve = charts::errorAgainstReview(beliefsOf(fields));
        text += formatted("| %s | %zu", name.c_str(), fields.size());
        for (const double most : {0.01, 0.003, 0.001}) {
            text += formatted(" | %.1f %%", 100.0 * charts::reviewFor(curve, most));
        }
        text += " |\n";
    };
    for (const bool isComb : {true, false}) {
        add("all " + nameOf(isComb), filled(cases, isComb));
        for (const auto& [kind, fields] : grouped(filled(cases, isComb), &LetterCase::kind)) {
            add(kind, fields);
        }
    }
    return text + "\n";
}

/// A character as people see it.
std::string shown(const std::string& character, const char* nothing)
{
    return character.empty() ? nothing : character == " " ? "space" : character == "|" ? "\\|" : character;
}

std::string confusions(const Cases& cases, const std::string& pictures)
{
    std::string text = "### Characters\n\n";
    for (const bool isComb : {true, false}) {
        const Confusion confusion = confusionOf(filled(cases, isComb));
        const auto n = static_cast<std::size_t>(confusion.characters());
        text +=
            formatted("%s: %.2f %% of %zu characters wrong. The most frequent mistakes (of what is "
                      "written so):\n\n![%s](",
                      isComb ? "Combs" : "Lines", percent(static_cast<std::size_t>(confusion.errors()), n), n,
                      nameOf(isComb).c_str()) +
            pictures + "/confusion-" + nameOf(isComb) + ".png)\n\n";
        std::vector<Confusion::Pair> mistakes = confusion.mistakes();
        mistakes.resize(std::min(kPairs, mistakes.size()));
        for (const Confusion::Pair& pair : mistakes) {
            text += &pair == mistakes.data() ? "" : ", ";
            text += shown(pair.written, "nothing") + " → " + shown(pair.read, "nothing") + ": " +
                    std::to_string(pair.count);
            text += pair.written.empty() ? "" : formatted(" of %d", confusion.written(pair.written));
        }
        text += mistakes.empty() ? "none.\n\n" : ".\n\n";
    }
    return text;
}

std::string speed(const Cases& cases)
{
    const ReadingTime& combs = cases.combs;
    const ReadingTime& lines = cases.lines;
    const auto each = [](double milliseconds, std::size_t n) {
        return charts::share(milliseconds, static_cast<double>(n));
    };
    return "### Time\n\nCPU time on one core, cutting out and Tesseract included: " +
           formatted(
               "combs %.2f ms a character (%.1f ms a field); lines %.1f ms a line, %.2f ms a character.\n",
               each(combs.milliseconds, combs.characters), each(combs.milliseconds, combs.fields),
               each(lines.milliseconds, lines.lines), each(lines.milliseconds, lines.characters));
}

} // namespace

std::string toMarkdown(const Cases& cases, const std::string& pictures)
{
    return formatted("%zu fields; form pages that no record has as such: %zu.\n\n", cases.fields.size(),
                     cases.unreadPages) +
           fieldTables(cases) + emptyFields(cases) + calibration(cases, pictures) +
           reviewTable(cases, pictures) + confusions(cases, pictures) + speed(cases);
}

std::string withFigures(const std::string& page, const std::string& figures)
{
    const std::string marker = "<!-- figures -->\n";
    const std::size_t at = page.find(marker);
    if (at == std::string::npos) {
        throw Error("the page to renew has no line <!-- figures -->", ExitCode::usage);
    }
    return page.substr(0, at + marker.size()) + '\n' + figures;
}

} // namespace scanstraat::lettertest
