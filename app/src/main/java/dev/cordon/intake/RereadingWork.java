package dev.cordon.intake;

import dev.cordon.access.OperationId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Does what the queue asks for with sources read again. Begun again it ends the same. */
@Component
class RereadingWork {

  private final RereadingRegister register;
  private final SourceRetaking retaking;
  private final SourceRenewal renewal;

  RereadingWork(RereadingRegister register, SourceRetaking retaking, SourceRenewal renewal) {
    this.register = register;
    this.retaking = retaking;
    this.renewal = renewal;
  }

  /** Carries it out; gives what is left to be done by hand, or null. */
  @Nullable String carryOut(
      OperationId operation, Taking taking, Rereading asked, IntakeProgress progress) {
    SourceId source = new SourceId(asked.source());
    SourceRetaking.Asked request =
        new SourceRetaking.Asked(
            asked.reason(), taking.askedAt(), asked.kind() == Rereading.Kind.SEAL);
    try {
      return switch (asked.kind()) {
        case READ, SEAL -> waiting(retaking.retake(operation, source, request, progress).waiting());
        case NORMALISE -> {
          renewal.renew(operation, source, request);
          yield null;
        }
      };
    } catch (MediaFoundException media) {
      register.found(operation, taking.id(), media.found());
      throw media;
    }
  }

  private static @Nullable String waiting(List<String> waiting) {
    return waiting.isEmpty()
        ? null
        : "Later sources are to be read again and could not: " + String.join("; ", waiting);
  }
}
