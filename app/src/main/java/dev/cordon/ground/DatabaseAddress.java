package dev.cordon.ground;

/**
 * Where the database is and how its two roles sign in.
 *
 * @param url JDBC address without credentials
 * @param ownerPassword of {@code cordon_owner}, which owns the schema and migrates it
 * @param applicationPassword of {@code cordon_app}, as which the server works
 */
public record DatabaseAddress(String url, String ownerPassword, String applicationPassword) {

  /** The role that owns and migrates the schema. */
  public static final String OWNER = "cordon_owner";

  /** The role the server works as: neither owner nor superuser. */
  public static final String APPLICATION = "cordon_app";

  /** Without the passwords. */
  @Override
  public String toString() {
    return "DatabaseAddress[" + url + "]";
  }
}
