// SPDX-License-Identifier: EUPL-1.2
#include "ScanSettings.h"

namespace scanstraat::synth {

namespace {

double randomDpi(Random& random)
{
    switch (random.weighted({0.7, 0.12, 0.1, 0.08})) {
    case 0:
        return 300.0;
    case 1:
        return 200.0;
    case 2:
        return 240.0;
    default:
        return 400.0;
    }
}

} // namespace

JobSettings randomJob(Difficulty difficulty, Random& random)
{
    JobSettings job;
    job.dpi = randomDpi(random);
    job.mode = static_cast<ColourMode>(random.weighted({0.5, 0.3, 0.2}));
    const bool trueSize = random.chance(0.4);
    const double printed = choose(difficulty, random.uniform(0.99, 1.005), random.uniform(0.95, 1.02),
                                  random.uniform(0.94, 1.03));
    job.printScale = trueSize ? 1.0 : printed;
    job.printDarkness = random.uniform(choose(difficulty, 0.9, 0.8, 0.65), 1.0);
    job.blurPx = random.uniform(0.35, choose(difficulty, 0.6, 0.85, 1.2)) * job.dpi / 300.0;
    job.noise = random.uniform(0.5, choose(difficulty, 1.2, 2.5, 5.0));
    job.paper = random.uniform(choose(difficulty, 246.0, 236.0, 215.0), 254.0);
    job.paperBlue = random.uniform(choose(difficulty, 0.98, 0.95, 0.88), 1.0);
    job.unevenness = random.uniform(0.0, choose(difficulty, 0.015, 0.05, 0.12));
    const bool cleans = random.chance(choose(difficulty, 0.8, 0.45, 0.25));
    job.whitePoint = cleans ? job.paper * (0.94 - job.unevenness) - 2.0 * job.noise : 256.0;
    job.darkBackground = random.chance(choose(difficulty, 0.05, 0.2, 0.35));
    job.adaptive = random.chance(0.5);
    job.threshold = job.paper * random.uniform(0.6, 0.74);
    job.jpegQuality = random.integer(choose(difficulty, 75, 50, 35), 90);
    return job;
}

PageSettings randomPage(Difficulty difficulty, Random& random)
{
    PageSettings page;
    const double skew = choose(difficulty, 0.5, 2.0, 3.5);
    page.skewDegrees = random.chance(0.6) ? random.normal(0.0, 0.25 * skew) : random.uniform(-skew, skew);
    const double shift = choose(difficulty, 1.0, 2.2, 4.0);
    page.shiftXMm = random.uniform(-shift, shift);
    page.shiftYMm = random.uniform(-shift, shift);
    const double print = choose(difficulty, 0.3, 1.2, 2.5);
    page.printShiftXMm = random.uniform(-print, print);
    page.printShiftYMm = random.uniform(-print, print);
    page.feedStretch = 1.0 + random.normal(0.0, choose(difficulty, 0.0005, 0.0015, 0.003));
    page.bendMm = random.uniform(0.0, choose(difficulty, 0.04, 0.14, 0.3));
    if (difficulty != Difficulty::easy) {
        page.quarterTurns = static_cast<int>(random.weighted({0.93, 0.01, 0.05, 0.01}));
    }
    page.specks = random.integer(0, choose(difficulty, 4, 25, 80));
    page.streak = random.chance(choose(difficulty, 0.0, 0.01, 0.06));
    page.punchHoles = random.chance(choose(difficulty, 0.0, 0.0, 0.12));
    page.staple = random.chance(choose(difficulty, 0.0, 0.01, 0.12));
    page.stain = random.chance(choose(difficulty, 0.0, 0.0, 0.1));
    return page;
}

} // namespace scanstraat::synth
