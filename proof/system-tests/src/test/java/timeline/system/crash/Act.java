package timeline.system.crash;

import timeline.local.http.PushThreshold;

/** What users do so that a point is passed. */
enum Act {
    /** The author posts. */
    POST {
        @Override
        void perform(Circle circle) {
            circle.post();
        }
    },
    /** The author posts with an idempotency key, and later repeats it for as long as there is no answer. */
    POST_WITH_KEY {
        @Override
        void perform(Circle circle) {
            circle.postWithKey();
        }
    },
    /** Nobody does anything. */
    WAIT {
        @Override
        void perform(Circle circle) {
            // It comes by itself.
        }
    },
    /** Somebody new, whose timeline is not cached, follows the author, and reads. */
    READ_A_COLD_TIMELINE {
        @Override
        void prepare(Circle circle, PushThreshold threshold) {
            circle.newcomerFollows();
        }

        @Override
        void perform(Circle circle) {
            circle.newcomerReads();
        }
    },
    /** Somebody new, whose timeline is cached, follows the author. */
    FOLLOW {
        @Override
        void prepare(Circle circle, PushThreshold threshold) {
            circle.newcomerReads();
        }

        @Override
        void perform(Circle circle) {
            circle.newcomerFollows();
        }
    },
    /** An author with as many followers as the threshold posts. */
    BECOME_A_CELEBRITY {
        @Override
        void prepare(Circle circle, PushThreshold threshold) {
            threshold.change(Circle.FOLLOWERS);
        }

        @Override
        void perform(Circle circle) {
            circle.post();
        }
    },
    /** A celebrity who has far less followers than the threshold now goes on posting. */
    CEASE_TO_BE_A_CELEBRITY {
        @Override
        void prepare(Circle circle, PushThreshold threshold) {
            threshold.change(Circle.FOLLOWERS);
            circle.post();
            circle.awaitWhole();
            threshold.change(NOBODYS);
        }

        @Override
        void perform(Circle circle) {
            circle.post();
        }

        @Override
        boolean isRepeated() {
            return true;
        }
    };

    /** A threshold that nobody in these tests reaches. */
    static final long NOBODYS = 1_000;

    /** Before the point is armed. */
    void prepare(Circle circle, PushThreshold threshold) {
    }

    abstract void perform(Circle circle);

    /** Whether once may not be enough. */
    boolean isRepeated() {
        return false;
    }
}
