package dev.cordon.exercise.platform;

/** What joins a further account of a person to the first one. */
public enum Tie {
  FIRST,
  SAME_MAIL,
  PLUS_MAIL,
  DOTS_MAIL,
  CASE_MAIL,
  CARD,
  DEVICE,
  PHONE,
  WALLET,
  RECOVERY,
  MAIL_CHANGE,
  NAME_AND_ADDRESS,
  HANDLE,
  HOME_LINE,
  ORDER_IN_MESSAGE,
  NONE;

  /** Whether the account uses the person's first mailbox in some spelling. */
  public boolean mail() {
    return switch (this) {
      case FIRST, SAME_MAIL, PLUS_MAIL, DOTS_MAIL, CASE_MAIL -> true;
      case CARD,
          DEVICE,
          PHONE,
          WALLET,
          RECOVERY,
          MAIL_CHANGE,
          NAME_AND_ADDRESS,
          HANDLE,
          HOME_LINE,
          ORDER_IN_MESSAGE,
          NONE ->
          false;
    };
  }

  public boolean sharesCard() {
    return mail() || this == CARD;
  }

  public boolean sharesDevice() {
    return mail() || this == DEVICE;
  }

  public boolean sharesPhone() {
    return mail() || this == PHONE;
  }

  public boolean sharesWallet() {
    return mail() || this == WALLET;
  }

  /** Whether the true name and address are given with this account. */
  public boolean sharesAddress() {
    return mail() || this == NAME_AND_ADDRESS || this == CARD || this == PHONE;
  }

  public boolean sharesLine() {
    return this != NONE;
  }
}
