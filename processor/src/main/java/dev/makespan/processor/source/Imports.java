package dev.makespan.processor.source;

import com.sun.source.tree.ImportTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;

/** The imports of one file: what a simple name means through them. */
final class Imports {
  private final Compilation compilation;
  private final TypeElement owner;
  private final List<Import> imports = new ArrayList<>();

  private record Import(boolean isStatic, boolean ofModule, String qualifier, String name) {
    boolean onDemand() {
      return name.equals("*");
    }

    boolean mayMean(String wanted, boolean demanded) {
      return onDemand() == demanded && (demanded || name.equals(wanted));
    }
  }

  /** The imports as a class in the file sees them. */
  Imports(Compilation compilation, TypeElement owner, SourceFile file) {
    this.compilation = compilation;
    this.owner = owner;
    for (ImportTree tree : file.unit().getImports()) {
      boolean ofModule = tree.toString().startsWith("import module ");
      String qualified = tree.getQualifiedIdentifier().toString();
      int dot = qualified.lastIndexOf('.');
      String qualifier = ofModule ? qualified : qualified.substring(0, Math.max(dot, 0));
      String name = ofModule ? "*" : qualified.substring(dot + 1);
      imports.add(new Import(tree.isStatic(), ofModule, qualifier, name));
    }
  }

  /** The imported type of that name: by name, or on demand. */
  Optional<TypeElement> type(String name, boolean onDemand) {
    for (Import each : imports) {
      if (!each.mayMean(name, onDemand)) {
        continue;
      }
      Optional<TypeElement> found =
          each.ofModule() ? ofModule(each.qualifier(), name) : inPackage(each.qualifier(), name);
      if (found.isEmpty()) {
        found = compilation
            .type(owner, each.qualifier())
            .flatMap(outer -> compilation.memberType(outer, name));
      }
      if (found.isPresent() && compilation.reachable(found.get(), owner)) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Whether a type of that name, or a member type, is imported by name. */
  boolean byName(String name) {
    return imports.stream().anyMatch(each -> each.mayMean(name, false));
  }

  private Optional<TypeElement> ofModule(String module, String name) {
    ModuleElement element = compilation.elements().getModuleElement(module);
    if (element == null) {
      return Optional.empty();
    }
    for (ModuleElement.Directive directive : element.getDirectives()) {
      Optional<TypeElement> found = Optional.empty();
      if (directive instanceof ModuleElement.ExportsDirective exports
          && exports.getTargetModules() == null) {
        found = inPackage(exports.getPackage().getQualifiedName().toString(), name);
      } else if (directive instanceof ModuleElement.RequiresDirective requires
          && requires.isTransitive()) {
        found = ofModule(requires.getDependency().getQualifiedName().toString(), name);
      }
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** A type by its name in a package. */
  Optional<TypeElement> inPackage(String packageName, String name) {
    return compilation.type(owner, packageName.isEmpty() ? name : packageName + "." + name);
  }

  /** The classes whose static members of that name are imported: by name, or on demand. */
  List<TypeElement> staticSites(String name, boolean onDemand) {
    return imports.stream()
        .filter(each -> each.isStatic() && each.mayMean(name, onDemand))
        .map(each -> compilation.type(owner, each.qualifier()))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Whether every class is there from which static members are imported. */
  boolean isComplete() {
    return imports.stream()
        .filter(Import::isStatic)
        .allMatch(each -> compilation.type(owner, each.qualifier()).isPresent());
  }

  /** Whether a static import may mean a member. */
  boolean isImportable(Element member) {
    return member.getModifiers().contains(Modifier.STATIC) && compilation.isOpen(member, owner);
  }
}
