package dev.makespan.samples.seeds.mergesort;

import dev.makespan.Dynamic;
import dev.makespan.Run;
import dev.makespan.Task;
import java.util.Arrays;

/** Sorts numbers: halves, each sorted beside the other, are merged. */
final class MergeSort {
  /** What is sorted as one task. */
  static final int SMALL = 4_096;

  private MergeSort() {}

  @Task
  static int[] sortSmall(int[] numbers) {
    int[] sorted = numbers.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  @Task
  static int[] merge(int[] left, int[] right) {
    int[] merged = new int[left.length + right.length];
    int l = 0;
    int r = 0;
    for (int i = 0; i < merged.length; i++) {
      boolean fromLeft = r == right.length || (l < left.length && left[l] <= right[r]);
      merged[i] = fromLeft ? left[l++] : right[r++];
    }
    return merged;
  }

  /** Returns the numbers in order, in an array of its own. */
  @Dynamic
  static int[] sort(int[] numbers) {
    MergeSortFlow flow = MergeSortFlow.current();
    if (numbers.length <= SMALL) {
      return flow.sortSmall(numbers).join();
    }
    int middle = numbers.length / 2;
    Run<int[]> left = flow.sort(Arrays.copyOfRange(numbers, 0, middle));
    Run<int[]> right = flow.sort(Arrays.copyOfRange(numbers, middle, numbers.length));
    return flow.merge(left.join(), right.join()).join();
  }
}
