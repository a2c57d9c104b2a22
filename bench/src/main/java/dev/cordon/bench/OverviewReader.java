package dev.cordon.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A member who reads the overview, narrows it, and opens the records behind its numbers. */
final class OverviewReader {

  private static final String BASE = "/operations/" + Ids.id("operation", 1);
  private static final Pattern SEARCHES =
      Pattern.compile("\"value\">([0-9\\u202f]+)</span>\\s*<span class=\"what\">Searches<");

  /** The agencies' countries in the order of overview.sql. */
  private static final List<String> COUNTRIES =
      List.of(
          ("DK SE DE AT BE CZ FI FR HU IS NL NZ NO PL ES CH GB BA AU IT IE PT GR RO BG HR SI SK EE LV LT LU MT CY US CA"
                  + " CO UA")
              .split(" "));

  private static final List<String> FIGURES =
      List.of("subjects_confirmed", "searches", "items_seized", "payers", "accounts", "payments");

  private static final long LONGEST_NANOSECONDS = 120_000_000_000L;

  private final User user;
  private final boolean isLead;
  private final long accounts;
  private final SplittableRandom random;
  private int length;

  OverviewReader(User user, boolean isLead, long accounts) {
    this.user = user;
    this.isLead = isLead;
    this.accounts = accounts;
    this.random = new SplittableRandom(user.number());
  }

  int lastLength() {
    return length;
  }

  /** Opens one page, most often the overview, and keeps how long it took. */
  void open(Times times) throws IOException, InterruptedException {
    switch (random.nextInt(8)) {
      case 0 -> timed(times, "overview of a country", this::country);
      case 1 -> timed(times, "overview of some days", this::days);
      case 2 -> timed(times, "records of a figure", this::records);
      case 3 -> timed(times, isLead ? "records, deep" : "records of a figure", this::deep);
      default -> timed(times, "overview", this::overview);
    }
    timed(
        times, "whether there is news", () -> get("/overview/moment").isEmpty() ? "no moment" : "");
  }

  private interface Opened {
    String wrong() throws IOException, InterruptedException;
  }

  private static void timed(Times times, String kind, Opened opened) throws InterruptedException {
    long start = System.nanoTime();
    try {
      String wrong = opened.wrong();
      times.add(kind, (System.nanoTime() - start) / 1000);
      if (!wrong.isEmpty()) {
        times.wrong(kind + ": " + wrong);
      }
    } catch (IOException failed) {
      times.wrong(kind + ": " + failed);
    }
  }

  /** The same before anything was counted: the page says so and is asked for again. */
  String firstOverview() throws IOException, InterruptedException {
    while (get("").contains("The figures are being counted")) {
      Thread.sleep(1000);
    }
    return overview();
  }

  /** The whole overview; gives what is wrong with it, empty when it is right. */
  String overview() throws IOException, InterruptedException {
    String page = get("");
    if (!isLead) {
      return page.contains("what your agency holds")
          ? ""
          : "an officer sees more than the own part";
    }
    return has(page, accounts) && has(page, 1400) ? "" : "the numbers are not those filled in";
  }

  private String country() throws IOException, InterruptedException {
    String page = get("?country=" + COUNTRIES.get(random.nextInt(COUNTRIES.size())));
    return page.contains("Every panel counts only") ? "" : "the filter is not said";
  }

  private String days() throws IOException, InterruptedException {
    LocalDate from = LocalDate.now(ZoneOffset.UTC).minusDays(1 + random.nextInt(13));
    String page = get("?from=" + from + "&to=" + from.plusDays(3));
    return page.contains("Every panel counts only") ? "" : "the filter is not said";
  }

  private String records() throws IOException, InterruptedException {
    String name = isLead ? FIGURES.get(random.nextInt(FIGURES.size())) : "items_seized";
    String page = get("/figures/" + name);
    int rows = rows(page);
    return rows >= (isLead ? 50 : 20) ? "" : name + " lists " + rows + " rows";
  }

  /** A page in the middle of a long list. */
  private String deep() throws IOException, InterruptedException {
    if (!isLead) {
      return records();
    }
    int rows = rows(get("/figures/accounts?after=%08x".formatted(random.nextInt() & 0x7fffffff)));
    return rows == 50 ? "" : "a page of accounts lists " + rows + " rows";
  }

  /** Sends a report of a search. */
  void report() throws IOException, InterruptedException {
    String body =
        """
        {"report":"B-%s","agency":"%s","officer":"Officer","kind":"search","at":"%sT10:00:00Z"}
        """
            .formatted(
                UUID.randomUUID(),
                COUNTRIES.get(user.number() - OverviewBench.FIRST_OFFICER),
                LocalDate.now(ZoneOffset.UTC).minusDays(1));
    HttpResponse<String> answer = user.post("/api" + BASE + "/field-reports", body);
    if (answer.statusCode() != 200) {
      throw new IOException("a report was answered " + answer.statusCode() + " " + answer.body());
    }
  }

  /** Waits until the overview counts what the field said last; tells how long that took. */
  boolean sees(OverviewReader officer, PrintStream out) throws IOException, InterruptedException {
    settled();
    long before = searches();
    String moment = get("/overview/moment");
    long start = System.nanoTime();
    officer.report();
    while (get("/overview/moment").equals(moment)) {
      if (System.nanoTime() - start > LONGEST_NANOSECONDS) {
        out.println("WRONG: the overview did not count a report within two minutes");
        return false;
      }
      Thread.sleep(50);
    }
    long after = searches();
    out.printf(
        "%nfrom a report to an overview that counts it: %.1f s; searches %d, then %d%n",
        (System.nanoTime() - start) / 1e9, before, after);
    return after == before + 1;
  }

  /** Waits until nothing is counted any more: two moments a second apart are the same. */
  private void settled() throws IOException, InterruptedException {
    String last = "";
    for (String next = get("/overview/moment"); !next.equals(last); ) {
      last = next;
      Thread.sleep(5000);
      next = get("/overview/moment");
    }
  }

  private long searches() throws IOException, InterruptedException {
    Matcher found = SEARCHES.matcher(get(""));
    return found.find() ? Long.parseLong(found.group(1).replace("\u202f", "")) : -1;
  }

  private String get(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = user.get(BASE + path);
    if (answer.statusCode() != 200) {
      throw new IOException(path + " answered " + answer.statusCode());
    }
    length = answer.body().length();
    return answer.body();
  }

  private static int rows(String page) {
    return page.split("<th scope=\"row\"", -1).length - 1;
  }

  private static boolean has(String page, long number) {
    return page.contains(String.format(Locale.UK, "%,d", number).replace(',', '\u202f'));
  }
}
