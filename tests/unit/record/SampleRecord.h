// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "reading/Record.h"

namespace scanstraat::record {

inline reading::PageReading samplePage(const std::string& form, int number, int position)
{
    reading::PageReading page;
    page.source = {"post/app-0001.tif", std::string(64, 'a'), position};
    page.pageClass = form.empty() ? reading::PageClass::attachment : reading::PageClass::form;
    page.form = form;
    page.widthPixels = 2480;
    page.heightPixels = 3508;
    page.dpi = 300;
    if (!form.empty()) {
        page.edition = "2025/1";
        page.templateVersion = "1";
        page.number = number;
        page.identifiedBy = "barcode";
        page.identityConfidence = 0.99999;
        page.registration.mmToPixel = {11.8123456789, 0.02, 3.14159, -0.02, 11.8, 2.0};
        page.registration.residualMm = 0.04;
        page.registration.marks = {{10, 10}, {200, 10}, {200, 287}, {10, 287}};
        page.registration.linesSought = 200;
        page.registration.linesFound = 190;
        page.registration.lineResidualMm = 0.06;
        page.registration.uncertaintyMm = 0.02;
        page.quality = {{reading::QualityMeasure::paperGrey, 246, 80},
                        {reading::QualityMeasure::blurMm, 0.3141, 0.2}};
    }
    return page;
}

inline reading::FieldReading sampleField(const std::string& id, const std::string& value)
{
    reading::FieldReading field;
    field.fieldId = id;
    field.box = {20, 30, 50.12345, 6};
    field.raw = value;
    field.value = value;
    field.state = reading::FieldState::read;
    field.confidence = 0.98765432;
    return field;
}

inline reading::FieldReading sampleChoice()
{
    reading::FieldReading field = sampleField("6009.1.4", "vrouw");
    field.state = reading::FieldState::correctedByApplicant;
    field.reasons = {"1e vakje zwart gemaakt, 2e vakje aangekruist"};
    field.boxes.push_back({"man", {20, 40, 4, 4}, reading::MarkState::blackened, {0, 0.01, 0.98, 0.01, 0}});
    field.boxes.push_back({"vrouw", {20, 46, 4, 4}, reading::MarkState::crossed, {0, 0.99, 0, 0.01, 0}});
    return field;
}

/// A page on which the program failed, with the cause.
inline reading::PageReading sampleFailedPage(int position)
{
    reading::PageReading page = samplePage("", 0, position);
    page.pageClass = reading::PageClass::failed;
    page.widthPixels = 0;
    page.heightPixels = 0;
    page.dpi = 0;
    page.findings = {{"scan.truncated", "De scan is afgebroken", "", true, "the file ends in strip 3"}};
    return page;
}

/// Two form pages, one of them twice, an attachment and a failed page.
inline reading::Record sampleRecord()
{
    reading::Record record;
    record.id = "app-0001";
    record.modelVersions = {"letters 1", "marks 1"};
    reading::PageReading first = samplePage("6009", 5, 1);
    reading::FieldReading date = sampleField("6009.1.5", "1985-03-07");
    date.alternatives = {{"1985-03-01", 0.01}};
    date.characters = {{{20, 30, 5, 6}, "0", 0.999, {{"O", 0.001}}}, {{25, 30, 5, 6}, "", 0.99, {}}};
    first.fields = {date, sampleChoice()};
    reading::PageReading again = samplePage("6009", 5, 3);
    again.fields = {sampleField("6009.1.5", "1985-03-01")};
    reading::PageReading annex = samplePage("7101", 1, 2);
    annex.fields = {sampleField("7101.2.2", "JANSEN")};
    annex.findings = {{"field.required.missing", "Handtekening ontbreekt", "7101.2.5", true}};
    record.pages = {first, again, annex, samplePage("", 0, 4), sampleFailedPage(5)};
    record.findings = {{"dossier.page.missing", "Pagina 2 van formulier 7101 ontbreekt", "", true}};
    return record;
}

} // namespace scanstraat::record
