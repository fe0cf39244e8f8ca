package io.gangway.ops;

import io.gangway.kernel.CrossTenant;
import io.gangway.kernel.CrossTenantDatabase;
import io.gangway.rateplan.QuotaNotices;
import io.gangway.rateplan.QuotaNotices.Notice;
import io.gangway.rateplan.RequestKind;
import io.gangway.tenant.Member;
import io.gangway.tenant.Members;
import io.gangway.tenant.Permission;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Mails an organization's administrators when a day's quota is nearly or wholly used. Without a mail server nothing is sent. */
@Component
@CrossTenant("notices of every tenant are sent by one worker")
class QuotaMail {
    private static final Logger log = LoggerFactory.getLogger(QuotaMail.class);
    private static final int WHOLE = 100;

    private final QuotaNotices notices;
    private final Members members;
    private final CrossTenantDatabase database;
    private final ObjectProvider<JavaMailSender> mail;
    private final String from;
    private final String portal;

    QuotaMail(
            QuotaNotices notices,
            Members members,
            CrossTenantDatabase database,
            ObjectProvider<JavaMailSender> mail,
            @Value("${gangway.mail.from}") String from,
            @Value("${gangway.public-url}") String portal) {
        this.notices = notices;
        this.members = members;
        this.database = database;
        this.mail = mail;
        this.from = from;
        this.portal = portal;
    }

    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void sendAll() {
        var sender = mail.getIfAvailable();
        while (sender != null && sendNext(sender)) {
            // Each in a transaction of its own.
        }
    }

    /** False if there is nothing to send, or it could not be sent now. */
    private boolean sendNext(JavaMailSender sender) {
        return database.write(() -> {
            var next = notices.nextUnsent().orElse(null);
            if (next == null) {
                return false;
            }
            try {
                send(sender, next);
                notices.sent(next);
                return true;
            } catch (MailException failed) {
                log.warn("A notice of a quota could not be mailed; trying again. {}", failed.toString());
                notices.failed(next);
                return false;
            }
        });
    }

    private void send(JavaMailSender sender, Notice notice) {
        var receivers = members.of(notice.tenant()).stream()
                .filter(member -> member.role().permissions().contains(Permission.MANAGE_ACCESS))
                .map(Member::email)
                .toArray(String[]::new);
        if (receivers.length == 0) {
            return;
        }
        var message = new SimpleMailMessage();
        message.setFrom(from);
        message.setTo(receivers);
        message.setSubject("Gangway: %d %% of today's quota is used".formatted(notice.percent()));
        message.setText(text(notice));
        sender.send(message);
    }

    private String text(Notice notice) {
        var what = notice.kind() == RequestKind.API
                ? "API requests"
                : "webhooks at endpoint %s".formatted(notice.subject());
        var effect = notice.percent() == WHOLE
                ? "Further ones are refused with 429 until the day ends."
                : "Beyond the quota they are refused with 429 until the day ends.";
        return """
                %d of %d %s that your plan allows for %s were used in the %s environment.
                %s

                Your use against your plan: %s/usage
                Ask the operator of the platform if you need a larger plan.
                """.formatted(
                        notice.used(),
                        notice.quota(),
                        what,
                        notice.day(),
                        notice.environment().name().toLowerCase(java.util.Locale.ROOT),
                        effect,
                        portal);
    }
}
