package dev.cordon.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The form behind an act that only needs its reason.
 *
 * @param reason in the words of the person who decides
 */
public record Reason(
    @NotBlank(message = "say why") @Size(max = 2000, message = "at most 2,000 characters")
        String reason) {}
