package dev.cordon.web;

import dev.cordon.RefusedException;
import java.util.function.Supplier;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a page says after an act: done, or why not; and always with a new address. */
public final class Answer {

  private Answer() {}

  /**
   * Acts and leads on to an address.
   *
   * @param form the checked form; with errors nothing is done
   * @param done the sentence shown when it worked
   */
  public static String after(
      BindingResult form, RedirectAttributes flash, String address, String done, Runnable act) {
    if (form.hasErrors()) {
      flash.addFlashAttribute("problem", problem(form));
      return "redirect:" + address;
    }
    return after(flash, address, done, act);
  }

  /** The same without a form to check. */
  public static String after(RedirectAttributes flash, String address, String done, Runnable act) {
    try {
      act.run();
      flash.addFlashAttribute("done", done);
    } catch (RefusedException refusal) {
      flash.addFlashAttribute("problem", refusal.getMessage());
    }
    return "redirect:" + address;
  }

  /**
   * Acts and leads on to what was made.
   *
   * @param form the checked form; with errors nothing is done
   * @param back where a refusal leads
   * @param act makes something and gives its address
   */
  public static String made(
      BindingResult form,
      RedirectAttributes flash,
      String back,
      String done,
      Supplier<String> act) {
    if (form.hasErrors()) {
      flash.addFlashAttribute("problem", problem(form));
      return "redirect:" + back;
    }
    try {
      String address = act.get();
      flash.addFlashAttribute("done", done);
      return "redirect:" + address;
    } catch (RefusedException refusal) {
      flash.addFlashAttribute("problem", refusal.getMessage());
      return "redirect:" + back;
    }
  }

  private static String problem(BindingResult form) {
    StringBuilder words = new StringBuilder("Nothing was changed.");
    form.getFieldErrors()
        .forEach(error ->
            words
                .append(' ')
                .append(error.getField())
                .append(": ")
                .append(error.getDefaultMessage())
                .append('.'));
    return words.toString();
  }
}
