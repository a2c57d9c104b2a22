package dev.cordon.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.access.NotPermittedException;
import dev.cordon.resolution.Subject;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An erasure stopped before each of its states is noted, and gone on with. */
class CarryingOutTest extends ErasureCase {

  @Autowired private CarryingOut carryingOut;

  @Test
  void stoppedBeforeEachState_isGoneOnWith_andNeverHalfVisible() throws Exception {
    Subject subject = confirmed("1");
    ErasureOrder order =
        entered(OrderKind.ERASURE, new Chosen(Chosen.By.SUBJECT, subject.number()));
    synchronized (carryingOut) {
      approve(order);
      Set<ErasureOrder.State> stopped = EnumSet.noneOf(ErasureOrder.State.class);
      while (state(order) != ErasureOrder.State.DONE) {
        assertThat(holding(mark)).isEmpty();
        assertThatThrownBy(() -> get(analyst, () -> subjects.get(operation, subject.id())))
            .isInstanceOf(NotPermittedException.class);
        try {
          carryingOut.finishAll(state -> stopOnce(stopped, state));
        } catch (IllegalStateException killed) {
          assertThat(killed).hasMessageContaining("stopped");
        }
      }
      assertThat(stopped)
          .containsExactlyInAnyOrder(
              ErasureOrder.State.LISTED,
              ErasureOrder.State.REWRITTEN,
              ErasureOrder.State.VACUUMED,
              ErasureOrder.State.DONE);
    }
  }

  private static void stopOnce(Set<ErasureOrder.State> stopped, ErasureOrder.State state) {
    if (stopped.add(state)) {
      throw new IllegalStateException("stopped before " + state);
    }
  }
}
