package dev.cordon.web;

import dev.cordon.CordonException;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.ReasonNeededException;
import dev.cordon.access.StepUpRequiredException;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** What a page says when it can not answer: as much as the API says, in a page. */
@ControllerAdvice(annotations = Controller.class)
class PageProblems {

  private static final Logger LOG = LoggerFactory.getLogger(PageProblems.class);

  @ExceptionHandler({
    NotPermittedException.class,
    AccessDeniedException.class,
    NoSuchElementException.class,
    EmptyResultDataAccessException.class,
    MethodArgumentTypeMismatchException.class
  })
  ModelAndView absent() {
    return page(HttpStatus.NOT_FOUND, Map.of());
  }

  /** Leads to the proof, and from there back to the page; what was typed waits in the session. */
  @ExceptionHandler
  ModelAndView freshProof(StepUpRequiredException needed, HttpServletRequest request) {
    String page = KeptForm.keep(request);
    return new ModelAndView(
        "redirect:/step-up?next=" + URLEncoder.encode(page, StandardCharsets.UTF_8));
  }

  /** A value in the address or form that is none of those allowed. */
  @ExceptionHandler(IllegalArgumentException.class)
  ModelAndView misunderstood() {
    return page(HttpStatus.BAD_REQUEST, Map.of());
  }

  @ExceptionHandler
  ModelAndView refused(CordonException refusal) {
    return page(
        HttpStatus.UNPROCESSABLE_ENTITY, Map.of("problem", String.valueOf(refusal.getMessage())));
  }

  /** Asks why, and leads on to what was asked for. */
  @ExceptionHandler
  ModelAndView reasonNeeded(ReasonNeededException needed, HttpServletRequest request) {
    String place = "/operations/" + needed.operation();
    String next = place;
    if (request.getMethod().equals("GET")) {
      String query = request.getQueryString();
      next = request.getRequestURI() + (query == null ? "" : "?" + query);
    }
    return new ModelAndView("redirect:" + place + "/reading", Map.of("next", next));
  }

  @ExceptionHandler
  ModelAndView fault(Exception fault) {
    if (RefusedRows.isOne(fault)) {
      LOG.info("refused by the database's rules");
      return absent();
    }
    if (fault instanceof ErrorResponse known) {
      return page(known.getStatusCode(), Map.of());
    }
    String number = UUID.randomUUID().toString();
    LOG.error("fault {}", number, fault);
    return page(HttpStatus.INTERNAL_SERVER_ERROR, Map.of("number", number));
  }

  private static ModelAndView page(HttpStatusCode status, Map<String, String> words) {
    ModelAndView page = new ModelAndView("error", words, status);
    page.addObject("status", status.value());
    return page;
  }
}
