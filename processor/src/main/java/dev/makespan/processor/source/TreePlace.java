package dev.makespan.processor.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import dev.makespan.processor.problem.Place;

/**
 * A tree in a source file.
 *
 * @param line the 1-based line of its name or its first character
 * @param column the 1-based column of that
 */
record TreePlace(CompilationUnitTree unit, Tree tree, String file, int line, int column)
    implements Place {}
