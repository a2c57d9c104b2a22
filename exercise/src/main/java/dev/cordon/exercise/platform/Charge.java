package dev.cordon.exercise.platform;

/** One line of the card processor: an attempt to charge, or a refund. */
public record Charge(
    String id, int seconds, long minor, String status, String failure, Order order, Card card) {}
