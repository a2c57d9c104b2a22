package dev.cordon.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An act about to be recorded: what happened, and what it changes. What it does not name stays as
 * it was.
 */
final class NewAct {

  final ActKind kind;
  final Instant at;
  @Nullable String place;
  @Nullable String words;
  @Nullable String person;
  @Nullable String sealBefore;
  @Nullable UUID handOver;
  @Nullable UUID related;
  CustodyAct.@Nullable Order order;
  final List<String> irregularities = new ArrayList<>();
  @Nullable String explanation;
  @Nullable String holder;
  boolean changesSeal;
  @Nullable String seal;
  @Nullable UUID location;
  @Nullable ExhibitState state;

  NewAct(ActKind kind, Instant at) {
    this.kind = kind;
    this.at = at;
  }

  NewAct at(@Nullable String where) {
    this.place = Words.orNull(where);
    return this;
  }

  NewAct saying(@Nullable String what) {
    this.words = Words.orNull(what);
    return this;
  }

  NewAct by(@Nullable String who) {
    this.person = Words.orNull(who);
    return this;
  }

  NewAct resealing(@Nullable String found, @Nullable String put) {
    this.sealBefore = Words.orNull(found);
    this.changesSeal = true;
    this.seal = Words.orNull(put);
    return this;
  }

  NewAct heldBy(String who) {
    this.holder = who.strip();
    return this;
  }

  NewAct keptAt(@Nullable UUID where) {
    this.location = where;
    return this;
  }

  NewAct about(UUID handOverId) {
    this.handOver = handOverId;
    return this;
  }

  NewAct relatedTo(UUID exhibit) {
    this.related = exhibit;
    return this;
  }

  NewAct ordered(CustodyAct.Order by) {
    this.order = by;
    return this;
  }

  NewAct becoming(ExhibitState next) {
    this.state = next;
    return this;
  }
}
