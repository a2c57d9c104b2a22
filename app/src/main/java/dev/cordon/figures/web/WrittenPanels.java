package dev.cordon.figures.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/**
 * Panels of the overview as text. A panel is written once for what it shows and given again while
 * the same is asked: the same values make the same text, whoever reads it. Thread-safe.
 */
@Component
class WrittenPanels {

  /** How many are remembered; the largest is some 100 kB. */
  private static final int REMEMBERED = 60;

  private static final String TEMPLATE = "figures/overview-panels";

  private final SpringTemplateEngine engine;
  private final ApplicationContext beans;
  private final Remembered<Shown, String> remembered = new Remembered<>(REMEMBERED);

  WrittenPanels(SpringTemplateEngine engine, ApplicationContext beans) {
    this.engine = engine;
    this.beans = beans;
  }

  private record Shown(String panel, Map<String, Object> values) {}

  /**
   * A panel as text.
   *
   * @param panel the fragment's name
   * @param values all it is written from, values of records and lists of them
   */
  String of(
      String panel,
      Map<String, Object> values,
      HttpServletRequest request,
      HttpServletResponse response) {
    Shown shown = new Shown(panel, Map.copyOf(values));
    return remembered.get(shown, () -> write(shown, request, response));
  }

  private String write(Shown shown, HttpServletRequest request, HttpServletResponse response) {
    Map<String, Object> variables = new HashMap<>(shown.values());
    variables.put(
        ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
        new ThymeleafEvaluationContext(beans, null));
    JakartaServletWebApplication application =
        JakartaServletWebApplication.buildApplication(request.getServletContext());
    WebContext context =
        new WebContext(application.buildExchange(request, response), Locale.UK, variables);
    return engine.process(TEMPLATE, Set.of(shown.panel()), context);
  }
}
