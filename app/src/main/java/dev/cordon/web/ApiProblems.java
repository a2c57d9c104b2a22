package dev.cordon.web;

import dev.cordon.CordonException;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.ReadingPurpose;
import dev.cordon.access.ReadingReasons;
import dev.cordon.access.ReasonNeededException;
import dev.cordon.access.StepUpRequiredException;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConversionException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/**
 * What the API says when it refuses: enough to do better, nothing about what the member may not
 * see. What is absent and what is not permitted answer alike. Our faults carry a number that is in
 * the log.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(annotations = RestController.class)
class ApiProblems {

  private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);

  /** Set by the outer wall when it stopped reading a body: too large, or too slow. */
  private static final String BODY_REFUSED = "dev.cordon.body.refused";

  @ExceptionHandler({
    NotPermittedException.class,
    AccessDeniedException.class,
    NoSuchElementException.class,
    EmptyResultDataAccessException.class
  })
  ProblemDetail absent() {
    return ProblemDetail.forStatus(HttpStatus.NOT_FOUND);
  }

  /** Says the same whatever the act was about. */
  @ExceptionHandler
  ProblemDetail freshProof(StepUpRequiredException needed) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.UNAUTHORIZED,
            "This act needs fresh proof of who is asking: prove it at /step-up in a session of the"
                + " pages and send the request again. An API token is no proof.");
    problem.setType(URI.create("urn:cordon:step-up-required"));
    return problem;
  }

  @ExceptionHandler
  ProblemDetail refused(CordonException refusal) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.UNPROCESSABLE_ENTITY, String.valueOf(refusal.getMessage()));
  }

  @ExceptionHandler
  ProblemDetail invalid(MethodArgumentNotValidException invalid) {
    String fields =
        invalid.getFieldErrors().stream()
            .map(error -> error.getField() + " " + error.getDefaultMessage())
            .sorted()
            .collect(Collectors.joining("; "));
    return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, fields);
  }

  @ExceptionHandler({
    IllegalArgumentException.class,
    HttpMessageConversionException.class,
    TypeMismatchException.class
  })
  ProblemDetail misunderstood(Exception malformed, HttpServletRequest request) {
    if (request.getAttribute(BODY_REFUSED) instanceof Integer status) {
      return ProblemDetail.forStatus(status);
    }
    LOG.info("request refused: {}", malformed.getClass().getSimpleName());
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.BAD_REQUEST, "The request is not of the form described at /api/openapi.");
  }

  @ExceptionHandler
  ProblemDetail contradicts(DataIntegrityViolationException contradiction) {
    LOG.info("change refused by the database: {}", contradiction.getClass().getSimpleName());
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.CONFLICT, "The change contradicts a rule or something that is already there.");
  }

  @ExceptionHandler
  ProblemDetail reasonNeeded(ReasonNeededException needed) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.PRECONDITION_REQUIRED,
            "Say why you open this: send the header "
                + ReadingReasons.HEADER
                + ": purpose; own words. Purposes: "
                + Arrays.stream(ReadingPurpose.values())
                    .map(ReadingPurpose::text)
                    .collect(Collectors.joining(", ")));
    problem.setType(URI.create("urn:cordon:reason-required"));
    return problem;
  }

  /** Whoever listened to a stream is gone: there is nobody to answer and no fault. */
  @ExceptionHandler
  void gone(AsyncRequestNotUsableException gone) {
    LOG.debug("a reader left while being written to", gone);
  }

  @ExceptionHandler
  ProblemDetail fault(Exception fault, HttpServletRequest request) {
    if (RefusedRows.isOne(fault)) {
      LOG.info("refused by the database's rules");
      return absent();
    }
    if (request.getAttribute(BODY_REFUSED) instanceof Integer status) {
      return ProblemDetail.forStatus(status);
    }
    if (fault instanceof ErrorResponse known) {
      return ProblemDetail.forStatus(known.getStatusCode());
    }
    String number = UUID.randomUUID().toString();
    LOG.error("fault {}", number, fault);
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.INTERNAL_SERVER_ERROR, "Our fault. The log has more under number " + number);
  }
}
