/** Layout, sign-in, error page and shared fragments; no feature pages. */
@NullMarked
@ApplicationModule(allowedDependencies = "access")
package dev.cordon.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
