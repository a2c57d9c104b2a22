package dev.cordon.formats.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.formats.Position;
import dev.cordon.formats.dumps.CsvHandler;
import dev.cordon.formats.dumps.CsvHeader;
import dev.cordon.formats.dumps.CsvParser;
import dev.cordon.formats.dumps.CsvRow;
import dev.cordon.formats.dumps.DumpHandler;
import dev.cordon.formats.dumps.DumpLimits;
import dev.cordon.formats.dumps.DumpParser;
import dev.cordon.formats.dumps.DumpRow;
import dev.cordon.formats.dumps.DumpTable;
import dev.cordon.formats.returns.JsonElement;
import dev.cordon.formats.returns.JsonLinesParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Own short tables with the columns genuine installs have (names from the products' public install
 * files), invented rows, and what the profiles take from them.
 */
class ShippedProfilesTest {

  private final Profiles profiles = Profiles.shipped();

  @Test
  void mybb_usersAndPosts() throws IOException {
    String dump =
        """
        CREATE TABLE abc_users (uid int unsigned NOT NULL auto_increment, username varchar(120), password varchar(120),
          salt varchar(10), loginkey varchar(50), email varchar(220), postnum int, usergroup smallint, usertitle varchar(250),
          regdate int unsigned, lastactive int unsigned, lastvisit int, website varchar(200), icq varchar(10),
          skype varchar(75), timezone varchar(5), regip varbinary(16), lastip varbinary(16), language varchar(50),
          PRIMARY KEY (uid)) ENGINE=MyISAM;
        INSERT INTO abc_users VALUES (7,'ann &amp; co','x','y','z','ann@mail.example',1,2,'',1700000000,1700000500,0,'','0','ann.s','1',0xC6120001,0x20010DB8000000000000000000000001,'danish');
        CREATE TABLE abc_posts (pid int, tid int, replyto int, fid smallint, subject varchar(120), uid int, username varchar(80), dateline int, message text, ipaddress varbinary(16), visible tinyint);
        INSERT INTO abc_posts VALUES (1,2,0,3,'s',7,'ann',1700000100,'text',0xC6120001,1);
        """;
    List<Taken> taken = sql(dump);
    assertThat(taken.get(0).table).isEqualTo("mybb-1.8/users");
    assertThat(taken.get(0).values)
        .contains(
            "account 7",
            "EMAIL ann@mail.example",
            "HANDLE ann &amp; co",
            "MESSENGER ann.s",
            "registered 1700000000|unix",
            "access regip|binary-ip 1700000000|unix registration");
    assertThat(taken.get(1).table).isEqualTo("mybb-1.8/posts");
    assertThat(taken.get(1).values).contains("account 7", "message 1 1700000100|unix");
    assertThat(taken.get(1).values.toString()).doesNotContain("text,");
  }

  @Test
  void vbulletin_isToldApartFromMybb() throws IOException {
    String dump =
        """
        CREATE TABLE `vb_user` (`userid` int, `usergroupid` smallint, `membergroupids` char(250), `displaygroupid` smallint,
          `username` varchar(100), `email` char(100), `joindate` int, `lastvisit` int, `lastactivity` int, `lastpost` int,
          `timezoneoffset` char(4), `ipaddress` varchar(45));
        INSERT INTO `vb_user` VALUES (5,2,'',0,'Ben','ben@mail.example',1600000000,0,1600000900,0,'1','198.18.0.5');
        CREATE TABLE `vb_node` (`nodeid` int, `routeid` int, `contenttypeid` smallint, `publishdate` int, `userid` int,
          `authorname` varchar(100), `title` varchar(512), `parentid` int, `starter` int, `created` int, `ipaddress` varchar(45));
        INSERT INTO `vb_node` VALUES (9,1,2,1600000100,5,'Ben','t',3,8,1600000100,'198.18.0.5');
        """;
    List<Taken> taken = sql(dump);
    assertThat(taken.get(0).table).isEqualTo("vbulletin-5/user");
    assertThat(taken.get(0).values)
        .contains("account 5", "HANDLE Ben", "access 198.18.0.5 1600000000|unix registration");
    assertThat(taken.get(1).table).isEqualTo("vbulletin-5/node");
    assertThat(taken.get(1).values)
        .contains("access 198.18.0.5 1600000100|unix post", "message 9 1600000100|unix");
  }

