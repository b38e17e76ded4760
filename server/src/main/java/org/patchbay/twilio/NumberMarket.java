package org.patchbay.twilio;

import com.twilio.base.Reader;
import com.twilio.base.Resource;
import com.twilio.base.ResourceSet;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.api.v2010.account.availablephonenumbercountry.Local;
import com.twilio.rest.api.v2010.account.availablephonenumbercountry.Mobile;
import com.twilio.rest.api.v2010.account.availablephonenumbercountry.National;
import com.twilio.rest.api.v2010.account.availablephonenumbercountry.TollFree;
import com.twilio.rest.pricing.v1.phonenumber.Country;
import com.twilio.type.PhoneNumber;
import com.twilio.type.PhoneNumberCapabilities;
import com.twilio.type.PhoneNumberPrice;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.patchbay.twilio.AccountNumbers.TwilioNumber;

/// Numbers that Twilio sells.
/// Sources: [AvailablePhoneNumber](https://www.twilio.com/docs/phone-numbers/api/availablephonenumber-resource),
/// [Pricing](https://www.twilio.com/docs/phone-numbers/pricing).
public final class NumberMarket {

    private static final int SHOWN = 30;

    private final TwilioLine line;

    NumberMarket(TwilioLine line) {
        this.line = line;
    }

    /// As Twilio sorts them; not every country has all.
    public enum Type {
        LOCAL("local"),
        MOBILE("mobile"),
        TOLL_FREE("toll free"),
        NATIONAL("national");

        private final String priced;

        Type(String priced) {
            this.priced = priced;
        }
    }

    /// @param country ISO 3166-1, two letters
    /// @param areaCode null for any
    /// @param contains digits, letters as on a keypad, or `*` for any digit; null for any
    public record Search(
            String country,
            Type type,
            @Nullable String areaCode,
            @Nullable String contains) {}

    /// A number for sale at this moment.
    public record Offer(
            String phoneNumber,
            @Nullable String locality,
            @Nullable String region,
            boolean voice,
            boolean sms,
            boolean mms) {}

    /// @param monthly decimal
    /// @param currency ISO 4217
    public record Price(String monthly, String currency) {}

    /// @return at most 30; none where Twilio has no such numbers
    public List<Offer> search(Search search) {
        return line.ask(
                "numbers.search",
                client -> Gone.found(() -> switch (search.type()) {
                            case LOCAL -> offers(local(search).read(client), NumberMarket::offer);
                            case MOBILE -> offers(mobile(search).read(client), NumberMarket::offer);
                            case TOLL_FREE -> offers(tollFree(search).read(client), NumberMarket::offer);
                            case NATIONAL -> offers(national(search).read(client), NumberMarket::offer);
                        })
                        .orElse(List.of()));
    }

    /// What a number of that kind costs each month; empty where Twilio does not say.
    public Optional<Price> price(String country, Type type) {
        return line.ask(
                "numbers.price",
                client -> Gone.found(() -> Country.fetcher(country).fetch(client))
                        .flatMap(prices -> prices.getPhoneNumberPrices().stream()
                                .filter(price -> price.getType() != null
                                        && type.priced.equals(price.getType().toString()))
                                .findFirst()
                                .map(price -> new Price(
                                        amount(price), prices.getPriceUnit().getCurrencyCode()))));
    }

    /// Buys a number. Where Twilio did not answer it may have been bought all the same:
    /// [TwilioFailure#outcomeUnknown()].
    ///
    /// @param name at most 64 characters; null for Twilio's own
    public TwilioNumber buy(String phoneNumber, @Nullable String name) {
        return line.ask(
                "numbers.buy",
                client -> AccountNumbers.number(IncomingPhoneNumber.creator(new PhoneNumber(phoneNumber))
                        .setFriendlyName(name)
                        .create(client)));
    }

    /// Gives a number back, for good. A number that is gone already is no failure.
    public void release(String sid) {
        line.ask(
                "numbers.release",
                client -> Gone.orRemoved(() -> IncomingPhoneNumber.deleter(sid).delete(client)));
    }

    private static String amount(PhoneNumberPrice price) {
        return String.valueOf(price.getCurrentPrice());
    }

    private static <T extends Resource> List<Offer> offers(ResourceSet<T> numbers, Function<T, Offer> offer) {
        return StreamSupport.stream(numbers.spliterator(), false)
                .limit(SHOWN)
                .map(offer)
                .toList();
    }

    private static Reader<Local> local(Search search) {
        return Local.reader(search.country())
                .setAreaCode(areaCode(search))
                .setContains(search.contains())
                .pageSize(SHOWN);
    }

    private static Reader<Mobile> mobile(Search search) {
        return Mobile.reader(search.country())
                .setAreaCode(areaCode(search))
                .setContains(search.contains())
                .pageSize(SHOWN);
    }

    private static Reader<TollFree> tollFree(Search search) {
        return TollFree.reader(search.country())
                .setAreaCode(areaCode(search))
                .setContains(search.contains())
                .pageSize(SHOWN);
    }

    private static Reader<National> national(Search search) {
        return National.reader(search.country())
                .setAreaCode(areaCode(search))
                .setContains(search.contains())
                .pageSize(SHOWN);
    }

    private static @Nullable Integer areaCode(Search search) {
        return search.areaCode() == null ? null : Integer.valueOf(search.areaCode());
    }

    private static Offer offer(Local number) {
        return offer(number.getPhoneNumber(), number.getLocality(), number.getRegion(), number.getCapabilities());
    }

    private static Offer offer(Mobile number) {
        return offer(number.getPhoneNumber(), number.getLocality(), number.getRegion(), number.getCapabilities());
    }

    private static Offer offer(TollFree number) {
        return offer(number.getPhoneNumber(), number.getLocality(), number.getRegion(), number.getCapabilities());
    }

    private static Offer offer(National number) {
        return offer(number.getPhoneNumber(), number.getLocality(), number.getRegion(), number.getCapabilities());
    }

    private static Offer offer(
            PhoneNumber number,
            @Nullable String locality,
            @Nullable String region,
            @Nullable PhoneNumberCapabilities can) {
        return new Offer(
                number.getEndpoint(),
                locality,
                region,
                can != null && can.getVoice(),
                can != null && can.getSms(),
                can != null && can.getMms());
    }
}
