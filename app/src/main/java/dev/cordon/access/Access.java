package dev.cordon.access;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The checks services make before they act. The database makes its own, whatever is asked here. */
@Component
public class Access {

  private final CurrentMember currentMember;

  Access(CurrentMember currentMember) {
    this.currentMember = currentMember;
  }

  /**
   * Passes when the member holds one of the roles in the operation now.
   *
   * @throws NotPermittedException otherwise; also when there is no such operation
   */
  @Transactional(propagation = Propagation.REQUIRED, readOnly = true)
  public void require(OperationId operation, Role... roles) {
    if (!holds(operation, roles)) {
      throw new NotPermittedException();
    }
  }

  /** Whether the member holds one of the roles in the operation now. */
  @Transactional(propagation = Propagation.REQUIRED, readOnly = true)
  public boolean holds(OperationId operation, Role... roles) {
    Set<Role> held = currentMember.roles(operation);
    for (Role role : roles) {
      if (held.contains(role)) {
        return true;
      }
    }
    return false;
  }

  /** The roles the member holds in the operation now. */
  @Transactional(propagation = Propagation.REQUIRED, readOnly = true)
  public Set<Role> held(OperationId operation) {
    return currentMember.roles(operation);
  }

  /** Passes for the installation's administrator only. */
  public void requireAdministrator() {
    if (!currentMember.get().administrator()) {
      throw new NotPermittedException();
    }
  }
}
