package dev.cordon.access;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The checks pages and services make before they act. They ask the rules the database's own
 * policies are made from, so they can refuse earlier and never allow more.
 */
@Component
public class Access {

  private final CurrentMember currentMember;
  private final JdbcClient jdbc;

  Access(CurrentMember currentMember, JdbcClient jdbc) {
    this.currentMember = currentMember;
    this.jdbc = jdbc;
  }

  /**
   * Passes when the member's rules give that right in the area, be it for a part of the operation.
   *
   * @throws NotPermittedException otherwise; also when there is no such operation
   */
  @Transactional(propagation = Propagation.REQUIRED, readOnly = true)
  public void require(OperationId operation, Area area, Right right) {
    if (!holds(operation, area, right)) {
      throw new NotPermittedException();
    }
  }

  /** Whether the member's rules give that right in the area, be it for a part of the operation. */
  @Transactional(propagation = Propagation.REQUIRED, readOnly = true)
  public boolean holds(OperationId operation, Area area, Right right) {
    return asked(NeedToKnowSql.MAY, operation, area, right);
  }

  /** Whether the member's rules give that right for the rows of all agencies. */
  @Transactional(propagation = Propagation.REQUIRED, readOnly = true)
  public boolean holdsForWhole(OperationId operation, Area area, Right right) {
    return asked(NeedToKnowSql.WHOLE, operation, area, right);
  }

  /** The areas of the operation of which the member reads something. */
  @Transactional(propagation = Propagation.REQUIRED, readOnly = true)
  public Set<Area> readable(OperationId operation) {
    Set<Area> areas = EnumSet.noneOf(Area.class);
    jdbc.sql(NeedToKnowSql.READABLE)
        .param("operation", operation.value())
        .query(String.class)
        .list()
        .forEach(text -> areas.add(Area.of(text)));
    return areas;
  }

  private boolean asked(String question, OperationId operation, Area area, Right right) {
    return Boolean.TRUE.equals(
        jdbc.sql(question)
            .param("operation", operation.value())
            .param("area", area.text())
            .param("right", right.text())
            .query(Boolean.class)
            .single());
  }

  /** Passes for the installation's administrator only. */
  public void requireAdministrator() {
    if (!currentMember.get().administrator()) {
      throw new NotPermittedException();
    }
  }
}
