// SPDX-License-Identifier: EUPL-1.2
#include "PageLayout.h"

#include "base/Units.h"
#include "print/Typesetter.h"

#include <array>
#include <cmath>

namespace scanstraat::marktest {

namespace {

const std::vector<std::string> kQuestions{
    "Hoe woont u nu?",      "Wat is uw situatie?",    "Welke papieren hebt u?",  "Wie woont bij u?",
    "Hoe reist u meestal?", "Welke talen leest u?",   "Hoe betaalt u?",          "Welke steun krijgt u?",
    "Wat is gewijzigd?",    "Waarvoor is dit?",       "Wat stuurt u mee?",       "Welk werk doet u?",
    "Hoe bereiken wij u?",  "Waar bent u verzekerd?", "Wanneer kunt u komen?",   "Welke opleiding volgt u?",
    "Wie betaalt de reis?", "Wat hebt u nodig?",      "Welke stukken ontbreken?"};
const std::vector<std::string> kLabels{
    "alleen",      "met partner",     "met kinderen",      "bij familie",  "huurwoning",    "koopwoning",
    "op kamers",   "geen vast adres", "paspoort",          "rijbewijs",    "geboorteakte",  "huwelijksakte",
    "loonstrook",  "jaaropgave",      "contract",          "uittreksel",   "in loondienst", "zelfstandig",
    "student",     "gepensioneerd",   "werkzoekend",       "vrijwilliger", "per brief",     "per e-mail",
    "telefonisch", "via gemachtigde", "niet bekend",       "anders",       "Nederlands",    "Engels",
    "Frans",       "Arabisch",        "meer dan een jaar", "korter",       "tijdelijk",     "onbepaald"};
const std::vector<std::string> kStatements{"Bent u gehuwd?",      "Hebt u kinderen?", "Werkt u nu?",
                                           "Is dit uw adres?",    "Bent u akkoord?",  "Is er een contract?",
                                           "Hebt u dit gelezen?", "Bent u verhuisd?", "Krijgt u loon?"};
const std::array<std::string, 7> kDays{"ma", "di", "wo", "do", "vr", "za", "zo"};
const std::array<std::string, 4> kParts{"ochtend", "middag", "avond", "nacht"};

/// Templates hold hundredths of a millimetre.
double rounded(double mm)
{
    return std::round(mm * 100.0) / 100.0;
}

RectMm rounded(const RectMm& area)
{
    return {rounded(area.x), rounded(area.y), rounded(area.width), rounded(area.height)};
}

} // namespace

PageLayout::PageLayout(form::Page& page, std::string form, synth::Random& random)
    : page_(page), form_(std::move(form)), random_(random)
{
}

void PageLayout::text(PointMm at, const std::string& words, double sizePt, bool bold)
{
    form::PrintedText run;
    run.at = {rounded(at.x), rounded(at.y)};
    run.sizePt = sizePt;
    run.bold = bold;
    run.text = words;
    run.widthMm = rounded(print::textWidthMm(words, {sizePt, bold}));
    page_.texts.push_back(std::move(run));
}

form::Field& PageLayout::addField(form::FieldKind kind, form::Writing writing, const std::string& label)
{
    form::Field field;
    field.question = std::to_string(page_.fields.size() + 1);
    field.id = form_ + "." + field.question;
    field.label = label;
    field.kind = kind;
    field.writing = writing;
    page_.fields.push_back(std::move(field));
    return page_.fields.back();
}

double PageLayout::question(const RectMm& area, double sizePt)
{
    const double height = pointsToMm(sizePt) * 1.2;
    const std::string words = std::to_string(page_.fields.size() + 1) + "  " +
                              (sizePt < 8.0 ? random_.pick(kStatements) : random_.pick(kQuestions));
    text({area.x, area.y + height}, words, std::min(sizePt, 8.0), true);
    return height + 1.8;
}

void PageLayout::addOption(form::Field& field, PointMm topLeft, const BoxStyle& style,
                           const std::string& label)
{
    form::Option option;
    option.id = "o" + std::to_string(field.options.size() + 1);
    option.label = label;
    option.box = rounded(RectMm{topLeft.x, topLeft.y, style.sideMm, style.sideMm});
    option.box.height = option.box.width;
    option.shape = style.shape;
    field.frameMm = rounded(style.lineMm);
    field.box = field.options.empty() ? option.box : unite(field.box, option.box);
    field.options.push_back(std::move(option));
}

double PageLayout::group(const RectMm& area, int options, const BoxStyle& style)
{
    const double pitch = style.sideMm + style.pitchGapMm;
    if (area.height < 8.5 + options * pitch) {
        return 0.0;
    }
    const double top = question(area, 8.0);
    form::Field& field = addField(form::FieldKind::choice, form::Writing::checkboxes, "vraag");
    field.multiple = random_.chance(0.3);
    const std::size_t first = random_.index(kLabels.size());
    for (int i = 0; i < options; ++i) {
        const std::string& label = kLabels[(first + static_cast<std::size_t>(i)) % kLabels.size()];
        const double y = area.y + top + i * pitch;
        addOption(field, {area.x, y}, style, label);
        text({area.x + style.sideMm + style.labelGapMm,
              y + style.sideMm / 2 + 0.36 * pointsToMm(style.textPt)},
             label, style.textPt, false);
    }
    return top + options * pitch + random_.uniform(2.0, 3.5);
}

double PageLayout::yesNo(const RectMm& area, const BoxStyle& style)
{
    if (area.height < 9.0 + style.sideMm) {
        return 0.0;
    }
    const double top = question(area, 7.9);
    form::Field& field = addField(form::FieldKind::choice, form::Writing::checkboxes, "ja of nee");
    double x = area.x;
    for (const char* label : {"ja", "nee"}) {
        addOption(field, {x, area.y + top}, style, label);
        text({x + style.sideMm + style.labelGapMm,
              area.y + top + style.sideMm / 2 + 0.36 * pointsToMm(style.textPt)},
             label, style.textPt, false);
        x += style.sideMm + style.labelGapMm + random_.uniform(6.0, 9.0);
    }
    return top + style.sideMm + random_.uniform(2.5, 4.0);
}

double PageLayout::week(const RectMm& area, int rows, const BoxStyle& ofForm)
{
    BoxStyle style = ofForm;
    style.lineMm = std::min(style.lineMm, 0.4);
    const double row = style.sideMm + random_.uniform(1.6, 2.6);
    const double column = std::max(style.sideMm + 2.0, random_.uniform(9.0, 18.0));
    const double left = area.x + 24.0;
    const double top = area.y + 5.5;
    const double right = left + 7 * column;
    const double line = rounded(random_.uniform(0.15, 0.3));
    for (std::size_t day = 0; day < kDays.size(); ++day) {
        text({left + column * (double(day) + 0.5) - 2.0, top - 1.2}, kDays.at(day), 8.0, true);
    }
    for (int i = 0; i <= rows; ++i) {
        const double y = rounded(top + i * row);
        page_.printedLines.push_back({{area.x, y}, {rounded(right), y}, line});
    }
    for (int i = 0; i <= 7; ++i) {
        const double x = rounded(left + i * column);
        page_.printedLines.push_back({{x, rounded(top)}, {x, rounded(top + rows * row)}, line});
    }
    for (int i = 0; i < rows; ++i) {
        const std::string& part = kParts.at(static_cast<std::size_t>(i));
        const double y = top + (i + 0.5) * row;
        text({area.x, y + 1.0}, part, 8.0, false);
        form::Field& field = addField(form::FieldKind::choice, form::Writing::checkboxes, part);
        field.multiple = true;
        for (int day = 0; day < 7; ++day) {
            const double x = left + (day + 0.5) * column;
            addOption(field, {x - style.sideMm / 2, y - style.sideMm / 2}, style,
                      kDays.at(static_cast<std::size_t>(day)));
        }
    }
    return 5.5 + rows * row;
}

void PageLayout::comb(const RectMm& area)
{
    text({area.x, area.y + 3.0}, "Nummer", 8.0, true);
    form::Field& field = addField(form::FieldKind::becon, form::Writing::comb, "nummer");
    for (int i = 0; i < 6; ++i) {
        field.cells.push_back(rounded(RectMm{area.x + i * 5.5, area.y + 4.2, 5.5, 6.5}));
    }
    field.box = unite(field.cells.front(), field.cells.back());
}

void PageLayout::lines(const RectMm& area)
{
    text({area.x, area.y + 3.0}, "Toelichting", 8.0, true);
    form::Field& field = addField(form::FieldKind::freeText, form::Writing::lines, "toelichting");
    field.box = rounded(RectMm{area.x, area.y + 4.2, area.width, 6.8});
    field.lines.push_back(field.box);
}

void PageLayout::writing(const RectMm& area)
{
    double y = area.y;
    for (; y + 12.0 <= area.bottom(); y += 12.5) {
        comb({area.x, y, 40.0, 12.0});
        lines({area.x + 45.0, y, area.width - 45.0, 12.0});
    }
}

} // namespace scanstraat::marktest
