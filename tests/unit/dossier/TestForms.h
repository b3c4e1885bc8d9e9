// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"
#include "reading/Record.h"
#include "record/FieldInterpreter.h"

#include <string>
#include <vector>

namespace scanstraat::dossier {

inline form::Field testField(const std::string& id, form::FieldKind kind)
{
    form::Field field;
    field.id = id;
    field.kind = kind;
    return field;
}

/// "main": cover without fields, page 2 with number, name and first part of a choice, page 3 with the
/// second part; opens an application and needs "annex". "annex": two pages with fields.
inline std::vector<form::FormTemplate> testForms()
{
    form::FormTemplate main;
    main.id = "main";
    main.opensApplication = true;
    main.pages.resize(3);
    for (int i = 0; i < 3; ++i) {
        main.pages[static_cast<std::size_t>(i)].number = i + 1;
    }
    form::Field birth = testField("main.birth", form::FieldKind::date);
    birth.validators = {"birth-date"};
    form::Field first = testField("main.a", form::FieldKind::choice);
    first.group = "main.2";
    first.firstCounts = true;
    first.required = true;
    form::Field second = first;
    second.id = "main.b";
    main.pages[1].fields = {testField("main.v", form::FieldKind::vNumber),
                            testField("main.name", form::FieldKind::name), birth, first};
    main.pages[2].fields = {second};
    main.annexes.resize(1);
    main.annexes[0].anyOf = {"annex"};
    form::FormTemplate annex;
    annex.id = "annex";
    annex.pages.resize(2);
    annex.pages[0].number = 1;
    annex.pages[1].number = 2;
    form::Field annexBirth = birth;
    annexBirth.id = "annex.birth";
    annex.pages[0].fields = {testField("annex.v", form::FieldKind::vNumber),
                             testField("annex.name", form::FieldKind::name), annexBirth};
    annex.pages[1].fields = {testField("annex.text", form::FieldKind::freeText)};
    return {annex, main};
}

/// Scanned on 1 July 2025.
inline record::Context testContext()
{
    using namespace std::chrono;
    return {year{2025} / July / 1};
}

/// A form page, or without `form` an attachment.
inline reading::PageReading testPage(const std::string& file, int position, const std::string& form = "",
                                     int number = 0)
{
    reading::PageReading page;
    page.source = {file, "", position};
    page.pageClass = form.empty() ? reading::PageClass::attachment : reading::PageClass::form;
    page.form = form;
    page.number = number;
    return page;
}

inline reading::FieldReading testReading(const std::string& id, const std::string& value)
{
    reading::FieldReading field;
    field.fieldId = id;
    field.value = value;
    field.state = value.empty() ? reading::FieldState::empty : reading::FieldState::read;
    field.confidence = 0.999;
    return field;
}

inline std::vector<std::string> codesOf(const reading::Record& record)
{
    std::vector<std::string> codes;
    for (const reading::Finding& finding : record.findings) {
        codes.push_back(finding.code);
    }
    return codes;
}

} // namespace scanstraat::dossier
