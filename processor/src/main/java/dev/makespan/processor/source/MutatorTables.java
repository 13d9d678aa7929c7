package dev.makespan.processor.source;

import java.util.List;

/** The tables of {@link Mutators}; {@link MethodTable} tells how to read them. */
final class MutatorTables {
  private MutatorTables() {}

  /** Methods that change what they are called on. */
  static final String RECEIVER = """
      java.util.Collection: add addAll remove removeAll removeIf retainAll clear
      java.util.SequencedCollection Deque LinkedList: addFirst addLast removeFirst removeLast
      java.util.List: set sort replaceAll addFirst addLast removeFirst removeLast
      java.util.concurrent.CopyOnWriteArrayList: addIfAbsent addAllAbsent
      java.util.Vector: addElement insertElementAt removeElement removeElementAt removeAllElements setElementAt setSize
      java.util.Stack: push pop
      java.util.Queue: offer poll
      java.util.Deque: push pop offerFirst offerLast pollFirst pollLast removeFirstOccurrence removeLastOccurrence
      java.util.NavigableSet: pollFirst pollLast
      java.util.concurrent.BlockingQueue: put take drainTo
      java.util.concurrent.BlockingDeque: putFirst putLast takeFirst takeLast
      java.util.concurrent.TransferQueue: transfer tryTransfer
      java.util.Map: put putAll putIfAbsent remove replace replaceAll clear compute computeIfAbsent computeIfPresent merge
      java.util.NavigableMap: pollFirstEntry pollLastEntry
      java.util.SequencedMap: pollFirstEntry pollLastEntry putFirst putLast
      java.util.Dictionary: put remove
      java.util.Properties: setProperty load loadFromXML store storeToXML
      java.util.Map.Entry: setValue
      java.util.Iterator: next remove forEachRemaining
      java.util.PrimitiveIterator.OfInt java.util.PrimitiveIterator.OfLong java.util.PrimitiveIterator.OfDouble: next*
      java.util.ListIterator: previous set add
      java.util.Enumeration: nextElement
      java.util.Spliterator: tryAdvance trySplit forEachRemaining
      java.util.BitSet: set clear flip and or xor andNot
      java.util.StringJoiner: add merge setEmptyValue
      java.util.stream.Stream.Builder java.util.stream.IntStream.Builder: add accept
      java.util.stream.LongStream.Builder java.util.stream.DoubleStream.Builder: add accept
      java.util.IntSummaryStatistics LongSummaryStatistics DoubleSummaryStatistics: accept combine
      java.util.random.RandomGenerator java.util.Random: next*
      java.util.Random: setSeed
      java.util.SplittableRandom: split
      java.util.Scanner: next* hasNext* find* skip tokens use* reset
      java.util.regex.Matcher: find matches lookingAt reset results region replace* append* use*
      java.util.Calendar: set* add roll clear
      java.util.Date: set*
      java.lang.Appendable: append
      java.lang.AbstractStringBuilder StringBuilder StringBuffer: append* insert delete* replace
      java.lang.AbstractStringBuilder StringBuilder StringBuffer: reverse set* repeat
      java.util.concurrent.atomic.AtomicBoolean AtomicInteger AtomicLong AtomicReference: set* getAnd* compareAnd*
      java.util.concurrent.atomic.AtomicBoolean AtomicInteger AtomicLong AtomicReference: lazySet weakCompareAnd*
      java.util.concurrent.atomic.AtomicInteger AtomicLong: increment* decrement* addAnd*
      java.util.concurrent.atomic.AtomicInteger AtomicLong AtomicReference: updateAnd* accumulateAnd*
      java.util.concurrent.atomic.AtomicIntegerArray AtomicLongArray AtomicReferenceArray: set* getAnd* compareAnd*
      java.util.concurrent.atomic.AtomicIntegerArray AtomicLongArray AtomicReferenceArray: lazySet weakCompareAnd*
      java.util.concurrent.atomic.AtomicIntegerArray AtomicLongArray: increment* decrement* addAnd*
      java.util.concurrent.atomic.AtomicIntegerArray AtomicLongArray AtomicReferenceArray: updateAnd* accumulateAnd*
      java.util.concurrent.atomic.AtomicMarkableReference AtomicStampedReference: set* attempt* compareAnd* weakCompareAnd*
      java.util.concurrent.atomic.LongAdder DoubleAdder: add reset sumThenReset
      java.util.concurrent.atomic.LongAdder: increment decrement
      java.util.concurrent.atomic.LongAccumulator DoubleAccumulator: accumulate reset getThenReset
      java.lang.invoke.VarHandle: set* getAnd* compareAnd* weakCompareAnd*
      java.lang.ThreadLocal: set remove
      java.lang.ref.Reference: clear enqueue
      java.lang.Throwable: addSuppressed initCause setStackTrace fillInStackTrace
      java.util.concurrent.Future: cancel
      java.util.concurrent.CompletableFuture: complete completeExceptionally completeAsync completeOnTimeout orTimeout obtrude*
      java.util.concurrent.FutureTask: run
      java.util.concurrent.locks.Lock: lock lockInterruptibly tryLock unlock
      java.util.concurrent.locks.StampedLock: write* read* try* unlock* as*
      java.util.concurrent.locks.Condition: await* signal signalAll
      java.util.concurrent.Semaphore: acquire* tryAcquire release drainPermits
      java.util.concurrent.CountDownLatch: countDown await
      java.util.concurrent.CyclicBarrier: await reset
      java.util.concurrent.Phaser: register bulkRegister arrive* await* forceTermination
      java.util.concurrent.Exchanger: exchange
      java.lang.AutoCloseable: close
      java.io.Flushable: flush
      java.lang.Readable: read
      java.io.InputStream: read* skip* mark reset transferTo
      java.io.Reader: read* skip mark reset transferTo
      java.io.BufferedReader: lines
      java.io.DataInput ObjectInput: read* skip*
      java.io.OutputStream DataOutput ObjectOutput Writer: write*
      java.io.PrintStream PrintWriter: print* format
      java.io.RandomAccessFile: seek setLength read
      java.nio.channels.ReadableByteChannel ScatteringByteChannel: read
      java.nio.channels.WritableByteChannel GatheringByteChannel: write
      java.nio.channels.SeekableByteChannel: position/1 truncate
      java.nio.channels.FileChannel: position/1 truncate read write force transferFrom transferTo lock tryLock
      java.nio.Buffer: clear flip rewind mark reset position/1 limit/1
      java.nio.ByteBuffer CharBuffer ShortBuffer IntBuffer: get/0 get[] put compact
      java.nio.LongBuffer FloatBuffer DoubleBuffer: get/0 get[] put compact
      java.nio.ByteBuffer: put* order/1 getChar/0 getShort/0 getInt/0 getLong/0 getFloat/0 getDouble/0
      java.security.MessageDigest: update digest reset
      java.security.Signature: update sign verify init*
      javax.crypto.Mac: update doFinal reset init
      javax.crypto.Cipher: update doFinal init
      java.util.zip.Checksum: update reset
      java.sql.ResultSet: next previous first last absolute relative update* insertRow deleteRow
      java.sql.Statement: execute* set* addBatch clear*
      java.sql.Connection: commit rollback set*
      """;

