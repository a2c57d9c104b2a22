package dev.cordon.correspondents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How another agency's server is reached, and what is allowed on the way.
 *
 * @param address scheme, host and port; null when only files are used
 * @param authority the certificate its TLS is checked against, PEM; null for the public authorities
 * @param sends whether this server sends there by itself
 * @param takes whether this server takes in what arrives from there
 * @param setBy who said so last and keeps the door
 */
public record Road(
    @Nullable String address,
    @Nullable String authority,
    boolean sends,
    boolean takes,
    String setBy,
    Instant setAt) {}
