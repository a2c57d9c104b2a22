package dev.cordon.access;

import org.springframework.stereotype.Component;

/** Fresh proof of who sits at the keyboard, asked before an act that is hard to take back. */
@Component
public class StepUp {

  StepUp() {}

  /** Passes when the member proved a few minutes ago, in this session, who is asking. */
  public void require() {
    if (CurrentMember.signedIn().isEmpty()) {
      throw new NotPermittedException();
    }
  }
}
