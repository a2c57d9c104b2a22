package dev.cordon.hashing.lists;

import dev.cordon.formats.lists.HashKind;
import dev.cordon.formats.lists.ListClaim;
import dev.cordon.hashing.JsonLine;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A row of a list that holds a hash, or one near it. It adds a reason to look at an item and never
 * takes one away.
 *
 * @param kind by which hash
 * @param distance in how many bits they differ; 0 for digests
 * @param file the name of the list's file
 * @param offset of the row in it
 * @param line of the row; 0 where the form has none
 */
public record ListMatch(
    ListTerms list,
    HashKind kind,
    int distance,
    Optional<Category> category,
    Set<ListClaim> claims,
    boolean isWithdrawn,
    String file,
    long offset,
    long line) {

  /** As the fields of a JSON object that the caller has begun. */
  public JsonLine json(JsonLine to) {
    to.text("list", list.name()).textIfAny("version", list.version()).text("by", kind.text());
    if (kind == HashKind.PDQ) {
      to.number("distance", distance).number("radius", list.radius());
    }
    category.ifPresent(one ->
        to.raw(
            "category",
            new JsonLine().text("profile", one.profile()).text("code", one.code()).toString()));
    if (!claims.isEmpty()) {
      to.texts(
          "list_says",
          claims.stream().map(claim -> claim.name().toLowerCase(Locale.ROOT)).toList());
    }
    if (isWithdrawn) {
      to.truth("withdrawn_by_the_list", true);
    }
    JsonLine place = new JsonLine().text("file", file).number("byte", offset);
    if (line > 0) {
      place.number("line", line);
    }
    return to.raw("place", place.toString()).textIfAny("handling", list.handling());
  }
}
