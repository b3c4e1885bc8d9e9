// SPDX-License-Identifier: EUPL-1.2
#include "FormFiller.h"

#include "MarkDrawer.h"
#include "Portrait.h"

#include <algorithm>

namespace scanstraat::synth {

namespace {

/// A firm's rubber stamp: a frame with lines of unreadable small writing.
void drawStamp(Sheet& sheet, const RectMm& region, Random& random)
{
    const double width = std::min(region.width * 0.8, 48.0);
    const double height = std::min(region.height * 0.8, 20.0);
    const RectMm area{region.x + (region.width - width) * random.uniform(0.2, 0.8),
                      region.y + (region.height - height) * random.uniform(0.2, 0.8), width, height};
    std::vector<Stroke> strokes;
    Stroke frame;
    frame.widthMm = 0.5;
    frame.points = {{area.x, area.y},
                    {area.right(), area.y},
                    {area.right(), area.bottom()},
                    {area.x, area.bottom()},
                    {area.x, area.y}};
    strokes.push_back(frame);
    for (double y = area.y + 0.25 * height; y < area.bottom() - 0.1 * height; y += 0.25 * height) {
        for (double x = area.x + 3; x < area.right() - 3; x += random.uniform(1.6, 3.4)) {
            Stroke letter;
            letter.widthMm = 0.35;
            letter.points = smoothed({{x, y + 1.2},
                                      {x + random.uniform(0, 1), y - 1.2},
                                      {x + random.uniform(0.4, 1.4), y + random.uniform(-0.5, 1.2)}},
                                     4);
            strokes.push_back(std::move(letter));
        }
    }
    sheet.draw(strokes);
}

/// A photo glued on by hand: a little beside its frame and not quite straight.
void pastePhoto(Sheet& sheet, const RectMm& region, Random& random)
{
    const PointMm middle = region.centre();
    const PointMm centre{middle.x + random.normal(0.0, 0.8), middle.y + random.normal(0.0, 0.8)};
    sheet.paste(drawPortrait(kSheetPixelsPerMm, random), kSheetPixelsPerMm, centre, random.normal(0.0, 1.2));
}

void drawRegion(Sheet& sheet, const form::Field& field, MarkDrawer& marks, Random& random)
{
    switch (field.kind) {
    case form::FieldKind::signature:
        marks.sign(field.box);
        break;
    case form::FieldKind::photo:
        pastePhoto(sheet, field.box, random);
        break;
    default:
        drawStamp(sheet, field.box, random);
        break;
    }
}

} // namespace

void fillPage(Sheet& sheet, const form::Page& page, const std::map<std::string, Answer>& answers,
              const Writing& writing)
{
    TextDrawer text(sheet, writing.hand, writing.random);
    MarkDrawer marks(sheet, writing.difficulty, writing.random);
    for (const form::Field& field : page.fields) {
        const auto found = answers.find(field.id);
        if (found == answers.end() || found->second.empty()) {
            continue;
        }
        const Answer& answer = found->second;
        text.writeComb(field.cells, answer.cells);
        text.writeLines(field.lines, answer.lines);
        for (const form::Option& option : field.options) {
            const auto state = answer.boxes.find(option.id);
            if (state != answer.boxes.end()) {
                marks.mark(option.box, state->second);
            }
        }
        if (answer.present) {
            drawRegion(sheet, field, marks, writing.random);
        }
    }
}

} // namespace scanstraat::synth
