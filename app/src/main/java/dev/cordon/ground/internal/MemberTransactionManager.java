package dev.cordon.ground.internal;

import dev.cordon.access.CurrentMember;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells the database at the start of each transaction which member it serves; the value ends with
 * the transaction. Without a signed-in member nothing is set and row-level security shows nothing.
 */
final class MemberTransactionManager extends JdbcTransactionManager {

  private static final long serialVersionUID = 1L;

  private static final String SET_MEMBER = "select set_config('cordon.member', ?, true)";

  private final transient DataSource source;

  MemberTransactionManager(DataSource source) {
    super(source);
    this.source = source;
  }

  @Override
  protected void doBegin(Object transaction, TransactionDefinition definition) {
    super.doBegin(transaction, definition);
    CurrentMember.signedIn()
        .ifPresent(signedIn -> {
          try {
            setMember(signedIn.member().toString());
          } catch (RuntimeException failed) {
            doCleanupAfterCompletion(transaction);
            throw failed;
          }
        });
  }

  private void setMember(String member) {
    ConnectionHolder holder =
        (ConnectionHolder) TransactionSynchronizationManager.getResource(source);
    if (holder == null) {
      throw new CannotCreateTransactionException("no connection bound to the transaction");
    }
    Connection connection = holder.getConnection();
    try (PreparedStatement statement = connection.prepareStatement(SET_MEMBER)) {
      statement.setString(1, member);
      statement.execute();
    } catch (SQLException failed) {
      throw new CannotCreateTransactionException("could not name the member", failed);
    }
  }
}
