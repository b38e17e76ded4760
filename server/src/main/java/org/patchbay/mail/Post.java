package org.patchbay.mail;

import java.util.Optional;
import java.util.Properties;
import org.patchbay.kernel.settings.MailServer;
import org.patchbay.kernel.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/// Hands letters to the mail server.
@Component
public class Post {

    private static final Logger LOG = LoggerFactory.getLogger(Post.class);

    private final Optional<MailServer> server;
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

    Post(Settings settings) {
        this.server = settings.mail();
        server.ifPresent(this::configure);
    }

    public boolean configured() {
        return server.isPresent();
    }

    /// Sends a letter now.
    ///
    /// @return whether the mail server took it; false where none is set, and where it refused or did not
    ///     answer within some seconds, so that the caller can hand the link over in another way
    public boolean send(Letter letter) {
        if (server.isEmpty()) {
            LOG.info("No mail server is set; «{}» is handed over as a link", letter.subject());
            return false;
        }
        try {
            SimpleMailMessage message = new SimpleMailMessage();
            message.setFrom(server.get().from());
            message.setTo(letter.to());
            message.setSubject(letter.subject());
            message.setText(letter.text());
            sender.send(message);
            return true;
        } catch (MailException refused) {
            LOG.warn(
                    "The mail server did not take «{}»: {}",
                    letter.subject(),
                    refused.getClass().getSimpleName());
            return false;
        }
    }

    private void configure(MailServer mail) {
        sender.setHost(mail.host());
        sender.setPort(mail.port());
        sender.setProtocol(mail.tls() ? "smtps" : "smtp");
        mail.user().ifPresent(sender::setUsername);
        mail.password().ifPresent(sender::setPassword);
        Properties properties = sender.getJavaMailProperties();
        properties.put("mail.smtp.starttls.enable", "true");
        for (String protocol : new String[] {"smtp", "smtps"}) {
            properties.put(
                    "mail." + protocol + ".auth", String.valueOf(mail.user().isPresent()));
            properties.put("mail." + protocol + ".connectiontimeout", "5000");
            properties.put("mail." + protocol + ".timeout", "10000");
            properties.put("mail." + protocol + ".writetimeout", "10000");
        }
    }
}
