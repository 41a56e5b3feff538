package timeline.home;

import timeline.home.merge.SourceUnavailableException.Reason;

/** The sources of a home timeline. Together they hold everything that belongs into it. */
enum SourceKind {
    /** What was pushed: the cached timeline, and the database where that ends or fails. */
    TIMELINE {
        @Override
        Degraded whenLeftOut(Reason reason) {
            return reason == Reason.GRAPH_UNKNOWN ? Degraded.FOLLOW_GRAPH : Degraded.STORE;
        }
    },
    /** The reader's own tweets, always from the database: read-your-writes needs nothing else to be alive (ADR 0001, G2). */
    OWN {
        @Override
        Degraded whenLeftOut(Reason reason) {
            return Degraded.OWN_TWEETS;
        }
    },
    /** What was stored, and is yet to be pushed: known before the read began, so it never fails (ADR 0026). */
    OWED {
        @Override
        Degraded whenLeftOut(Reason reason) {
            return Degraded.FAN_OUT;
        }
    },
    /** The older tweets of authors whose follow is not brought into the timeline yet, from the database (ADR 0032). */
    BACKFILL {
        @Override
        Degraded whenLeftOut(Reason reason) {
            return Degraded.FAN_OUT;
        }
    },
    /** The tweets of pulled authors, from the database, at all depths (ADR 0004). */
    CELEBRITIES {
        @Override
        Degraded whenLeftOut(Reason reason) {
            return Degraded.CELEBRITIES;
        }
    };

    /** What a page lacks that was made without this source. */
    abstract Degraded whenLeftOut(Reason reason);
}
