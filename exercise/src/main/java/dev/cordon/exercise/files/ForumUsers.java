package dev.cordon.exercise.files;

import dev.cordon.exercise.cast.Country;
import dev.cordon.exercise.cast.Dice;
import dev.cordon.exercise.cast.Trait;
import dev.cordon.exercise.platform.Account;
import dev.cordon.exercise.platform.Accounts;
import dev.cordon.exercise.platform.Clock;
import dev.cordon.exercise.platform.Platform;
import dev.cordon.exercise.platform.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tables of the members: profile fields, group membership, users. */
final class ForumUsers {
  private static final List<String> BOTS =
      List.of(
          "AdsBot [Example]",
          "Crawler [Example]",
          "Feed [Example]",
          "Index [Example]",
          "Search [Example]");

  /** From user_new_privmsg to user_newpasswd, as a new member has them. */
  private static final Object[] DEFAULTS = {
    0, 0, 0, 0, -3, 0, 0, "t", "d", 0, "t", "a", 0, 1, 0, 1, 1, 1, 1, 230271, "", "", 0, 0, "", "",
    "", "", "", "", 0, ""
  };

  private final World world;
  private final Accounts forum;
  private final SqlDump dump;
  private final Tally tally;

  ForumUsers(World world, SqlDump dump, Tally tally) {
    this.world = world;
    this.forum = world.forum();
    this.dump = dump;
    this.tally = tally;
  }

  private Dice dice(String purpose, long key) {
    return Dice.of(world.seed(), purpose, key);
  }

  void profiles() {
    dump.begin("bb3_profile_fields_data", 0);
    for (int index = 0; index < forum.size(); index++) {
      Dice dice = dice("profile-field", index);
      if (dice.chance(0.25)) {
        boolean tells = dice.chance(0.3) && forum.tie(index).sharesLine();
        String place = tells ? world.persons().person(forum.person(index)).home().city() : "";
        String page = dice.chance(0.1) ? "https://page" + forum.id(index) + ".example/" : "";
        dump.row(forum.id(index), "", "", place, page, "", "");
      }
    }
    dump.end();
  }

  void groups() {
    dump.begin("bb3_user_group", 0);
    for (int index = 0; index < forum.size(); index++) {
      dump.row(2, forum.id(index), 0, 0);
      if (world.cast().has(forum.person(index), Trait.OPERATOR)) {
        dump.row(5, forum.id(index), 0, 0);
      }
      if (world.cast().has(forum.person(index), Trait.MODERATOR)) {
        dump.row(4, forum.id(index), 0, 0);
      }
    }
    dump.end();
  }

  void users() {
    dump.begin("bb3_users", forum.nextId());
    system(1, 1, "Anonymous", "");
    member(0);
    for (int i = 0; i < BOTS.size(); i++) {
      system(3 + i, 6, BOTS.get(i), "9E8DA7");
    }
    for (int index = 1; index < forum.size(); index++) {
      member(index);
    }
    dump.end();
  }

  private void system(long id, int group, String name, String colour) {
    write(
        new Row(
            id,
            2,
            group,
            "",
            Clock.unix(0),
            name,
            "",
            "",
            "",
            0,
            0,
            0,
            "en",
            Clock.SERVER.getId(),
            colour));
  }

  private void member(int index) {
    Account account = world.account(Platform.FORUM, index);
    Country country = world.persons().country(account.person());
    Dice dice = dice("member", index);
    boolean plain =
        account.ordinal() == 0
            && !world.buyer(account.person())
            && index > 2
            && !world.cast().has(account.person(), Trait.LEADS);
    String email = plain && tally.plant("forum_email_empty", index, 220) ? "" : account.email();
    String ip =
        world.address(Platform.FORUM, index, account.registered(), 10_000_000_000_000L + index);
    ip = plain && tally.plant("forum_ip_empty", index, 290) ? "" : ip;
    long registered =
        plain && tally.plant("forum_regdate_zero", index, 240)
            ? 0
            : Clock.unix(account.registered());
    boolean operator = world.cast().has(account.person(), Trait.OPERATOR);
    int posts = world.discussion().postsBy(index);
    long lastPost =
        posts == 0
            ? 0
            : Clock.unix(world.discussion().seconds(world.discussion().lastPostBy(index)));
    String zone = dice.chance(0.22) ? country.zone().getId() : Clock.SERVER.getId();
    String language = dice.chance(0.25) ? country.locale().substring(0, 2) : "en";
    String birthday =
        dice.chance(0.08) && account.tie().sharesLine()
            ? String.format(
                Locale.ROOT,
                "%2d-%2d-%d",
                dice.between(1, 28),
                dice.between(1, 12),
                world.persons().person(account.person()).birthYear())
            : "";
    write(
        new Row(
            account.id(),
            operator ? 3 : posts == 0 && dice.chance(0.05) ? 1 : 0,
            operator ? 5 : posts < 3 ? 7 : 2,
            ip,
            registered,
            name(account, plain),
            email,
            password(index),
            birthday,
            Math.max(registered, lastPost),
            lastPost,
            posts,
            language,
            zone,
            operator ? "AA0000" : ""));
  }

  private String name(Account account, boolean plain) {
    boolean odd = plain && tally.plant("forum_username_odd", account.index(), 60);
    return odd ? account.handle() + " &quot;&#039;&amp;\\ " + account.index() : account.handle();
  }

  private String password(int index) {
    Dice dice = dice("forum-password", index);
    return "$argon2id$v=19$m=65536,t=4,p=2$" + dice.base62(22) + "$" + dice.base62(43);
  }

  /** The columns of a member that differ; all others hold the board's defaults. */
  private record Row(
      long id,
      int type,
      int group,
      String ip,
      long registered,
      String name,
      String email,
      String password,
      String birthday,
      long lastVisit,
      long lastPost,
      int posts,
      String language,
      String zone,
      String colour) {}

  private void write(Row row) {
    List<@Nullable Object> columns = new ArrayList<>();
    Collections.addAll(
        columns,
        row.id(),
        row.type(),
        row.group(),
        "",
        0,
        row.ip(),
        row.registered(),
        row.name(),
        row.name().toLowerCase(Locale.ROOT),
        row.password(),
        row.registered(),
        row.email(),
        row.birthday(),
        row.lastVisit(),
        row.lastVisit(),
        row.lastPost(),
        "",
        "",
        0,
        0,
        0,
        0,
        0,
        0,
        row.posts(),
        row.language(),
        row.zone(),
        "d M Y H:i",
        1,
        0,
        row.colour());
    Collections.addAll(columns, DEFAULTS);
    Collections.addAll(columns, dice("salt", row.id()).hex(16), 0, 0, 0);
    dump.row(columns.toArray());
  }
}
