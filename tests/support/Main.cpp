// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>
#include <opencv2/core.hpp>

int main(int argc, char** argv)
{
    cv::setNumThreads(1); // as the program does: pages run side by side, not the parts of a picture
    testing::InitGoogleMock(&argc, argv);
    return RUN_ALL_TESTS();
}
