// SPDX-License-Identifier: EUPL-1.2
// Two things or three at once of which each hides what would make up for the other.
#include "Distortion.h"

namespace scanstraat::battery {

namespace {

void also(Scene& scene, const Dial& dial, const std::string& name)
{
    distort(scene, allDistortions()[distortionNamed(name)], dial);
}

void onSomeBed(Scene& scene, const Dial& dial)
{
    also(scene, dial, dial.random.chance(0.5) ? "bed-white" : "bed-black");
}

void bedWithWrongTag(Scene& scene, const Dial& dial)
{
    onSomeBed(scene, dial);
    also(scene, dial, "wrong-dpi");
}

void bedWithoutTag(Scene& scene, const Dial& dial)
{
    onSomeBed(scene, dial);
    also(scene, dial, "missing-dpi");
}

void faxWithoutTag(Scene& scene, const Dial& dial)
{
    also(scene, dial, "fax");
    also(scene, dial, "missing-dpi");
}

void twoMarksWithoutTag(Scene& scene, const Dial& dial)
{
    also(scene, dial, "marks-2");
    bedWithoutTag(scene, dial);
}

} // namespace

std::vector<Distortion> pairedDistortions()
{
    return {
        {"bed-wrong-dpi", Stage::several, "bed-white or bed-black, and wrong-dpi", bedWithWrongTag},
        {"bed-missing-dpi", Stage::several, "bed-white or bed-black, and missing-dpi", bedWithoutTag},
        {"fax-missing-dpi", Stage::several, "fax and missing-dpi: pixels over twice as high as wide at 1",
         faxWithoutTag},
        {"marks-2-missing-dpi", Stage::several, "marks-2 and bed-missing-dpi", twoMarksWithoutTag},
    };
}

} // namespace scanstraat::battery
