// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "reading/Attachment.h"
#include "reading/FieldReading.h"
#include "reading/ScanQuality.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace scanstraat::reading {

/// Where a page came from.
struct SourcePage
{
    std::string file; ///< path relative to the input it was found under
    std::string sha256;
    int page = 1; ///< position in the file, from 1
};

/// What kind of page it is. `cover`: the front of a form, on which nothing is asked, a page of the form like
/// any other; `needless`: a page of a form that must not be sent along; `rejected`: a form page, or a page
/// that could be one, that cannot be read with trust; `failed`: the program could not process it;
/// `separator`: a sheet that the mailroom laid between two applications, part of neither.
enum class PageClass { form, attachment, blank, unknown, rejected, failed, separator, cover, needless };
inline constexpr std::array kPageClasses{PageClass::form,      PageClass::attachment, PageClass::blank,
                                         PageClass::unknown,   PageClass::rejected,   PageClass::failed,
                                         PageClass::separator, PageClass::cover,      PageClass::needless};

/// A stable code (see docs/findings.md), a severity and a Dutch sentence for people; `detail` is the cause
/// in technical English, for log and administrator.
struct Finding
{
    std::string code;
    std::string message;
    std::string fieldId; ///< empty: about the page or application
    bool review = true;  ///< somebody must look at it
    std::string detail = {};
    std::vector<std::string> forms = {}; ///< ids of the forms that it is about, any one of them
    int formPage = 0;                    ///< printed number of the page that it is about; 0: of none
};

/// How the sheet lies in the scan.
struct Registration
{
    /// Maps millimetres (x, y, 1) to pixels: {a, b, c, d, e, f}, px = a x + b y + c, py = d x + e y + f.
    std::array<double, 6> mmToPixel{};
    std::vector<PointMm> marks;  ///< of the adjustment fields that were used, where the form has their ink
    double residualMm = 0.0;     ///< root mean square distance at the marks, after the fit to them
    int linesSought = 0;         ///< places on the page's printed lines, a check that marks have no part in
    int linesFound = 0;          ///< those where a line was seen within 0.3 mm of where the map puts it
    double lineResidualMm = 0.0; ///< root mean square distance there
    double uncertaintyMm = 0.0;  ///< standard deviation of the map at the worst place of an answer
    double skewDegrees = 0.0;    ///< rest rotation, -45..45, clockwise
    int orientation = 0;         ///< 0, 90, 180, 270: clockwise turn that makes the scan upright
    double scaleX = 1.0;         ///< printed size over true size (needs a true dpi tag)
    double scaleY = 1.0;

    /// False: where the sheet lies is not known.
    [[nodiscard]] bool isKnown() const { return mmToPixel != std::array<double, 6>{}; }
};

/// Everything that was read on one page.
struct PageReading
{
    SourcePage source;
    PageClass pageClass = PageClass::unknown;
    std::string form; ///< form id; empty unless pageClass is form, cover or needless
    std::string edition;
    std::string templateVersion;
    int number = 0; ///< printed page number
    /// "barcode", "footer", "layout"; of a page that was not identified the code that was read on it, if any:
    /// "patch:T", "code39:SCHEIDING"
    std::string identifiedBy;
    double identityConfidence = 0.0;
    int widthPixels = 0;
    int heightPixels = 0;
    double dpi = 0.0;
    Registration registration;
    ScanQuality quality;
    std::vector<FieldReading> fields;
    std::optional<Attachment> attachment; ///< of class attachment only; none: its text was not read
    std::vector<Finding> findings;
};

[[nodiscard]] std::string toString(PageClass pageClass);

/// True for a page of a known form: class form, cover or needless.
[[nodiscard]] bool isFormPage(const PageReading& page);

} // namespace scanstraat::reading
