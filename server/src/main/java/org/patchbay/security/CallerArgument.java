package org.patchbay.security;

import org.jspecify.annotations.Nullable;
import org.patchbay.kernel.Problems;
import org.patchbay.kernel.access.Caller;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Hands a handler its caller, of the kind that it asks for.
@Component
class CallerArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return Caller.class.isAssignableFrom(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Caller caller = Caller.current().orElseThrow();
        if (!parameter.getParameterType().isInstance(caller)) {
            throw Problems.FORBIDDEN.because("This is for people; an API key can not do it.");
        }
        return caller;
    }
}
