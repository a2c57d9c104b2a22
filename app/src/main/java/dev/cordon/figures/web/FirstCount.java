package dev.cordon.figures.web;

import dev.cordon.figures.NotCountedYetException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/** Leads who comes before the first count has ended to a page that says so and looks again. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@ControllerAdvice(assignableTypes = {OverviewPage.class, FigurePage.class})
class FirstCount {

  @ExceptionHandler
  ModelAndView notCountedYet(NotCountedYetException early, HttpServletRequest request) {
    Object found = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    Object operation = found instanceof Map<?, ?> words ? words.get("operation") : null;
    return new ModelAndView("redirect:/operations/" + operation + "/figures/counting");
  }
}
