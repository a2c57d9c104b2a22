package dev.cordon.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The rule of a route, on the controller or its method (the method's counts): which area it is
 * about. A member of the operation in its path passes whose rules reach that area. Routes without
 * this, {@link ForEveryMember}, {@link ForAdministrator} or {@link ForEveryone} answer nobody.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface NeedToKnow {

  /** What the route is about. */
  Area value();

  /** What it takes; none: reading for GET and HEAD, writing otherwise. One of several is enough. */
  Right[] right() default {};

  /** Whether it opens a person's file: then the member must have said why. */
  boolean consults() default false;

  /** Whether the installation's administrator passes as well. */
  boolean administratorToo() default false;
}
