package dev.cordon.signin;

import dev.cordon.access.CurrentMember;
import dev.cordon.access.SignedIn;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs work as a member that is about to sign in, in one transaction of its own. Whoever calls it
 * has checked that it is that member.
 */
@Component
class Acting {

  private final TransactionTemplate transaction;

  Acting(PlatformTransactionManager manager) {
    this.transaction = new TransactionTemplate(manager);
    this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  <T> T as(SignedIn member, Supplier<T> work) {
    AtomicReference<T> result = new AtomicReference<>();
    CurrentMember.as(member, () -> result.set(transaction.execute(status -> work.get())));
    return Objects.requireNonNull(result.get());
  }

  void run(SignedIn member, Runnable work) {
    CurrentMember.as(member, () -> transaction.executeWithoutResult(status -> work.run()));
  }
}
