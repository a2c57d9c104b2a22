package dev.cordon.protection;

import dev.cordon.resolution.Category;

/**
 * After how many months a person of a category is looked at again.
 *
 * @param months 1 to 120
 * @param regime the rule of law it follows, or that it is Cordon's own value
 * @param set whether the controller has set it
 */
public record Clock(Category category, int months, String regime, boolean set) {}
