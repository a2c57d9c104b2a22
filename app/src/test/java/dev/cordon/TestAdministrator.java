package dev.cordon;

import dev.cordon.access.MemberId;
import dev.cordon.access.SignedIn;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The one administrator of the test process's ground. */
final class TestAdministrator {

  private TestAdministrator() {}

  static SignedIn of(JdbcClient jdbc) {
    jdbc.sql("select cordon.first_administrator('administrator', '!')").query().listOfRows();
    UUID id = jdbc.sql("select id from cordon.sign_in('administrator')").query(UUID.class).single();
    return new SignedIn("administrator", "Administrator", new MemberId(id), null, true);
  }
}
