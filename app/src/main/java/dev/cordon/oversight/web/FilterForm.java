package dev.cordon.oversight.web;

import dev.cordon.oversight.EntryFilter;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** The filter of entries as it stands in the address. */
record FilterForm(
    @Nullable String scope,
    @Nullable UUID member,
    @Nullable String act,
    @Nullable String what,
    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until,
    @Nullable String record,
    @Nullable UUID recipient) {

  EntryFilter filter() {
    return new EntryFilter(
        "installation".equals(scope),
        member,
        text(act),
        text(what),
        from,
        until,
        text(record),
        recipient);
  }

  /** With the last thirty days where no days are given. */
  FilterForm recent(LocalDate today) {
    LocalDate last = until == null ? today : until;
    LocalDate first = from == null ? last.minusDays(30) : from;
    LocalDate bounded = first.isBefore(last.minusDays(366)) ? last.minusDays(366) : first;
    return new FilterForm(scope, member, act, what, bounded, last, record, recipient);
  }

  /** For the addresses of other pages of the list. */
  Map<String, String> address() {
    Map<String, String> address = new LinkedHashMap<>();
    address.put("scope", text(scope));
    address.put("member", text(member));
    address.put("act", text(act));
    address.put("what", text(what));
    address.put("from", text(from));
    address.put("until", text(until));
    address.put("record", text(record));
    address.put("recipient", text(recipient));
    return address;
  }

  private static String text(@Nullable Object value) {
    return Objects.toString(value, "");
  }
}
