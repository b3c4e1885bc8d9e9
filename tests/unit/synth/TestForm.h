// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "Writer.h"
#include "form/FormTemplate.h"

#include <opencv2/imgproc.hpp>

namespace scanstraat::synth {

/// Draws every character as a bar as high as a capital.
class BarWriter : public Writer
{
public:
    [[nodiscard]] std::string name() const override { return "bars"; }
    [[nodiscard]] double strokeShare() const override { return 0.0; }
    [[nodiscard]] std::optional<LetterShape> draw(char, const LetterStyle& style, Random&) override
    {
        const int height = static_cast<int>(style.capHeightPx);
        LetterShape shape;
        shape.coverage = cv::Mat(height + 2 * kShapeMargin, 10 + 2 * kShapeMargin, CV_8U, cv::Scalar(0));
        shape.coverage(cv::Rect(kShapeMargin, kShapeMargin, 10, height)).setTo(255);
        shape.widthPx = 10;
        shape.topPx = height;
        return shape;
    }
};

class BarWriters : public WriterSource
{
public:
    [[nodiscard]] std::unique_ptr<Writer> next(Random&) override { return std::make_unique<BarWriter>(); }
};

inline form::Field combField(const std::string& id, form::FieldKind kind, int cells)
{
    form::Field field;
    field.id = id;
    field.label = "Nummer";
    field.kind = kind;
    field.writing = form::Writing::comb;
    for (int i = 0; i < cells; ++i) {
        field.cells.push_back({80.0 + 5.0 * i, 60.0, 5.0, 7.0});
    }
    field.groups = {cells};
    field.box = {80.0, 60.0, 5.0 * cells, 7.0};
    field.required = true;
    return field;
}

inline form::Field choiceField(const std::string& id)
{
    form::Field field;
    field.id = id;
    field.label = "Burgerlijke staat";
    field.kind = form::FieldKind::choice;
    field.writing = form::Writing::checkboxes;
    field.required = true;
    for (int i = 0; i < 3; ++i) {
        form::Option option;
        option.id = std::string(1, static_cast<char>('a' + i));
        option.label = "keuze " + option.id;
        option.box = {80.0, 80.0 + 8.0 * i, 4.0, 4.0};
        field.options.push_back(option);
    }
    field.box = {80.0, 80.0, 4.0, 20.0};
    return field;
}

/// One page with four corner marks, a BSN and a choice.
inline form::FormTemplate testForm()
{
    form::FormTemplate form;
    form.id = "9999";
    form.title = "Proefformulier";
    form.edition = "1";
    form.version = "1";
    form::Page page;
    for (const PointMm place : {PointMm{15, 15}, PointMm{195, 15}, PointMm{195, 282}, PointMm{15, 282}}) {
        page.adjustmentFields.push_back({form::MarkShape::filledSquare, place, 5.0, 1.0});
    }
    page.fields = {combField("9999.1", form::FieldKind::bsn, 9), choiceField("9999.2")};
    form.pages.push_back(page);
    return form;
}

} // namespace scanstraat::synth
