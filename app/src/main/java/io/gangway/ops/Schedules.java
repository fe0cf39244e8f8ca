package io.gangway.ops;

import org.quartz.CronScheduleBuilder;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When what runs; one node of the cluster runs it. */
@Configuration(proxyBeanMethods = false)
class Schedules {
    @Bean
    JobDetail housekeeping() {
        return JobBuilder.newJob(Housekeeping.class)
                .withIdentity("housekeeping", "ops")
                .storeDurably()
                .build();
    }

    @Bean
    JobDetail auditSigning() {
        return JobBuilder.newJob(AuditSigning.class)
                .withIdentity("audit-signing", "ops")
                .storeDurably()
                .build();
    }

    @Bean
    Trigger auditSigningDaily(JobDetail auditSigning) {
        return TriggerBuilder.newTrigger()
                .forJob(auditSigning)
                .withIdentity("audit-signing-daily", "ops")
                .withSchedule(CronScheduleBuilder.dailyAtHourAndMinute(0, 7))
                .build();
    }

    @Bean
    JobDetail identityComparison() {
        return JobBuilder.newJob(IdentityComparison.class)
                .withIdentity("identity-comparison", "ops")
                .storeDurably()
                .build();
    }

    @Bean
    Trigger identityComparisonHourly(JobDetail identityComparison) {
        return TriggerBuilder.newTrigger()
                .forJob(identityComparison)
                .withIdentity("identity-comparison-hourly", "ops")
                .withSchedule(CronScheduleBuilder.cronSchedule("0 41 * * * ?"))
                .build();
    }

    @Bean
    Trigger housekeepingDaily(JobDetail housekeeping) {
        return TriggerBuilder.newTrigger()
                .forJob(housekeeping)
                .withIdentity("housekeeping-daily", "ops")
                .withSchedule(CronScheduleBuilder.dailyAtHourAndMinute(3, 17))
                .build();
    }
}