  @Test
  void xenforo_usersAndAddresses() throws IOException {
    String dump =
        """
        CREATE TABLE `xf_user` (`user_id` int, `username` varchar(50), `email` varchar(120), `custom_title` varchar(50),
          `timezone` varchar(50), `user_group_id` int, `secondary_group_ids` varbinary(255), `register_date` int,
          `last_activity` int, `gravatar` varchar(120), `user_state` varchar(20), `is_moderator` tinyint, `is_admin` tinyint,
          `is_banned` tinyint, `is_staff` tinyint);
        INSERT INTO `xf_user` VALUES (3,'Cleo','cleo@mail.example','','Europe/Paris',2,'',1650000000,1650000700,'','valid',0,0,0,0);
        CREATE TABLE `xf_ip` (`ip_id` int, `user_id` int, `content_type` varbinary(25), `content_id` int, `action` varbinary(25), `ip` varbinary(16), `log_date` int);
        INSERT INTO `xf_ip` VALUES (1,3,'user',3,'login',0xC6120003,1650000100);
        CREATE TABLE `xf_payment_provider_log` (`provider_log_id` int, `purchase_request_key` varbinary(32), `provider_id` varbinary(25),
          `transaction_id` varchar(100), `subscriber_id` varchar(100), `log_type` varchar(10), `log_message` varchar(255), `log_date` int);
        INSERT INTO `xf_payment_provider_log` VALUES (1,'key1','wallet','tx9','','payment','ok',1650000200);
        """;
    List<Taken> taken = sql(dump);
    assertThat(taken)
        .extracting(one -> one.table)
        .containsExactly("xenforo-2/user", "xenforo-2/ip", "xenforo-2/payment_provider_log");
    assertThat(taken.get(0).values).contains("TIME_ZONE Europe/Paris", "EMAIL cleo@mail.example");
    assertThat(taken.get(1).values).contains("access ip|binary-ip 1650000100|unix login");
    assertThat(taken.get(2).values).contains("payment paid null null 1650000200|unix");
  }

  @Test
  void invision_members() throws IOException {
    String dump =
        """
        CREATE TABLE `core_members` (`member_id` bigint, `name` varchar(255), `member_group_id` smallint, `email` varchar(150),
          `joined` int, `ip_address` varchar(46), `last_visit` int, `last_activity` int, `members_pass_hash` varchar(255), `timezone` varchar(64));
        INSERT INTO `core_members` VALUES (4,'Dora',3,'dora@mail.example',1640000000,'198.18.0.4',0,0,'x','Europe/Oslo');
        """;
    Taken taken = sql(dump).getFirst();
    assertThat(taken.table).isEqualTo("ipb-4/members");
    assertThat(taken.values)
        .contains("account 4", "access 198.18.0.4 1640000000|unix registration");
  }

  @Test
  void opencart_ordersOfBothVersions() throws IOException {
    String dump =
        """
        CREATE TABLE `oc_order` (`order_id` int, `invoice_no` int, `transaction_id` varchar(100), `customer_id` int, `firstname` varchar(32),
          `lastname` varchar(32), `email` varchar(96), `telephone` varchar(32), `payment_firstname` varchar(32), `payment_lastname` varchar(32),
          `payment_address_1` varchar(128), `payment_city` varchar(128), `payment_postcode` varchar(10), `payment_method` text, `total` decimal(15,4),
          `order_status_id` int, `currency_code` varchar(3), `ip` varchar(40), `forwarded_ip` varchar(40), `user_agent` varchar(255), `date_added` datetime);
        INSERT INTO `oc_order` VALUES (31,0,'t-1',0,'Eva','Roth','eva@mail.example','+4930555','Eva','Roth','Weg 1','Berlin','10115','card',19.9000,5,'EUR','198.18.0.6','','Agent/1','2024-03-01 10:00:00');
        CREATE TABLE `oc3_order` (`order_id` int, `invoice_no` int, `customer_id` int, `firstname` varchar(32), `lastname` varchar(32),
          `email` varchar(96), `telephone` varchar(32), `fax` varchar(32), `payment_method` varchar(128), `payment_code` varchar(128), `total` decimal(15,4),
          `order_status_id` int, `currency_code` varchar(3), `ip` varchar(40), `user_agent` varchar(255), `date_added` datetime);
        INSERT INTO `oc3_order` VALUES (32,0,8,'Eva','Roth','eva@mail.example','+4930555','','card','card',5.0000,11,'EUR','198.18.0.6','Agent/1','2024-03-02 10:00:00');
        """;
    List<Taken> taken = sql(dump);
    assertThat(taken).extracting(one -> one.table).containsOnly("opencart/order");
    assertThat(taken.get(0).values)
        .contains(
            "order 31",
            "guest",
            "payment paid 19.9000|major EUR 2024-03-01 10:00:00|local",
            "PERSON_NAME Eva Roth");
    assertThat(taken.get(1).values)
        .contains("account 8", "payment refunded 5.0000|major EUR 2024-03-02 10:00:00|local");
  }

