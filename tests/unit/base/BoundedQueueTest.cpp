// SPDX-License-Identifier: EUPL-1.2
#include "base/BoundedQueue.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

namespace scanstraat {

TEST(BoundedQueue, HandsOutEachValueOnceInOrder)
{
    BoundedQueue<int> queue(4);
    queue.push(1);
    queue.push(2);
    queue.close();

    EXPECT_EQ(queue.pop(), 1);
    EXPECT_EQ(queue.pop(), 2);
    EXPECT_EQ(queue.pop(), std::nullopt);
}

TEST(BoundedQueue, RefusesValuesAfterClosing)
{
    BoundedQueue<int> queue(4);
    queue.close();

    EXPECT_FALSE(queue.push(1));
    EXPECT_EQ(queue.pop(), std::nullopt);
}

TEST(BoundedQueue, MakesTheProducerWaitWhenFull)
{
    BoundedQueue<int> queue(2);
    std::atomic<int> pushed = 0;
    std::jthread producer([&] {
        for (int i = 0; i < 100; ++i) {
            queue.push(i);
            ++pushed;
        }
        queue.close();
    });

    int taken = 0;
    int ahead = 0;
    while (queue.pop()) {
        ++taken;
        ahead = std::max(ahead, pushed - taken);
    }

    EXPECT_EQ(taken, 100);
    EXPECT_LE(ahead, 3); // two in the queue, one on its way
}

TEST(BoundedQueue, ClosingWakesAWaitingConsumer)
{
    BoundedQueue<int> queue(2);
    bool ended = false;
    {
        std::jthread consumer([&] { ended = !queue.pop().has_value(); });
        queue.close();
    }

    EXPECT_TRUE(ended);
}

} // namespace scanstraat
