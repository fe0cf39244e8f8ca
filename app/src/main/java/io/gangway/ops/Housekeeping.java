package io.gangway.ops;

import io.gangway.ingest.Messages;
import io.gangway.kernel.CrossTenant;
import io.gangway.kernel.CrossTenantDatabase;
import io.gangway.rateplan.RateLimiter;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the partitions of the coming months, and forgets what the replay cache need not remember. */
@DisallowConcurrentExecution
@CrossTenant("partitions and the replay cache hold rows of every tenant")
public class Housekeeping implements Job {
    private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);
    private static final int MONTHS_AHEAD = 3;

    /** Longer than any sender repeats a message; the longest known gives up after a day. */
    private static final Duration REPLAY_MEMORY = Duration.ofDays(30);

    /** Requests of a minute are of use as long as somebody asks why some were refused. */
    private static final Duration COUNTS_KEPT = Duration.ofDays(40);

    private final CrossTenantDatabase database;
    private final Messages messages;
    private final RateLimiter limiter;
    private final Clock clock;

    Housekeeping(CrossTenantDatabase database, Messages messages, RateLimiter limiter, Clock clock) {
        this.database = database;
        this.messages = messages;
        this.limiter = limiter;
        this.clock = clock;
    }

    @Override
    public void execute(JobExecutionContext context) {
        var made = database.jdbc()
                .sql(
                        "SELECT gangway_ensure_partitions('message', :months) + gangway_ensure_partitions('event', :months)")
                .param("months", MONTHS_AHEAD)
                .query(Integer.class)
                .single();
        var forgotten = messages.forgetFingerprints(clock.instant().minus(REPLAY_MEMORY));
        limiter.forgetFullBuckets();
        database.jdbc()
                .sql("DELETE FROM request_count WHERE minute < ?")
                .param(Timestamp.from(clock.instant().minus(COUNTS_KEPT)))
                .update();
        log.info("Made {} partitions and forgot {} fingerprints of messages", made, forgotten);
    }
}
