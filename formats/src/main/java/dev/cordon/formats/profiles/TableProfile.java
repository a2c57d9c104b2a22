package dev.cordon.formats.profiles;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One table of a product, told by its columns.
 *
 * @param name what the profile calls it
 * @param form sql, csv, json or log
 * @param list for JSON: the path of the list
 * @param format for logs: how the lines are built, as a web server's directive says it
 * @param recognise columns that must be there; "a|b" is either
 * @param columns for names that differ from export to export: our name and the names it may have
 * @param key the columns that name a row in the product
 * @param identity the columns in which a repeated row must agree beside its key; none: in all
 * @param reference a table of reference, not of the platform: counted, not mapped
 * @param counted whether its rows are units of the balance
 * @param mappings what its rows give
 */
public record TableProfile(
    String name,
    @Nullable String form,
    @Nullable String list,
    @Nullable String format,
    List<String> recognise,
    Map<String, List<String>> columns,
    List<String> key,
    List<String> identity,
    @Nullable Boolean reference,
    @Nullable Boolean counted,
    List<Mapping> mappings) {

  /** Empty where the file is silent. */
  public TableProfile {
    form = form == null ? "sql" : form;
    recognise = recognise == null ? List.of() : List.copyOf(recognise);
    columns = columns == null ? Map.of() : Map.copyOf(columns);
    key = key == null ? List.of() : List.copyOf(key);
    identity = identity == null ? List.of() : List.copyOf(identity);
    reference = reference != null && reference;
    counted = counted == null || counted;
    mappings = mappings == null ? List.of() : List.copyOf(mappings);
  }
}
