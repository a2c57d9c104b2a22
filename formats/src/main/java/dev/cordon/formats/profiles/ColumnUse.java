package dev.cordon.formats.profiles;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which columns a table's profile uses, under the profile's own names.
 *
 * @param values those it takes values of: keys, conditions, selectors, facts, payments, times
 * @param texts those it takes as free text or serialised values
 */
public record ColumnUse(Set<String> values, Set<String> texts) {

  /** Copies the sets. */
  public ColumnUse {
    values = Set.copyOf(values);
    texts = Set.copyOf(texts);
  }

  /** The columns this profile uses. */
  public static ColumnUse of(TableProfile profile) {
    Set<String> values = new HashSet<>(profile.key());
    values.addAll(profile.identity());
    Set<String> texts = new HashSet<>();
    for (Mapping mapping : profile.mappings()) {
      values(mapping, values);
      texts(mapping, texts);
    }
    return new ColumnUse(values, texts);
  }

  private static void values(Mapping mapping, Set<String> used) {
    add(used, mapping.when().keySet().toArray(new String[0]));
    Mapping.Holder holder = mapping.holder();
    if (holder != null) {
      add(used, holder.account(), holder.order(), holder.payment());
    }
    Mapping.Account account = mapping.account();
    if (account != null) {
      add(used, account.handle(), account.registered());
      account.kinds().forEach(kind -> add(used, kind.when().keySet().toArray(new String[0])));
    }
    for (Mapping.Selector selector : mapping.selectors()) {
      add(used, selector.column(), selector.at(), selector.country());
    }
    for (Mapping.Fact fact : mapping.facts()) {
      add(used, fact.column(), fact.at());
    }
    Mapping.Assembly assembly = mapping.assemble();
    if (assembly != null) {
      add(used, assembly.attribute(), assembly.value());
    }
    Mapping.Payment payment = mapping.payment();
    if (payment != null) {
      add(used, payment.status(), payment.amount(), payment.currency(), payment.method());
      add(used, payment.at());
    }
    Mapping.Access access = mapping.access();
    if (access != null) {
      add(used, access.ip(), access.at(), access.device());
    }
    Mapping.Message message = mapping.message();
    if (message != null) {
      add(used, message.key(), message.thread(), message.at(), message.conversation());
    }
    Mapping.Text text = mapping.text();
    if (text != null) {
      add(used, text.key(), text.conversation(), text.at());
    }
  }

  private static void texts(Mapping mapping, Set<String> used) {
    Mapping.Message message = mapping.message();
    if (message != null) {
      add(used, message.text(), message.length());
    }
    Mapping.Text text = mapping.text();
    if (text != null) {
      add(used, text.text());
    }
    Mapping.Php php = mapping.php();
    if (php != null) {
      add(used, php.column());
    }
  }

  /** The columns an expression names. */
  private static void add(Set<String> used, @Nullable String... expressions) {
    for (String expression : expressions) {
      if (expression == null || expression.startsWith("=")) {
        continue;
      }
      String columns = expression.split("\\|", 2)[0];
      for (String column : List.of(columns.split("\\+"))) {
        if (!column.startsWith("$.") && !column.isBlank()) {
          used.add(column);
        }
      }
    }
  }
}
