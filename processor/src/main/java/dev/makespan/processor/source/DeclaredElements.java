package dev.makespan.processor.source;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Finds what another compiler made of a declaration that javac's parser has read: by names, and for
 * overloads by the types of their parameters as they are written.
 */
final class DeclaredElements {
  private final Elements elements;

  DeclaredElements(Elements elements) {
    this.elements = elements;
  }

  /**
   * The class or method.
   *
   * @param inFile a class of the same file
   * @return null if the compiler knows none, or if several could be meant
   */
  @Nullable Element of(TreePath path, TypeElement inFile) {
    TreePath around = path.getParentPath();
    if (path.getLeaf() instanceof ClassTree type) {
      return around.getLeaf() instanceof ClassTree
          ? member(of(around, inFile), type)
          : topLevel(type, inFile);
    }
    return path.getLeaf() instanceof MethodTree method
            && of(around, inFile) instanceof TypeElement owner
        ? method(owner, method)
        : null;
  }

  private @Nullable TypeElement topLevel(ClassTree type, TypeElement inFile) {
    String packageName = elements.getPackageOf(inFile).getQualifiedName().toString();
    String name = packageName.isEmpty()
        ? type.getSimpleName().toString()
        : packageName + "." + type.getSimpleName();
    return elements.getTypeElement(name);
  }

  private static @Nullable TypeElement member(@Nullable Element owner, ClassTree type) {
    List<? extends Element> members = owner == null ? List.of() : owner.getEnclosedElements();
    return ElementFilter.typesIn(members).stream()
        .filter(each -> each.getSimpleName().contentEquals(type.getSimpleName()))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable ExecutableElement method(TypeElement owner, MethodTree method) {
    boolean constructor = method.getReturnType() == null;
    List<ExecutableElement> named = owner.getEnclosedElements().stream()
        .filter(each -> constructor
            ? each.getKind() == ElementKind.CONSTRUCTOR
            : each.getKind() == ElementKind.METHOD
                && each.getSimpleName().contentEquals(method.getName()))
        .map(ExecutableElement.class::cast)
        .filter(each -> each.getParameters().size() == method.getParameters().size())
        .toList();
    List<ExecutableElement> found = named.size() < 2
        ? named
        : named.stream().filter(each -> hasParameters(each, method)).toList();
    return found.size() == 1 ? found.get(0) : null;
  }

  private static boolean hasParameters(ExecutableElement element, MethodTree method) {
    List<String> written =
        method.getParameters().stream().map(each -> written(each.getType())).toList();
    Stream<TypeMirror> declared = element.getParameters().stream().map(Element::asType);
    return declared.map(DeclaredElements::declared).toList().equals(written);
  }

  /** A type's simple name, without arguments and annotations. */
  private static String written(Tree type) {
    if (type instanceof ArrayTypeTree array) {
      return written(array.getType()) + "[]";
    }
    if (type instanceof ParameterizedTypeTree generic) {
      return written(generic.getType());
    }
    if (type instanceof AnnotatedTypeTree annotated) {
      return written(annotated.getUnderlyingType());
    }
    return type instanceof MemberSelectTree select
        ? select.getIdentifier().toString()
        : type.toString();
  }

  private static String declared(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return declared(array.getComponentType()) + "[]";
    }
    return type instanceof DeclaredType declared
        ? declared.asElement().getSimpleName().toString()
        : type.getKind().isPrimitive()
            ? type.getKind().name().toLowerCase(Locale.ROOT)
            : type.toString();
  }
}
