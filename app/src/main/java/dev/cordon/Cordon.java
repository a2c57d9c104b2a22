package dev.cordon;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The server. */
@SpringBootApplication
public class Cordon {

  /** Starts the server with the given arguments. */
  public static void main(String[] arguments) {
    SpringApplication.run(Cordon.class, arguments);
  }
}
