// SPDX-License-Identifier: EUPL-1.2
// No switch has a default: the compiler finds a name without a text.
#include "app/DutchTexts.h"

#include "app/Html.h"

#include <algorithm>
#include <cmath>
#include <sstream>

namespace scanstraat::app {

namespace {

/// The option's label without the colon of "anders, namelijk:"; its id where it has none.
std::string optionLabel(const form::Field& field, const std::string& id)
{
    const auto option = std::ranges::find(field.options, id, &form::Option::id);
    std::string label = option == field.options.end() ? "" : option->label;
    if (label.ends_with(':')) {
        label.pop_back();
    }
    return label.empty() ? id : label;
}

/// Labels of the chosen options, which stand in `value` with commas between them.
std::string optionLabels(const form::Field& field, const std::string& value)
{
    std::istringstream ids(value);
    std::string labels;
    for (std::string id; std::getline(ids, id, ',');) {
        labels += (labels.empty() ? "" : "; ") + optionLabel(field, id);
    }
    return labels;
}

} // namespace

std::string dutchText(reading::FieldState state)
{
    switch (state) {
    case reading::FieldState::read:
        return "gelezen";
    case reading::FieldState::empty:
        return "leeg";
    case reading::FieldState::unsure:
        return "onzeker";
    case reading::FieldState::unreadable:
        return "onleesbaar";
    case reading::FieldState::correctedByApplicant:
        return "door aanvrager verbeterd";
    case reading::FieldState::verified:
        return "nagekeken";
    }
    return "";
}

std::string dutchText(reading::PageClass pageClass)
{
    switch (pageClass) {
    case reading::PageClass::form:
        return "formulier";
    case reading::PageClass::attachment:
        return "bijlage";
    case reading::PageClass::blank:
        return "blanco";
    case reading::PageClass::unknown:
        return "onbekend";
    case reading::PageClass::rejected:
        return "afgekeurd";
    case reading::PageClass::failed:
        return "mislukt";
    case reading::PageClass::separator:
        return "scheidingsblad";
    case reading::PageClass::cover:
        return "voorblad";
    case reading::PageClass::needless:
        return "niet nodig";
    }
    return "";
}

std::string dutchText(reading::MarkState state)
{
    switch (state) {
    case reading::MarkState::empty:
        return "leeg";
    case reading::MarkState::crossed:
        return "aangekruist";
    case reading::MarkState::blackened:
        return "zwart gemaakt";
    case reading::MarkState::recrossed:
        return "zwart, opnieuw aangekruist";
    case reading::MarkState::unclear:
        return "onduidelijk";
    }
    return "";
}

std::string dutchText(scan::ScanProblemCode code)
{
    switch (code) {
    case scan::ScanProblemCode::cannotOpen:
        return "Het bestand kan niet worden geopend. Controleer of het er nog staat en of u het mag lezen.";
    case scan::ScanProblemCode::empty:
        return "Het bestand is leeg (0 bytes). Scan opnieuw.";
    case scan::ScanProblemCode::notAScan:
        return "Dit is geen scan: de inhoud is geen TIFF, PDF, PNG of JPEG, wat de naam ook zegt. Zoek uit "
               "wat dit bestand is.";
    case scan::ScanProblemCode::truncated:
        return "De scan is afgebroken: het einde ontbreekt. Kopieer het bestand opnieuw of scan opnieuw.";
    case scan::ScanProblemCode::damaged:
        return "De scan is beschadigd en kan niet worden gelezen. Scan opnieuw.";
    case scan::ScanProblemCode::encrypted:
        return "De PDF is beveiligd met een wachtwoord. Vraag om een PDF zonder wachtwoord of scan het "
               "papier.";
    case scan::ScanProblemCode::tooLarge:
        return "Het beeld is te groot voor een pagina. Scan opnieuw met hoogstens 600 dpi.";
    case scan::ScanProblemCode::noPages:
        return "Het bestand bevat geen pagina's. Scan opnieuw.";
    case scan::ScanProblemCode::helperMissing:
        return "Op deze computer ontbreekt een programma dat voor deze scan nodig is. Meld het aan de "
               "beheerder.";
    }
    return "";
}

std::string dutchWitness(const std::string& identifiedBy)
{
    return identifiedBy == "footer" ? "voettekst" : identifiedBy == "layout" ? "opdruk" : identifiedBy;
}

std::string dutchNumber(double value, int digits)
{
    std::string number = fixedNumber(value, digits);
    std::ranges::replace(number, '.', ',');
    return number;
}

std::string dutchPercent(double probability)
{
    return dutchNumber(std::floor(probability * 1000.0) / 10.0, 1) + "\u00A0%";
}

std::string dutchValue(const form::Field* field, const std::string& value)
{
    if (field == nullptr) {
        return value;
    }
    if (field->writing == form::Writing::checkboxes) {
        return optionLabels(*field, value);
    }
    if (field->writing == form::Writing::region) {
        return value == "present" ? "aanwezig" : value == "absent" ? "ontbreekt" : value;
    }
    return value;
}

} // namespace scanstraat::app
