package dev.cordon.exercise.platform;

import dev.cordon.exercise.Extent;
import dev.cordon.exercise.cast.Cast;
import dev.cordon.exercise.cast.CastBuilder;
import dev.cordon.exercise.cast.Countries;
import dev.cordon.exercise.cast.Persons;
import dev.cordon.exercise.cast.Trait;

/** Everything the writers ask: one exercise as a value, safe to read from several threads. */
public record World(
    long seed,
    Extent extent,
    Countries countries,
    Cast cast,
    Persons persons,
    Network network,
    Accounts shop,
    Accounts forum,
    Identities identities,
    Orders orders,
    Discussion discussion,
    Cards cards,
    Devices devices,
    Whereabouts whereabouts) {

  /** Builds the world of a seed and an extent. */
  public static World of(long seed, Extent extent) {
    Countries countries = Countries.load();
    Cast cast = CastBuilder.cast(seed, extent, countries);
    Persons persons = new Persons(seed, extent.wide(), cast, countries);
    Network network = Network.plan(seed, extent.wide(), cast, countries);
    Accounts shop = Accounts.register(seed, Platform.SHOP, cast);
    Accounts forum = Accounts.register(seed, Platform.FORUM, cast);
    Identities identities = new Identities(seed, cast, persons, shop, forum);
    return new World(
        seed,
        extent,
        countries,
        cast,
        persons,
        network,
        shop,
        forum,
        identities,
        new Orders(seed, extent, cast, persons, shop, identities),
        new Discussion(seed, extent, cast, forum),
        new Cards(seed, cast, countries),
        new Devices(seed, cast),
        new Whereabouts(seed, cast, persons, network, countries));
  }

  public Accounts accounts(Platform platform) {
    return platform == Platform.SHOP ? shop : forum;
  }

  public Account account(Platform platform, int index) {
    return identities.account(platform, index);
  }

  public String handle(Platform platform, int index) {
    return identities.handle(platform, index);
  }

  /** Address behind an act of a forum or shop account. */
  public String address(Platform platform, int index, int seconds, long key) {
    Accounts accounts = accounts(platform);
    return whereabouts.address(accounts.person(index), accounts.tie(index), seconds, key);
  }

  /** Address an order came from. */
  public String address(Order order) {
    return whereabouts.address(
        order.person(), order.tie(), order.seconds(), 1_000_000_000_000L + order.index());
  }

  /** Browser an order came from. */
  public String browser(Order order) {
    return devices.browser(order.person(), order.tie().sharesDevice() ? order.index() & 1 : 2);
  }

  /** The browser an account is used with. */
  public String browser(Platform platform, int index, long key) {
    Accounts accounts = accounts(platform);
    int person = accounts.person(index);
    return devices.browser(person, accounts.tie(index).sharesDevice() ? (int) (key & 1) : 2);
  }

  /** Whether a person is known to have paid. */
  public boolean buyer(int person) {
    return cast.has(person, Trait.BUYER);
  }
}
