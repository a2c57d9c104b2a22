package dev.cordon.intake;

import org.jspecify.annotations.Nullable;

/**
 * Whom a selector or a fact was seen with: an account, an order or a payment of a system; any of
 * the three may be unknown.
 */
public record Holder(
    String system,
    @Nullable String account,
    @Nullable String orderKey,
    @Nullable String paymentReference) {}
