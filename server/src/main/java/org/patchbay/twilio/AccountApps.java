package org.patchbay.twilio;

import com.twilio.http.HttpMethod;
import com.twilio.rest.api.v2010.account.Application;
import com.twilio.rest.api.v2010.account.ApplicationCreator;
import com.twilio.rest.api.v2010.account.ApplicationUpdater;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// An account's [TwiML apps](https://www.twilio.com/docs/usage/api/applications): where Twilio asks what to
/// do with a call, for a browser's calls and for all numbers that point at the app.
public final class AccountApps {

    private final TwilioLine line;

    AccountApps(TwilioLine line) {
        this.line = line;
    }

    /// What an app says. Everything is asked by POST.
    ///
    /// @param name at most 64 characters
    /// @param voiceUrl where the TwiML for a call comes from
    /// @param voiceFallbackUrl where it comes from when the first address fails
    /// @param statusCallback told when a call ends
    public record AppSettings(
            String name,
            @Nullable URI voiceUrl,
            @Nullable URI voiceFallbackUrl,
            @Nullable URI statusCallback) {}

    /// An app as Twilio has it.
    ///
    /// @param byPost whether all of its addresses are asked by POST
    public record TwimlApp(String sid, AppSettings settings, boolean byPost) {}

    public TwimlApp create(AppSettings settings) {
        return line.ask("apps.create", client -> {
            ApplicationCreator creator = Application.creator()
                    .setFriendlyName(settings.name())
                    .setVoiceMethod(HttpMethod.POST)
                    .setVoiceFallbackMethod(HttpMethod.POST)
                    .setStatusCallbackMethod(HttpMethod.POST);
            return app(creator.setVoiceUrl(settings.voiceUrl())
                    .setVoiceFallbackUrl(settings.voiceFallbackUrl())
                    .setStatusCallback(settings.statusCallback())
                    .create(client));
        });
    }

    public TwimlApp update(String sid, AppSettings settings) {
        return line.ask("apps.update", client -> {
            ApplicationUpdater updater = Application.updater(sid)
                    .setFriendlyName(settings.name())
                    .setVoiceMethod(HttpMethod.POST)
                    .setVoiceFallbackMethod(HttpMethod.POST)
                    .setStatusCallbackMethod(HttpMethod.POST);
            return app(updater.setVoiceUrl(text(settings.voiceUrl()))
                    .setVoiceFallbackUrl(text(settings.voiceFallbackUrl()))
                    .setStatusCallback(text(settings.statusCallback()))
                    .update(client));
        });
    }

    public Optional<TwimlApp> find(String sid) {
        return line.ask(
                "apps.fetch",
                client -> Gone.found(() -> app(Application.fetcher(sid).fetch(client))));
    }

    /// All apps that carry exactly this name; Twilio allows several.
    public List<TwimlApp> named(String name) {
        return line.ask(
                "apps.list",
                client -> StreamSupport.stream(
                                Application.reader()
                                        .setFriendlyName(name)
                                        .pageSize(1000)
                                        .read(client)
                                        .spliterator(),
                                false)
                        .filter(app -> name.equals(app.getFriendlyName()))
                        .map(AccountApps::app)
                        .toList());
    }

    /// An app that is gone already is no failure.
    public void delete(String sid) {
        line.ask(
                "apps.delete",
                client -> Gone.orRemoved(() -> Application.deleter(sid).delete(client)));
    }

    private static TwimlApp app(Application app) {
        return new TwimlApp(
                app.getSid(),
                new AppSettings(
                        app.getFriendlyName(),
                        address(app.getVoiceUrl()),
                        address(app.getVoiceFallbackUrl()),
                        address(app.getStatusCallback())),
                app.getVoiceMethod() == HttpMethod.POST
                        && app.getVoiceFallbackMethod() == HttpMethod.POST
                        && app.getStatusCallbackMethod() == HttpMethod.POST);
    }

    /// Twilio writes an address that is not set sometimes as null and sometimes as nothing.
    static @Nullable URI address(@Nullable URI address) {
        return address == null || address.toString().isEmpty() ? null : address;
    }

    /// The SDK leaves null out; only an empty text takes a value away.
    static String text(@Nullable URI address) {
        return address == null ? "" : address.toString();
    }
}
