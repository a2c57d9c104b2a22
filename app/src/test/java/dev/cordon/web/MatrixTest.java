package dev.cordon.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.DatabaseTest;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.ForAdministrator;
import dev.cordon.access.ForEveryMember;
import dev.cordon.access.ForEveryone;
import dev.cordon.access.HandlingCode;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import dev.cordon.access.ReasonNeededException;
import dev.cordon.access.Right;
import dev.cordon.access.Role;
import dev.cordon.access.Rules;
import dev.cordon.access.SignedIn;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every route x every role x own and other operation x the operation's handling code: the gate
 * decides as the rules say. The routes come from the router, so a new one is asked too.
 */
class MatrixTest extends DatabaseTest {

  private static final String HOW_TO =
      """
      Routes without a rule answer nobody. Put on the controller or its method: @NeedToKnow(Area.X) where X is the area the \
      rows belong to (GET then reads, everything else writes; name a Right for an act narrower than writing; consults = true \
      where a person's file is opened), @ForEveryMember("why"), @ForAdministrator("why") or @ForEveryone("why"). A new area \
      needs rows in cordon.area and cordon.need_to_know (a migration), a constant in Area and a line in docs/need-to-know.md.
      """;

  private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z]+)}");

  @Autowired private Gate gate;
  @Autowired private Rules rules;
  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;

  private List<Rules.Rule> all = List.of();
  private Map<Role, Set<HandlingCode>> codes = Map.of();

  private record Route(String method, String pattern, HandlerMethod handler) {

    @Override
    public String toString() {
      return method + " " + pattern + " (" + handler.getShortLogMessage() + ")";
    }
  }

  private record Caller(SignedIn member, @Nullable Role role, HandlingCode operationCode) {}

  @BeforeEach
  void readRules() {
    all = get(analyst, rules::all);
    codes = new EnumMap<>(Role.class);
    get(analyst, rules::clearances).forEach(one -> codes.put(one.role(), one.codes()));
  }

  @Test
  void everyRoute_hasARule() {
    List<String> without =
        routes().stream()
            .filter(route ->
                rule(route, NeedToKnow.class) == null
                    && rule(route, ForEveryMember.class) == null
                    && rule(route, ForAdministrator.class) == null
                    && rule(route, ForEveryone.class) == null)
            .map(Route::toString)
            .toList();

    assertThat(routes()).hasSizeGreaterThan(80);
    assertThat(without).as(HOW_TO).isEmpty();
  }

  @Test
  void everyRoute_passesWhoTheRulesNameAndNobodyElse() {
    List<String> leaks = new ArrayList<>();
    for (HandlingCode code : HandlingCode.values()) {
      OperationId own = operationWith(code);
      List<Caller> callers = new ArrayList<>();
      for (Role role : Role.values()) {
        callers.add(new Caller(member(other, own, role), role, code));
      }
      callers.add(new Caller(outsider, null, code));
      callers.add(new Caller(coordinator, null, code));
      callers.add(new Caller(administrator, null, code));
      for (Route route : routes()) {
        for (Caller caller : callers) {
          boolean expected = expected(route, caller);
          boolean passed = passes(route, caller.member(), own);
          if (expected != passed) {
            leaks.add(
                "%s: %s of an operation of code %s %s"
                    .formatted(
                        route,
                        caller.role() == null ? "a stranger" : caller.role(),
                        code,
                        passed ? "passes against the rules" : "is refused against the rules"));
          }
        }
      }
    }
    assertThat(leaks).isEmpty();
  }

  private boolean expected(Route route, Caller caller) {
    if (rule(route, ForEveryone.class) != null) {
      return true;
    }
    boolean administrator = caller.member().administrator();
    NeedToKnow need = decisive(route);
    if (need == null) {
      return rule(route, ForAdministrator.class) != null
              && !route.handler().hasMethodAnnotation(ForEveryMember.class)
          ? administrator
          : caller.role() != null || administrator || !route.pattern().contains("{operation}");
    }
    if (need.administratorToo() && administrator) {
      return true;
    }
    Right[] rights = need.right();
    if (rights.length == 0) {
      rights = new Right[] {route.method().equals("GET") ? Right.READ : Right.WRITE};
    }
    for (Right right : rights) {
      if (allows(need, right, caller)) {
        return true;
      }
    }
    return false;
  }

  private boolean allows(NeedToKnow need, Right right, Caller caller) {
    if (caller.role() == null) {
      return false;
    }
    boolean covers = codes.getOrDefault(caller.role(), Set.of()).contains(caller.operationCode());
    boolean ownCode = Set.of("packages", "outcomes").contains(need.value().text());
    boolean aboutTheWork =
        Set.of("ledger", "members", "approvals", "keys", "oversight", "break_glass")
            .contains(need.value().text());
    return all.stream()
        .filter(rule -> rule.role() == caller.role() && rule.area() == need.value())
        .filter(rule ->
            switch (right) {
              case READ -> rule.reads();
              case WRITE -> rule.writes();
              default -> rule.rights().contains(right.text());
            })
        .anyMatch(rule -> covers || aboutTheWork || (ownCode && rule.reach().equals("own_agency")));
  }

  private boolean passes(Route route, SignedIn member, OperationId own) {
    MockHttpServletRequest request = new MockHttpServletRequest(route.method(), route.pattern());
    Map<String, String> variables = new TreeMap<>();
    Matcher names = VARIABLE.matcher(route.pattern());
    while (names.find()) {
      String name = Objects.requireNonNull(names.group(1));
      variables.put(name, name.equals("operation") ? own.toString() : UUID.randomUUID().toString());
    }
    request.setAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, variables);
    boolean[] passed = {true};
    CurrentMember.as(
        member,
        () -> {
          try {
            gate.preHandle(request, new MockHttpServletResponse(), route.handler());
          } catch (NotPermittedException refused) {
            passed[0] = false;
          } catch (ReasonNeededException passedTheRule) {
            passed[0] = true;
          }
        });
    return passed[0];
  }

  private static @Nullable NeedToKnow decisive(Route route) {
    NeedToKnow own = route.handler().getMethodAnnotation(NeedToKnow.class);
    if (own != null
        || route.handler().hasMethodAnnotation(ForEveryMember.class)
        || route.handler().hasMethodAnnotation(ForAdministrator.class)) {
      return own;
    }
    return route.handler().getBeanType().getAnnotation(NeedToKnow.class);
  }

  private static <A extends java.lang.annotation.Annotation> @Nullable A rule(
      Route route, Class<A> type) {
    A own = route.handler().getMethodAnnotation(type);
    return own == null ? route.handler().getBeanType().getAnnotation(type) : own;
  }

  private List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    requestMappingHandlerMapping
        .getHandlerMethods()
        .forEach((mapping, handler) -> {
          if (!handler.getBeanType().getName().startsWith("dev.cordon.")) {
            return;
          }
          Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
          assertThat(methods).as("%s names its method", handler).isNotEmpty();
          for (RequestMethod method : methods) {
            for (String pattern : mapping.getPatternValues()) {
              routes.add(new Route(method.name(), pattern, handler));
            }
          }
        });
    return routes;
  }

  private OperationId operationWith(HandlingCode code) {
    OperationId created = OperationId.random();
    as(
        administrator,
        () ->
            jdbc.sql(
                    """
                    insert into cordon.operation (id, name, authority, legal_basis, purpose, review_on, ends_on,
                      lead_agency_id, handling_code)
                    values (?, 'Matrix', 'Court of Example', 'Order 1', 'online-child-sexual-exploitation',
                      current_date + 90, current_date + 180, ?, ?)
                    """)
                .params(created.value(), lead.value(), code.name())
                .update());
    return created;
  }
}
