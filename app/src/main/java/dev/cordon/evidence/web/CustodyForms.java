package dev.cordon.evidence.web;

import dev.cordon.access.AgencyId;
import dev.cordon.evidence.CustodyAct;
import dev.cordon.evidence.CustodyActs;
import dev.cordon.evidence.HandOver;
import dev.cordon.evidence.NewCopy;
import dev.cordon.evidence.NewDigest;
import dev.cordon.evidence.NewHandOver;
import dev.cordon.evidence.Sheet;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** What the forms of an exhibit give; times are UTC, as the forms say. */
final class CustodyForms {

  private CustodyForms() {}

  /** What every act says. */
  record Told(
      @NotNull(message = "say when") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
          LocalDateTime at,
      @NotBlank(message = "say who") @Size(max = 200) String by,
      @NotBlank(message = "say what for, or what was seen") @Size(max = 1500) String words,
      @Nullable @Size(max = 1500) String explanation) {

    CustodyActs.Told told() {
      return new CustodyActs.Told(at.toInstant(ZoneOffset.UTC), by, words, blank(explanation));
    }
  }

  /** A hand-over. */
  record HandOverForm(
      @NotBlank(message = "name the giver") @Size(max = 200) String from,
      @NotBlank(message = "name the taker") @Size(max = 200) String to,
      @Nullable UUID toAgency,
      @NotBlank(message = "say where") @Size(max = 300) String place,
      @NotBlank(message = "say what for") @Size(max = 300) String purpose,
      @NotNull(message = "say when") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
          LocalDateTime at,
      @Nullable @Size(max = 100) String sealBefore,
      @Nullable @Size(max = 100) String sealAfter,
      @Nullable @Size(max = 500) String condition,
      @Nullable @Size(max = 200) String location,
      @Nullable String recorder,
      @Nullable @Size(max = 1500) String explanation,
      @Nullable Integer acts) {

    NewHandOver handOver(@Nullable UUID locationId) {
      return new NewHandOver(
          from,
          to,
          toAgency == null ? null : new AgencyId(toAgency),
          place,
          purpose,
          at.toInstant(ZoneOffset.UTC),
          blank(sealBefore),
          blank(sealAfter),
          blank(condition),
          locationId,
          party(),
          blank(explanation),
          acts);
    }

    private HandOver.@Nullable Party party() {
      return recorder == null || recorder.isBlank() ? null : HandOver.Party.valueOf(recorder);
    }
  }

  /** What giver or taker say. */
  record AnswerForm(
      @NotNull(message = "say for whom") HandOver.Party party,
      @NotNull(message = "say whether it was so") Boolean confirmed,
      @Nullable @Size(max = 300) String paper,
      @Nullable @Size(max = 1000) String words) {}

  /** Seals found and put on. */
  record SealForm(@Nullable @Size(max = 100) String found, @Nullable @Size(max = 100) String put) {}

  /** A thing. */
  record LineForm(
      @NotBlank(message = "say what it is") @Size(max = 60) String kind,
      @NotBlank(message = "describe it") @Size(max = 500) String description,
      @Nullable @Size(max = 60) String ownNumber,
      @Nullable @Size(max = 200) String serial,
      @Nullable @Size(max = 100) String seal) {

    Sheet.Line line() {
      return new Sheet.Line(
          1, kind, null, description, blank(ownNumber), blank(serial), null, blank(seal));
    }
  }

  /** An order, and to whom the exhibit went or who carried it out. */
  record EndForm(
      @NotBlank(message = "say how custody ends") String kind,
      @NotBlank(message = "say to whom, or who carried it out") @Size(max = 200) String to,
      @NotBlank(message = "name the authority") @Size(max = 300) String authority,
      @NotBlank(message = "name the order") @Size(max = 200) String reference,
      @NotNull(message = "say when it was ordered") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          LocalDate orderedOn,
      @Nullable @Size(max = 100) String found) {

    CustodyAct.Order order() {
      return new CustodyAct.Order(authority.strip(), reference.strip(), orderedOn);
    }
  }

  /** A digest. */
  record DigestForm(
      NewDigest.@NotNull(message = "say of what") Thing thing,
      @NotBlank(message = "say of which one") @Size(max = 200) String label,
      @NotBlank(message = "give the SHA-256") @Size(max = 200) String sha256,
      @Nullable Long sizeBytes,
      @Nullable @Size(max = 200) String tool) {

    NewDigest digest() {
      return new NewDigest(thing, label.strip(), sha256, sizeBytes, blank(tool));
    }
  }

  /** A working copy. */
  record CopyForm(
      @NotBlank(message = "name the format") @Size(max = 60) String format,
      @NotBlank(message = "name the tool") @Size(max = 200) String tool,
      @NotNull(message = "give the size in bytes") Long sizeBytes,
      @NotBlank(message = "give the image's SHA-256") @Size(max = 200) String sha256,
      @NotBlank(message = "give the medium's SHA-256") @Size(max = 200) String mediumSha256,
      @NotBlank(message = "say where it is kept") @Size(max = 300) String keptAt,
      @NotBlank(message = "say who made it") @Size(max = 200) String madeBy,
      @NotNull(message = "say when") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
          LocalDateTime madeAt) {

    NewCopy copy() {
      return new NewCopy(
          format,
          tool,
          sizeBytes,
          sha256,
          mediumSha256,
          keptAt,
          madeBy,
          madeAt.toInstant(ZoneOffset.UTC));
    }
  }

  /** A check of a working copy. */
  record CheckForm(
      @NotBlank(message = "say what it is used for") @Size(max = 500) String purpose,
      @NotBlank(message = "name the tool") @Size(max = 200) String tool,
      @NotBlank(message = "give the SHA-256 found") @Size(max = 200) String sha256) {}

  /** Lines of {@code kind; description; seal}, one thing each. */
  static List<Sheet.Line> lines(String text) {
    List<Sheet.Line> lines = new ArrayList<>();
    for (String line : text.split("\\R", -1)) {
      if (line.isBlank()) {
        continue;
      }
      String[] parts = line.split(";", 3);
      lines.add(
          new Sheet.Line(
              lines.size() + 1,
              parts[0].strip(),
              null,
              parts.length > 1 ? parts[1].strip() : "",
              null,
              null,
              null,
              parts.length > 2 ? blank(parts[2]) : null));
    }
    return lines;
  }

  static @Nullable String blank(@Nullable String words) {
    return words == null || words.isBlank() ? null : words.strip();
  }
}
