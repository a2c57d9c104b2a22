package dev.cordon.resolution.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PhoneFormsTest {

  private final PhoneForms forms = new PhoneForms();

  @Test
  void form_waysToWriteOneNumber_areOneForm() {
    assertThat(forms.form("+45 00 51 66 97", "")).hasValue("+45 516697");
    assertThat(forms.form("00516697", "DK")).hasValue("+45 516697");
    assertThat(forms.form("0045-00516697", "DE")).hasValue("+45 516697");
  }

  @Test
  void form_nationalNumberOfUnknownCountry_isNone() {
    assertThat(forms.form("0176 04069025", "")).isEmpty();
  }

  @Test
  void form_rubbish_isNone() {
    assertThat(forms.form("n/a", "DK")).isEmpty();
    assertThat(forms.form("+", "DK")).isEmpty();
  }
}
