package dev.cordon.web;

import dev.cordon.access.Access;
import dev.cordon.access.Agencies;
import dev.cordon.access.Agency;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.EmergencyOpenings;
import dev.cordon.access.Operation;
import dev.cordon.access.OperationId;
import dev.cordon.access.Operations;
import dev.cordon.access.ReadingReason;
import dev.cordon.access.ReadingReasons;
import dev.cordon.access.Right;
import dev.cordon.access.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What the frame around every page shows: which operation, and who is signed in. */
@Configuration(proxyBeanMethods = false)
class Frame implements WebMvcConfigurer, HandlerInterceptor {

  /** A stage, the id of a record, and perhaps what of it is shown. */
  private static final Pattern RECORD =
      Pattern.compile("/[a-z-]{1,40}/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(/[a-z-]{1,40})?");

  private final Operations operations;
  private final Agencies agencies;
  private final Access access;
  private final ReadingReasons reasons;
  private final EmergencyOpenings openings;
  private final ObjectProvider<Waiting> waiting;
  private final ObjectProvider<AboutRecord> about;
  private final TransactionTemplate reading;

  Frame(
      Operations operations,
      Agencies agencies,
      Access access,
      ReadingReasons reasons,
      EmergencyOpenings openings,
      ObjectProvider<Waiting> waiting,
      ObjectProvider<AboutRecord> about,
      PlatformTransactionManager transactions) {
    this.operations = operations;
    this.agencies = agencies;
    this.access = access;
    this.reasons = reasons;
    this.openings = openings;
    this.waiting = waiting;
    this.about = about;
    this.reading = new TransactionTemplate(transactions);
    this.reading.setReadOnly(true);
  }

  /**
   * The operation a page is about, and what of it the reader reaches.
   *
   * @param areas of which the reader reads something
   * @param lead whether the reader reads the subjects
   * @param breaks whether the reader may open in an emergency, or watches over who did
   * @param erases whether the reader may ask that data be destroyed
   * @param reading why the reader opens persons' files, as far as said
   * @param emergency the reader's own emergency opening, while it stands
   * @param openings emergency openings that wait for their review
   * @param waiting how much waits for the reader, by stage
   * @param record what the page shows, where it shows one record
   */
  record Here(
      UUID id,
      String name,
      String handlingCode,
      Set<Area> areas,
      boolean lead,
      boolean breaks,
      boolean erases,
      @Nullable ReadingReason reading,
      EmergencyOpenings.@Nullable Standing emergency,
      long openings,
      Map<String, Long> waiting,
      @Nullable RecordShown record) {

    Here {
      areas = Set.copyOf(areas);
      waiting = Map.copyOf(waiting);
    }

    /** The address of a page of the operation. */
    public String to(String path) {
      return "/operations/" + id + path;
    }
  }

  /**
   * A record a page shows.
   *
   * @param path of its page, below the operation
   * @param tasks how many open tasks are about it
   */
  record RecordShown(String path, long tasks) {}

  /** Who reads the page. */
  record Reader(String displayName, String agency, boolean administrator) {}

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).excludePathPatterns("/api/**", "/assets/**", "/webjars/**");
  }

  @Override
  public void postHandle(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable ModelAndView page) {
    if (page == null || page.getViewName() == null || page.getViewName().startsWith("redirect:")) {
      return;
    }
    CurrentMember.signedIn()
        .ifPresent(member -> {
          KeptForm.take(request).ifPresent(form -> page.addObject("keptForm", form));
          // One transaction for all the frame asks: each would cost three turns to the database.
          reading.executeWithoutResult(status -> {
            page.addObject("signedIn", reader(member));
            operation(request).ifPresent(operation -> page.addObject("here", operation));
          });
        });
  }

  private Reader reader(SignedIn member) {
    String agency =
        member
            .agency()
            .flatMap(agencies::find)
            .map(Agency::name)
            .orElse(member.administrator() ? "Installation" : "");
    return new Reader(member.displayName(), agency, member.administrator());
  }

  private Optional<Here> operation(HttpServletRequest request) {
    if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
            instanceof Map<?, ?> variables
        && variables.get("operation") instanceof String id) {
      return operations
          .find(new OperationId(UUID.fromString(id)))
          .map(operation -> here(operation, record(request, id)));
    }
    return Optional.empty();
  }

  /** The address of the record below the operation; null where the page shows none. */
  private static @Nullable String record(HttpServletRequest request, String operation) {
    String start = "/operations/" + operation;
    String uri = request.getRequestURI();
    if (!uri.startsWith(start + "/")) {
      return null;
    }
    String path = uri.substring(start.length());
    return RECORD.matcher(path).matches() ? path : null;
  }

  private @Nullable RecordShown shown(
      OperationId operation, Set<Area> areas, @Nullable String path) {
    if (path == null || !areas.contains(Area.TASKS)) {
      return null;
    }
    return about.stream()
        .findFirst()
        .map(one -> new RecordShown(path, one.open(operation, path)))
        .orElse(null);
  }

  private Here here(Operation operation, @Nullable String record) {
    OperationId id = operation.id();
    Set<Area> areas = offered(id);
    boolean persons = areas.contains(Area.SUBJECTS) || areas.contains(Area.PACKAGES);
    return new Here(
        id.value(),
        operation.name(),
        operation.handlingCode().name(),
        areas,
        areas.contains(Area.SUBJECTS),
        areas.contains(Area.BREAK_GLASS) || access.holds(id, Area.BREAK_GLASS, Right.OPEN),
        access.holds(id, Area.LEDGER, Right.ERASE),
        persons ? reasons.standing(id).orElse(null) : null,
        openings.standing(id, null).orElse(null),
        openings.waiting(id),
        waiting(id),
        shown(id, areas, record));
  }

  /** Who reads only the own file names has no list of conversations. */
  private Set<Area> offered(OperationId operation) {
    Set<Area> areas = access.readable(operation);
    if (areas.contains(Area.SEALED_TEXT)
        && !access.holdsForWhole(operation, Area.SEALED_TEXT, Right.READ)) {
      areas.remove(Area.SEALED_TEXT);
    }
    return areas;
  }

  private Map<String, Long> waiting(OperationId operation) {
    return waiting.stream()
        .collect(Collectors.toMap(Waiting::path, stage -> stage.count(operation)));
  }
}
