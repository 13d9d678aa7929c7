package dev.makespan.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import javax.tools.ToolProvider;

/**
 * A process that runs javac once, then tells the CPU time that it took from its start: nanoseconds,
 * user and system.
 */
final class MeasuredJavac {
  private MeasuredJavac() {}

  public static void main(String[] args) {
    int status = ToolProvider.getSystemJavaCompiler().run(null, null, null, args);
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    System.out.println(system.getProcessCpuTime());
    System.exit(status);
  }
}
