/** The pages of requests and tasks. */
@NullMarked
package dev.cordon.requests.web;

import org.jspecify.annotations.NullMarked;
