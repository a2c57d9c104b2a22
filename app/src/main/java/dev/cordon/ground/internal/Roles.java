package dev.cordon.ground.internal;

import dev.cordon.CordonException;
import dev.cordon.ground.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The two roles and the database, made as superuser once; Cordon never works as superuser. */
final class Roles {

  private static final String DATABASE_EXISTS =
      """
      select exists (select from pg_database where datname = 'cordon')
      """;

  private static final String CREATE_ROLE =
      """
      select format('create role %I login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password %L',
                    ?::text, ?::text)
      where not exists (select from pg_roles where rolname = ?::text)
      """;

  private Roles() {}

  static void create(String host, String superuserPassword, DatabaseAddress address) {
    try (Connection connection =
        DriverManager.getConnection(
            host + "/postgres", EmbeddedServer.SUPERUSER, superuserPassword)) {
      if (databaseExists(connection)) {
        return;
      }
      createRole(connection, DatabaseAddress.OWNER, address.ownerPassword());
      createRole(connection, DatabaseAddress.APPLICATION, address.applicationPassword());
      try (Statement statement = connection.createStatement()) {
        statement.execute("create database cordon owner cordon_owner");
        statement.execute("revoke all on database cordon from public");
        statement.execute("grant connect on database cordon to cordon_app");
        statement.execute("revoke all on database postgres from public");
      }
    } catch (SQLException failed) {
      throw new CordonException(
          "could not set up the database's roles: " + failed.getMessage(), failed);
    }
  }

  private static boolean databaseExists(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(DATABASE_EXISTS)) {
      return row.next() && row.getBoolean(1);
    }
  }

  private static void createRole(Connection connection, String role, String password)
      throws SQLException {
    try (PreparedStatement quote = connection.prepareStatement(CREATE_ROLE)) {
      quote.setString(1, role);
      quote.setString(2, password);
      quote.setString(3, role);
      try (ResultSet row = quote.executeQuery();
          Statement statement = connection.createStatement()) {
        if (row.next()) {
          statement.execute(row.getString(1));
        }
      }
    }
  }
}
