// SPDX-License-Identifier: EUPL-1.2
#include "quality/Rescan.h"

#include "base/Units.h"

#include <algorithm>
#include <cstdio>

namespace scanstraat::quality {

namespace {

using reading::QualityMeasure;
using reading::QualityValue;

/// "0,31": a decimal comma.
std::string number(double value, int digits)
{
    char text[32] = {};
    std::snprintf(text, sizeof text, "%.*f", digits, value);
    std::string result = text;
    std::ranges::replace(result, '.', ',');
    return result;
}

std::string dpi(double pixelsPerMm)
{
    return number(pixelsPerMm * kMillimetresPerInch, 0) + " dpi";
}

/// What is wrong, short: also the reason that stands with each answer.
std::string problem(QualityMeasure measure)
{
    switch (measure) {
    case QualityMeasure::paperGrey:
    case QualityMeasure::darkShare:
        return "Scan te donker";
    case QualityMeasure::contrastGrey:
        return "Scan te licht: te weinig contrast";
    case QualityMeasure::blurMm:
        return "Scan onscherp";
    case QualityMeasure::pixelsPerMm:
        return "Resolutie van de scan te laag";
    case QualityMeasure::cutOffMm:
        return "Blad staat niet helemaal op de scan";
    case QualityMeasure::answersOutside:
        return "Antwoorden staan niet helemaal op de scan";
    }
    return "";
}

/// Value and limit as the mailroom reads them.
std::string figures(const QualityValue& one)
{
    switch (one.measure) {
    case QualityMeasure::paperGrey:
        return "het papier heeft grijswaarde " + number(one.value, 0) + ", minstens " + number(one.limit, 0);
    case QualityMeasure::darkShare:
        return "op " + number(100 * one.value, 0) + " % van het blad is het papier zwart, hoogstens " +
               number(100 * one.limit, 0) + " %";
    case QualityMeasure::contrastGrey:
        return "inkt en papier verschillen " + number(one.value, 0) + " grijswaarden, minstens " +
               number(one.limit, 0);
    case QualityMeasure::blurMm:
        return "lijnen zijn " + number(one.value, 2) + " mm vervaagd, hoogstens " + number(one.limit, 2) +
               " mm";
    case QualityMeasure::pixelsPerMm:
        return dpi(one.value) + ", minstens " + dpi(one.limit);
    case QualityMeasure::cutOffMm:
        return "er valt " + number(one.value, 0) + " mm buiten het beeld, hoogstens " + number(one.limit, 0) +
               " mm";
    case QualityMeasure::answersOutside:
        return number(one.value, 0) + (one.value == 1 ? " antwoord valt" : " antwoorden vallen") +
               " geheel of deels buiten het beeld";
    }
    return "";
}

std::string cure(QualityMeasure measure)
{
    switch (measure) {
    case QualityMeasure::paperGrey:
    case QualityMeasure::darkShare:
        return "Sluit de klep en scan het blad opnieuw, lichter ingesteld.";
    case QualityMeasure::contrastGrey:
        return "Scan het blad opnieuw, donkerder en met meer contrast ingesteld.";
    case QualityMeasure::blurMm:
        return "Leg het blad plat op een schone glasplaat en scan het opnieuw.";
    case QualityMeasure::pixelsPerMm:
        return "Scan het blad opnieuw met 300 dpi.";
    case QualityMeasure::cutOffMm:
    case QualityMeasure::answersOutside:
        return "Leg het blad recht en scan het opnieuw, helemaal.";
    }
    return "";
}

std::string detail(const QualityValue& one)
{
    char text[96] = {};
    std::snprintf(text, sizeof text, "%s is %.3g, at %s %.3g", toString(one.measure).c_str(), one.value,
                  isLeast(one.measure) ? "least" : "most", one.limit);
    return text;
}

bool looksEmpty(const reading::FieldReading& field)
{
    return field.state == reading::FieldState::empty || field.value == "absent" ||
           field.raw.find_first_not_of(' ') == std::string::npos;
}

/// Nothing is known of a box that nobody saw.
void withdraw(reading::BoxReading& box)
{
    box.state = reading::MarkState::unclear;
    box.probabilities.fill(1.0 / static_cast<double>(reading::kMarkStates));
}

} // namespace

std::vector<reading::Finding> rescanFindings(const reading::ScanQuality& quality)
{
    std::vector<reading::Finding> findings;
    for (const QualityValue& one : quality) {
        if (!one.isGood()) {
            findings.push_back({"page.rescan",
                                problem(one.measure) + " (" + figures(one) + "). " + cure(one.measure), "",
                                true, detail(one)});
        }
    }
    return findings;
}

void withdrawUnseen(std::vector<reading::FieldReading>& fields, std::span<const std::string> outside)
{
    for (reading::FieldReading& field : fields) {
        if (std::ranges::find(outside, field.fieldId) != outside.end() && looksEmpty(field)) {
            field.raw.clear();
            field.value.clear();
            field.state = reading::FieldState::unreadable;
            field.confidence = 0.0;
            std::ranges::for_each(field.boxes, withdraw);
        }
    }
}

void doubtAll(reading::PageReading& page)
{
    for (const QualityValue& one : page.quality) {
        if (!one.isGood()) {
            for (reading::FieldReading& field : page.fields) {
                reading::doubt(field, problem(one.measure));
            }
        }
    }
}

} // namespace scanstraat::quality
