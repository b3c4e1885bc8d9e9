// SPDX-License-Identifier: EUPL-1.2
#include "print/AnswerLayout.h"

#include <algorithm>
#include <array>

namespace scanstraat::print {

namespace {

using namespace form;

constexpr double kCellWidthMm = 5.3;
constexpr double kCellHeightMm = 7.0;
constexpr double kGroupGapMm = 2.5;
constexpr double kLineHeightMm = 8.0;
constexpr double kStackedLineHeightMm = 8.5;
constexpr double kWritingInsetMm = 0.5; ///< from the frame's line to the writing rectangle
constexpr double kCheckboxMm = 4.0;
constexpr double kCheckboxFrameMm = 0.3;
constexpr double kOptionTextMm = 7.0;   ///< from the left of a box to its label
constexpr double kOptionGapMm = 2.6;    ///< between two options, one below the other
constexpr double kExplainedGapMm = 5.0; ///< the same where text stands below the options
constexpr double kInlineStepMm = 21.0;  ///< between two options side by side, at least
constexpr double kCaptionMm = 4.0;      ///< from the top of a caption to the frame below it
constexpr double kDateCaptionMm = 1.3;  ///< from the baseline of "Dag" to the frame
constexpr double kLeadMm = 9.0;         ///< column of "van", "tot" and "€"
constexpr double kTextGapMm = 2.2;

/// From the top of an answer to its frame: what its caption takes.
double aboveFrameMm(const OutlineAnswer& answer)
{
    return answer.caption.empty() && answer.kind != FieldKind::date ? 0.0 : kCaptionMm;
}

class AnswerLayout
{
public:
    AnswerLayout(PageBuilder& builder, const OutlineAnswer& answer, PointMm top, double widthMm)
        : builder_(builder), answer_(answer), left_(top.x), top_(top.y), width_(widthMm)
    {
    }

    PlacedAnswer place()
    {
        placed_.field.kind = answer_.kind;
        placed_.field.writing = answer_.writing;
        placeCaption();
        placeLead();
        switch (answer_.writing) {
        case Writing::comb:
            placeComb();
            break;
        case Writing::lines:
            placeLines();
            break;
        case Writing::checkboxes:
            answer_.inlineOptions ? placeOptionsInline() : placeOptions();
            break;
        case Writing::region:
            placeRegion();
            break;
        }
        placeText();
        placed_.right = std::max(placed_.right, placed_.field.box.right());
        return std::move(placed_);
    }

private:
    void placeCaption()
    {
        if (!answer_.caption.empty()) {
            placed_.baseline = top_ + capitalMm(kCaption) + 0.3;
            builder_.text({left_, placed_.baseline}, answer_.caption, kCaption);
        }
        top_ += aboveFrameMm(answer_);
    }

    void placeLead()
    {
        if (!answer_.lead.empty()) {
            builder_.text({left_, top_ + (kCellHeightMm + capitalMm(kLabel)) / 2}, answer_.lead, kLabel);
            left_ += kLeadMm;
            width_ -= kLeadMm;
        }
    }

    /// The question's first line stands in the middle of a frame of that height, unless a caption took it.
    void frame(double height)
    {
        if (placed_.baseline <= 0) {
            placed_.baseline = top_ + (height + capitalMm(kLabel)) / 2;
        }
        placed_.bottom = top_ + height;
    }

    void placeComb()
    {
        static const std::array<std::string, 3> kDateCaptions{"Dag", "Maand", "Jaar"};
        double x = left_;
        for (std::size_t group = 0; group < answer_.comb.size(); ++group) {
            if (answer_.kind == FieldKind::date && group < kDateCaptions.size()) {
                builder_.text({x, top_ - kDateCaptionMm}, kDateCaptions[group], kCaption);
            }
            for (int cell = 0; cell < answer_.comb[group]; ++cell) {
                placed_.field.cells.push_back(rounded({x, top_, kCellWidthMm, kCellHeightMm}));
                x += kCellWidthMm;
            }
            x += kGroupGapMm;
        }
        placed_.field.groups = answer_.comb;
        placed_.field.box = rounded({left_, top_, x - kGroupGapMm - left_, kCellHeightMm});
        frame(kCellHeightMm);
    }