  @Test
  void wooCommercePosts_genuineColumns() throws IOException {
    String dump =
        """
        CREATE TABLE `wp_postmeta` (`meta_id` bigint, `post_id` bigint, `meta_key` varchar(255), `meta_value` longtext);
        INSERT INTO `wp_postmeta` VALUES (1,50,'_billing_email','fia@mail.example'),(2,50,'_date_paid','1700000000'),(3,50,'_customer_ip_address','198.18.0.8');
        """;
    List<Taken> taken = sql(dump);
    assertThat(taken).extracting(one -> one.table).containsOnly("woocommerce-posts/postmeta");
    assertThat(taken.get(0).values).contains("order 50", "EMAIL fia@mail.example");
    assertThat(taken.get(1).values).contains("payment paid null null 1700000000|unix");
  }

  @Test
  void paymentExports_areToldByTheirShape() throws IOException {
    List<Taken> charges =
        csv(
            """
            id,Created date (UTC),Amount,Amount Refunded,Currency,Status,Customer ID,Customer Email,Card Last4
            ch_1,2024-03-01 10:00:00,19.90,0.00,eur,Paid,cus_1,gil@mail.example,4242
            """);
    assertThat(charges.getFirst().table).isEqualTo("payment-exports/charges");
    assertThat(charges.getFirst().values)
        .contains(
            "payment paid 19.90|major eur 2024-03-01 10:00:00|utc", "PROCESSOR_CUSTOMER cus_1");
    List<Taken> activity =
        csv(
            """
            "Date","Time","TimeZone","Name","Type","Status","Currency","Gross","Fee","Net","From Email Address","To Email Address","Transaction ID"
            "01/03/2024","10:00:00","CET","Gil Ek","Payment","Completed","EUR","19,90","-1,00","18,90","gil@mail.example","shop@mail.example","9X1"
            """);
    assertThat(activity.getFirst().table).isEqualTo("payment-exports/activity");
    assertThat(activity.getFirst().values)
        .contains(
            "EMAIL gil@mail.example", "payment paid 19,90|major EUR 01/03/2024 10:00:00|local");
    assertThat(
            csv("""
            charge_id,created,amount,currency,status,card_fingerprint
            c1,2024-03-01T10:00:00Z,1990,EUR,succeeded,fp1
            """)
                .getFirst()
                .values)
        .contains("payment paid 1990|minor EUR 2024-03-01T10:00:00Z|auto");
  }

  @Test
  void bankStatements_inSeveralLanguages() throws IOException {
    String german =
        """
        Buchungstag;Valutadatum;Name Zahlungsbeteiligter;IBAN Zahlungsbeteiligter;Betrag;Waehrung
        01.03.2024;01.03.2024;Hans Ohm;DE00000000000000000000;-19,90;EUR
        """;
    String danish =
        """
        Bogføringsdato;Modtager;IBAN;Beløb;Valuta
        2024-03-01;Ida Bo;DK0000000000000000;149,00;DKK
        """;
    assertThat(csv(german).getFirst().values)
        .contains(
            "BANK_ACCOUNT DE00000000000000000000", "payment paid -19,90|major EUR 01.03.2024|auto");
    assertThat(csv(danish).getFirst().table).isEqualTo("bank-statement/entries");
  }

  @Test
  void genericReturns_andJsonAccessLogs() throws IOException {
    assertThat(
            csv("user_id,timestamp,ip_address,event_type\nu1,2024-03-01T10:00:00Z,198.18.0.9,login\n")
                .getFirst()
                .values)
        .contains("account u1", "access 198.18.0.9 2024-03-01T10:00:00Z|auto login");
    List<Taken> lines =
        json(
            "{\"time_iso8601\":\"2024-03-01T10:00:00+01:00\",\"remote_addr\":\"198.18.0.1\",\"status\":200,\"request_uri\":\"/\",\"http_user_agent\":\"A/1\"}\n");
    assertThat(lines.getFirst().table).isEqualTo("generic-returns/access-log");
    assertThat(lines.getFirst().values)
        .contains("access 198.18.0.1 2024-03-01T10:00:00+01:00|auto request");
  }

  /** What a row gives, in words. */
  private record Taken(String table, List<String> values) {}

  private List<Taken> sql(String dump) throws IOException {
    List<Taken> taken = new ArrayList<>();
    DumpParser.parse(
        stream(dump),
        DumpLimits.STANDARD,
        new DumpHandler() {
          @Override
          public void table(DumpTable table) {}

          @Override
          public void row(DumpRow row) {
            Map<String, @Nullable String> values = new LinkedHashMap<>();
            for (int index = 0; index < row.size(); index++) {
              values.put(row.columns().get(index), row.text(index));
            }
            profiles.find("sql", row.columns()).ifPresent(match -> taken.add(take(match, values)));
          }

          @Override
          public void broken(String table, List<String> columns, Position position, String reason) {
            throw new AssertionError(reason);
          }
        });
    return taken;
  }

