package dev.cordon.access;

import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Fresh proof of who sits at the keyboard, asked before an act that is hard to take back. */
@Component
public class StepUp {

  private final List<FreshProof> proofs;

  StepUp(List<FreshProof> proofs) {
    this.proofs = proofs;
  }

  /**
   * Passes when the member proved a few minutes ago, in this session, who is asking.
   *
   * @throws StepUpRequiredException otherwise; a page leads to the proof and back, the API answers
   *     401 with the problem type {@code urn:cordon:step-up-required}
   */
  public void require() {
    if (CurrentMember.signedIn().isEmpty()) {
      throw new NotPermittedException();
    }
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null
        || proofs.stream().noneMatch(proof -> proof.isFresh(authentication))) {
      throw new StepUpRequiredException();
    }
  }
}
