package dev.cordon.tasks;

import dev.cordon.access.MemberId;
import java.time.LocalDate;

/**
 * What somebody is to do.
 *
 * @param template one of {@link Tasks#TEMPLATES}
 * @param title what is to do; records are named by their number
 * @param path of the record below the operation, such as {@code /subjects/…}; empty for none
 * @param dueOn a day in UTC
 */
public record NewTask(
    String template, String title, String path, MemberId assignee, LocalDate dueOn) {}
