// SPDX-License-Identifier: EUPL-1.2
#include "Portrait.h"

#include <opencv2/imgproc.hpp>

namespace scanstraat::synth {

namespace {

constexpr double kWidthMm = 35.0;
constexpr double kHeightMm = 45.0;
constexpr double kMiddleMm = kWidthMm / 2;

/// Draws ellipses in millimetres; greys from 0 black to 255 white.
class Canvas
{
public:
    Canvas(double pixelsPerMm, double background)
        : scale_(pixelsPerMm), picture_(cvRound(kHeightMm * pixelsPerMm), cvRound(kWidthMm * pixelsPerMm),
                                        CV_8UC1, cv::Scalar(background))
    {
    }

    void ellipse(double x, double y, double halfWidth, double halfHeight, double grey)
    {
        cv::ellipse(picture_, {pixels(x), pixels(y)}, {pixels(halfWidth), pixels(halfHeight)}, 0.0, 0.0,
                    360.0, cv::Scalar(grey), cv::FILLED, cv::LINE_AA);
    }

    /// The same on both sides of the face.
    void both(double fromMiddle, double y, double halfWidth, double halfHeight, double grey)
    {
        ellipse(kMiddleMm - fromMiddle, y, halfWidth, halfHeight, grey);
        ellipse(kMiddleMm + fromMiddle, y, halfWidth, halfHeight, grey);
    }

    [[nodiscard]] cv::Mat finished() const
    {
        cv::Mat result;
        cv::GaussianBlur(picture_, result, {}, 0.08 * scale_);
        return result;
    }

private:
    [[nodiscard]] int pixels(double mm) const { return cvRound(mm * scale_); }

    double scale_;
    cv::Mat picture_;
};

void drawEyes(Canvas& canvas, double skin, double hair)
{
    canvas.both(3.4, 20.6, 2.6, 2.0, skin - 40);
    canvas.both(3.4, 18.1, 2.4, 0.55, hair + 10);
    canvas.both(3.4, 20.6, 1.5, 0.8, skin + 25);
    canvas.both(3.4, 20.6, 0.75, 0.8, 35);
}

} // namespace

cv::Mat drawPortrait(double pixelsPerMm, Random& random)
{
    const double skin = random.uniform(165, 205);
    const double hair = random.uniform(35, 75);
    const double wide = random.uniform(-0.5, 0.5);
    Canvas canvas(pixelsPerMm, random.uniform(212, 230));
    canvas.ellipse(kMiddleMm, 45, 15, 10, random.uniform(50, 110)); // shoulders
    canvas.ellipse(kMiddleMm, 34, 4.5, 7, skin - 22);               // neck
    canvas.ellipse(kMiddleMm, 19.5, 9.6 + wide, 12.5, hair);
    canvas.ellipse(kMiddleMm, 21.5, 8.2 + wide, 11.2, skin);
    canvas.ellipse(kMiddleMm, 12.2, 8.0 + wide, random.uniform(2.6, 3.6), hair);
    drawEyes(canvas, skin, hair);
    canvas.both(5.2, 25, 2.0, 2.2, skin + 10);             // cheeks
    canvas.ellipse(kMiddleMm, 22.6, 0.9, 3.0, skin + 16);  // nose
    canvas.ellipse(kMiddleMm, 25.6, 1.6, 0.5, skin - 50);  // nostrils
    canvas.ellipse(kMiddleMm, 28.6, 2.9, 0.75, skin - 80); // mouth
    canvas.ellipse(kMiddleMm, 30.6, 2.2, 0.5, skin - 25);  // chin
    return canvas.finished();
}

} // namespace scanstraat::synth