  private List<Taken> csv(String csv) throws IOException {
    List<Taken> taken = new ArrayList<>();
    CsvParser.parse(
        stream(csv),
        new CsvHandler() {
          @Override
          public void header(CsvHeader header) {}

          @Override
          public void row(CsvRow row) {
            Map<String, @Nullable String> values = new LinkedHashMap<>();
            for (int index = 0; index < row.values().size(); index++) {
              values.put(row.header().columns().get(index), row.values().get(index));
            }
            profiles
                .find("csv", row.header().columns())
                .ifPresent(match -> taken.add(take(match, values)));
          }

          @Override
          public void broken(Position position, String reason) {
            throw new AssertionError(reason);
          }
        });
    return taken;
  }

  private List<Taken> json(String lines) throws IOException {
    List<Taken> taken = new ArrayList<>();
    JsonLinesParser.parse(
        stream(lines),
        (JsonElement element) ->
            profiles
                .findList(element.list(), element.fields().keySet())
                .ifPresent(match -> taken.add(take(match, element.fields()))));
    return taken;
  }

  private static Taken take(Profiles.Match match, Map<String, @Nullable String> row) {
    Map<String, String> names = Profiles.names(match.table(), row.keySet());
    Map<String, @Nullable String> values = new LinkedHashMap<>(row);
    names.forEach((own, actual) -> values.put(own, row.get(actual)));
    List<String> taken = new ArrayList<>();
    for (Mapping mapping : match.table().mappings()) {
      if (holds(mapping, values)) {
        take(mapping, values, taken);
      }
    }
    return new Taken(match.profile().name() + "/" + match.table().name(), taken);
  }

  private static boolean holds(Mapping mapping, Map<String, @Nullable String> row) {
    return mapping.when().entrySet().stream()
        .allMatch(entry -> {
          String value = String.valueOf(row.getOrDefault(entry.getKey(), ""));
          List<String> wanted = entry.getValue();
          return wanted.contains(value)
              || wanted.stream().allMatch(one -> one.startsWith("!") && !one.equals("!" + value));
        });
  }

  private static void take(Mapping mapping, Map<String, @Nullable String> row, List<String> taken) {
    Mapping.Holder holder = mapping.holder();
    if (holder != null) {
      add(taken, "account", read(holder.account(), row));
      add(taken, "order", read(holder.order(), row));
    }
    Mapping.Account account = mapping.account();
    if (account != null) {
      add(taken, "registered", readWithFilter(account.registered(), row));
      if (Boolean.TRUE.equals(account.guest())) {
        taken.add("guest");
      }
    }
    mapping.selectors().forEach(one -> add(taken, one.kind(), read(one.column(), row)));
    mapping.facts().forEach(one -> add(taken, one.kind(), read(one.column(), row)));
    Mapping.Access access = mapping.access();
    if (access != null) {
      boolean binary = access.ip() != null && access.ip().endsWith("|binary-ip");
      String action =
          access.action().endsWith("|value") ? read(access.action(), row) : access.action();
      taken.add(
          "access "
              + (binary ? access.ip() : read(access.ip(), row))
              + " "
              + readWithFilter(access.at(), row)
              + " "
              + action);
    }
    Mapping.Message message = mapping.message();
    if (message != null) {
      taken.add("message " + read(message.key(), row) + " " + readWithFilter(message.at(), row));
    }
    Mapping.Payment payment = mapping.payment();
    if (payment != null) {
      String status = read(payment.status(), row);
      String known =
          status == null ? null : payment.statuses().get(status.toLowerCase(java.util.Locale.ROOT));
      taken.add(
          "payment "
              + (known == null ? payment.statuses().get("*") : known)
              + " "
              + readWithFilter(payment.amount(), row)
              + " "
              + read(payment.currency(), row)
              + " "
              + readWithFilter(payment.at(), row));
    }
  }

  private static void add(List<String> taken, String word, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      taken.add(word + " " + value);
    }
  }

  private static @Nullable String read(@Nullable String column, Map<String, @Nullable String> row) {
    if (column == null || column.startsWith("=")) {
      return column;
    }
    StringBuilder joined = new StringBuilder();
    for (String part : column.split("\\|")[0].split("\\+")) {
      String value = row.get(part);
      if (value != null) {
        joined.append(joined.isEmpty() ? "" : " ").append(value);
      }
    }
    return joined.isEmpty() ? null : joined.toString();
  }

  private static @Nullable String readWithFilter(
      @Nullable String column, Map<String, @Nullable String> row) {
    String value = read(column, row);
    return value == null || column == null
        ? null
        : value + column.substring(Math.max(0, column.indexOf('|')));
  }

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
