package org.patchbay.numbers.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.kernel.access.Permission;
import org.patchbay.kernel.access.Requires;
import org.patchbay.numbers.NumberShop;
import org.patchbay.numbers.NumberSync;
import org.patchbay.numbers.WorkspaceNumber;
import org.patchbay.twilio.NumberMarket;
import org.patchbay.twilio.NumberMarket.Offer;
import org.patchbay.workspaces.Workspaces;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/numbers")
class NumberShopController {

    private final NumberShop shop;
    private final Workspaces workspaces;

    NumberShopController(NumberShop shop, Workspaces workspaces) {
        this.shop = shop;
        this.workspaces = workspaces;
    }

    @GetMapping("/available")
    @Requires(Permission.NUMBERS_MANAGE)
    Available search(
            @RequestParam(required = false)
                    @Nullable
                    @Pattern(regexp = "[A-Z]{2}", message = "must be a two-letter country code of ISO 3166")
                    String country,
            @RequestParam(defaultValue = "local")
                    @Pattern(
                            regexp = "local|mobile|toll-free|national",
                            message = "must be local, mobile, toll-free or national")
                    String type,
            @RequestParam(required = false) @Nullable @Pattern(regexp = "[0-9]{2,5}", message = "must be 2 to 5 digits")
                    String areaCode,
            @RequestParam(required = false)
                    @Nullable
                    @Pattern(regexp = "[0-9A-Za-z*]{2,16}", message = "must be 2 to 16 digits or letters")
                    String contains) {
        NumberMarket.Type wanted =
                NumberMarket.Type.valueOf(type.toUpperCase(Locale.ROOT).replace('-', '_'));
        String where = country == null ? workspaces.get().country() : country;
        NumberShop.Found found = shop.search(new NumberMarket.Search(where, wanted, areaCode, contains));
        return new Available(found.offers(), Price.of(found));
    }

    @PostMapping
    @Requires(Permission.NUMBERS_MANAGE)
    @ResponseStatus(HttpStatus.CREATED)
    WorkspaceNumber buy(@Valid @RequestBody Purchase purchase) {
        return shop.buy(purchase.phoneNumber(), purchase.friendlyName());
    }

    @PostMapping("/sync")
    @Requires(Permission.NUMBERS_MANAGE)
    NumberSync.Result sync() {
        return shop.look();
    }

    @PostMapping("/{numberId}/release")
    @Requires(Permission.NUMBERS_MANAGE)
    WorkspaceNumber release(@PathVariable UUID numberId, @Valid @RequestBody Release release) {
        return shop.release(numberId, release.phoneNumber());
    }

    record Purchase(
            @NotNull(message = "is missing")
            @Pattern(regexp = "\\+[1-9][0-9]{4,14}", message = "must be a number that is for sale")
            String phoneNumber,

            @Nullable @Size(max = 64, message = "may have up to 64 characters")
            String friendlyName) {}

    record Release(
            @NotNull(message = "is missing") @Size(max = 20, message = "must be the number that is to be released")
            String phoneNumber) {}

    record Available(List<Offer> items, Price price) {}

    record Price(@Nullable String monthly, @Nullable String currency, String note) {
        static Price of(NumberShop.Found found) {
            return found.price()
                    .map(price -> new Price(price.monthly(), price.currency(), "asked"))
                    .orElseGet(() -> new Price(null, null, found.practice() ? "practice" : "unknown"));
        }
    }
}