  /** Methods and constructors that change what every object may see. */
  static final String WORLD = """
      java.lang.System: set* clearProperty exit gc load loadLibrary runFinalization
      java.lang.Runtime: exec exit halt gc load loadLibrary addShutdownHook removeShutdownHook
      java.lang.ProcessBuilder: start startPipeline
      java.lang.Process: destroy destroyForcibly waitFor
      java.lang.Thread: start interrupt interrupted join sleep set* startVirtualThread
      java.lang.System.Logger: log
      java.util.logging.Logger: log* info warning severe fine finer finest config entering exiting throwing set*
      java.util.Locale TimeZone: setDefault
      java.util.Timer: schedule scheduleAtFixedRate cancel
      java.util.concurrent.Executor: execute
      java.util.concurrent.ExecutorService: submit invokeAll invokeAny shutdown shutdownNow awaitTermination
      java.util.concurrent.ScheduledExecutorService: schedule scheduleAtFixedRate scheduleWithFixedDelay
      java.util.concurrent.ForkJoinPool: invoke
      java.io.File: delete deleteOnExit mkdir mkdirs createNewFile createTempFile renameTo set*
      java.io.FileOutputStream FileWriter RandomAccessFile java.net.Socket ServerSocket: <init>
      java.io.Console: read* print* format
      java.nio.file.Files: write* delete* copy move create* set* newOutputStream newBufferedWriter newByteChannel
      java.nio.channels.FileChannel: open
      java.net.http.HttpClient: send sendAsync
      java.util.concurrent.ThreadLocalRandom: next*
      """;

  /** Methods that return an object which nobody else has. */
  static final String NEW = """
      java.lang.Iterable: iterator spliterator
      java.util.List: listIterator
      java.util.stream.BaseStream: iterator spliterator
      java.util.stream.Stream: builder collect toArray
      java.util.stream.IntStream LongStream DoubleStream: builder collect toArray
      java.util.regex.Pattern: matcher
      java.util.Collection: toArray/0
      java.util.Collections: list enumeration
      java.util.Arrays: copyOf copyOfRange
      java.util.EnumSet: noneOf allOf of range copyOf complementOf
      java.util.BitSet: valueOf toByteArray toLongArray
      java.lang.String: toCharArray getBytes split
      java.lang.Class: getResourceAsStream
      java.net.URL: openStream
      java.nio.file.Files: newInputStream newBufferedReader readAllLines readAllBytes
      java.util.Calendar: getInstance
      java.security.MessageDigest Signature javax.crypto.Mac Cipher: getInstance
      java.nio.ByteBuffer CharBuffer ShortBuffer IntBuffer: allocate wrap duplicate slice as*
      java.nio.LongBuffer FloatBuffer DoubleBuffer: allocate wrap duplicate slice as*
      java.nio.ByteBuffer: allocateDirect
      """;

  /** Methods that change an argument, by its index. */
  static final List<String> ARGUMENT = List.of("""
      java.util.Collections: addAll sort swap shuffle reverse rotate fill copy replaceAll
      java.util.Arrays: sort parallelSort fill setAll parallelSetAll parallelPrefix
      java.util.Collection: toArray[]
      java.util.concurrent.BlockingQueue: drainTo
      java.lang.reflect.Array Field: set*
      """, "", """
      java.lang.System: arraycopy
      java.lang.String AbstractStringBuilder StringBuilder StringBuffer: getChars
      """);
}
