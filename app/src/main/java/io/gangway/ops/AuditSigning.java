package io.gangway.ops;

import io.gangway.audit.AuditCheckpoints;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs the chains of the audit once a day. */
@DisallowConcurrentExecution
public class AuditSigning implements Job {
    private static final Logger log = LoggerFactory.getLogger(AuditSigning.class);

    private final AuditCheckpoints checkpoints;

    AuditSigning(AuditCheckpoints checkpoints) {
        this.checkpoints = checkpoints;
    }

    @Override
    public void execute(JobExecutionContext context) {
        log.info("Signed the audit of {} organizations", checkpoints.sign());
    }
}
