package org.patchbay.simulator.calls;

import org.patchbay.simulator.http.Params;

/// Where the instructions for a leg come from.
public sealed interface TwimlSource {

    /// The same, with more parameters for the request; an inline document makes no request.
    TwimlSource with(Params more);

    /// A document to be asked for.
    ///
    /// @param params sent in addition to the call's own
    /// @param fallback empty when there is none
    record Url(String url, String method, Params params, String fallback, String fallbackMethod)
            implements TwimlSource {
        public static Url of(String url, String method) {
            return new Url(url, method, Params.NONE, "", "POST");
        }

        @Override
        public TwimlSource with(Params more) {
            return new Url(url, method, params.and(more), fallback, fallbackMethod);
        }
    }

    /// A document that came with the request.
    record Inline(String xml) implements TwimlSource {
        @Override
        public TwimlSource with(Params more) {
            return this;
        }
    }
}
