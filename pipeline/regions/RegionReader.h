// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"
#include "page/RegisteredPage.h"
#include "reading/FieldReading.h"
#include "regions/FaceFinder.h"
#include "regions/PastedPhoto.h"

namespace scanstraat::regions {

/// What a region shows.
struct RegionReading
{
    reading::FieldReading field; ///< value "present" or "absent"
    cv::Mat picture; ///< 8-bit BGR, or grey where the scan has no colours: the region, or the photo along its
                     ///< own sides (35 x 45 mm); empty where surely nothing is there
};

/// Says whether something was written, stamped or pasted in a region, and cuts it out. A photo that is not
/// upright, not sharp or shows no face goes to review, with the reason. One per thread.
class RegionReader
{
public:
    /// Throws scanstraat::Error with ExitCode::installation when the face finder is not installed.
    RegionReader() = default;

    [[nodiscard]] RegionReading read(const page::RegisteredPage& page, const form::Field& field);

private:
    [[nodiscard]] RegionReading readPhoto(const page::RegisteredPage& page, const form::Field& field);
    void judgePhoto(const PastedPhoto& photo, bool bitonal, reading::FieldReading& reading);

    FaceFinder faces_;
};

/// How sharp a picture is: the variance of its Laplacian over its own variance, at 8 pixels a millimetre. A
/// sharp portrait has 0.02 and more, one whose edges are smeared over half a millimetre less than 0.004.
[[nodiscard]] double sharpness(const cv::Mat& picture, double pixelsPerMm);

} // namespace scanstraat::regions