    void placeLines()
    {
        const double width = std::min(answer_.width.value_or(width_), width_);
        const double row = answer_.lines > 1 ? kStackedLineHeightMm : kLineHeightMm;
        const double height = row * answer_.lines;
        placed_.field.box = rounded({left_, top_, width, height});
        for (int line = 0; line < answer_.lines; ++line) {
            const RectMm outer{left_, top_ + line * row, width, row};
            placed_.field.lines.push_back(rounded(outer.grown(-kWritingInsetMm)));
        }
        frame(row);
        placed_.bottom = top_ + height;
    }

    void placeRegion()
    {
        const double width = std::min(answer_.width.value_or(width_), width_);
        placed_.field.box = rounded({left_, top_, width, answer_.height});
        frame(kLineHeightMm);
        placed_.bottom = top_ + answer_.height;
    }

    void addOption(const OutlineOption& option, PointMm at)
    {
        const RectMm box = rounded({at.x, at.y, kCheckboxMm, kCheckboxMm});
        Field& field = placed_.field;
        field.frameMm = kCheckboxFrameMm;
        field.box = field.options.empty() ? box : rounded(unite(field.box, box));
        field.options.push_back({option.id, option.label, box, BoxShape::square});
        if (placed_.baseline <= 0) {
            placed_.baseline = optionBaseline(at.y);
        }
    }

    static double optionBaseline(double boxTop) { return boxTop + (kCheckboxMm + capitalMm(kLabel)) / 2; }

    void placeOptions()
    {
        const double textLeft = left_ + kOptionTextMm;
        const double textWidth = width_ - kOptionTextMm;
        double y = top_;
        const bool explained = std::any_of(answer_.options.begin(), answer_.options.end(),
                                           [](const OutlineOption& option) { return !option.text.empty(); });
        const double gap = explained ? kExplainedGapMm : kOptionGapMm;
        for (const OutlineOption& option : answer_.options) {
            if (option.id.empty()) {
                y = builder_.paragraphs({left_, y}, option.text, width_) + kTextGapMm;
                continue;
            }
            addOption(option, {left_, y});
            const TextStyle style = explained ? kLabelBold : kLabel;
            const int lines = builder_.wrapped({textLeft, optionBaseline(y)}, option.label, style, textWidth);
            y += kCheckboxMm + (lines - 1) * leadingMm(style);
            if (!option.text.empty()) {
                y = builder_.paragraphs({textLeft, y + kTextGapMm}, option.text, textWidth);
            }
            y += gap;
        }
        placed_.bottom = y - gap;
    }

    void placeOptionsInline()
    {
        double x = left_;
        for (const OutlineOption& option : answer_.options) {
            addOption(option, {x, top_});
            const double width =
                answer_.bare ? 0.0
                             : builder_.text({x + kOptionTextMm, optionBaseline(top_)}, option.label, kLabel);
            x += std::max(kInlineStepMm, kOptionTextMm + width + kGroupGapMm);
        }
        placed_.right = x - kGroupGapMm;
        placed_.bottom = top_ + kCheckboxMm;
    }

    void placeText()
    {
        if (!answer_.text.empty()) {
            placed_.bottom = builder_.paragraphs({left_, placed_.bottom + kTextGapMm}, answer_.text, width_);
        }
    }

    PageBuilder& builder_;
    const OutlineAnswer& answer_;
    double left_;
    double top_;
    double width_;
    PlacedAnswer placed_;
};

} // namespace

double topBeside(const Field& before, const OutlineAnswer& answer)
{
    const auto halfOf = [](Writing writing) {
        return (writing == Writing::checkboxes ? kCheckboxMm : kCellHeightMm) / 2;
    };
    return before.box.y + halfOf(before.writing) - halfOf(answer.writing) - aboveFrameMm(answer);
}

PlacedAnswer placeAnswer(PageBuilder& builder, const OutlineAnswer& answer, PointMm top, double widthMm)
{
    return AnswerLayout(builder, answer, top, widthMm).place();
}

} // namespace scanstraat::print
