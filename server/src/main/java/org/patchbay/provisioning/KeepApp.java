package org.patchbay.provisioning;

import java.util.List;
import java.util.Optional;
import org.patchbay.database.Tenancy;
import org.patchbay.twilio.AccountApps;
import org.patchbay.twilio.AccountApps.AppSettings;
import org.patchbay.twilio.AccountApps.TwimlApp;
import org.patchbay.twilio.TwilioConfigs;
import org.patchbay.twilio.WebhookUrls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Sees to it that there is one TwiML app of ours, and that it asks us. One whose making was not
/// acknowledged is found by its name and used; numbers may point at it already.
@Component
class KeepApp implements RunStep {

    private static final Logger LOG = LoggerFactory.getLogger(KeepApp.class);

    private final TwilioConfigs configs;

    KeepApp(TwilioConfigs configs) {
        this.configs = configs;
    }

    @Override
    public StepName name() {
        return StepName.APP;
    }

    @Override
    public void perform(Work work) {
        AppSettings wanted = DesiredSetup.app(new WebhookUrls(work.base(), Tenancy.workspaceId()));
        AccountApps apps = work.account().apps();
        List<TwimlApp> ours = apps.named(wanted.name());
        Optional<TwimlApp> kept =
                work.appSid().flatMap(apps::find).or(() -> ours.stream().findFirst());
        ours.stream()
                .filter(app -> kept.isPresent() && !app.sid().equals(kept.get().sid()))
                .forEach(orphan -> apps.delete(orphan.sid()));
        String outcome = kept.isEmpty() ? "made" : isAsWanted(wanted, kept.get()) ? "kept" : "updated";
        LOG.info("The TwiML app is {}", outcome);
        TwimlApp app = kept.map(found -> outcome.equals("kept") ? found : apps.update(found.sid(), wanted))
                .orElseGet(() -> apps.create(wanted));
        configs.keepApp(app.sid());
        work.progress().told(outcome, app.sid());
    }

    private static boolean isAsWanted(AppSettings wanted, TwimlApp app) {
        return app.settings().equals(wanted) && app.byPost();
    }
}
