#!/usr/bin/env python3
"""Compares the forms: javac's CPU time, class bytes, cold start.

    measure.py compile  [ROUNDS]   U, B, L, M, T at 200 tasks and 50 workflows
    measure.py variants [ROUNDS [NAME ...]]  variants of L at 200/50, on the first JDK, against L; javac under C1 and the serial collector only, which
                                   steadies small differences (these ratios are not those of a default javac)
    measure.py large    [ROUNDS]   2,000 tasks and 500 workflows
    measure.py cold     [ROUNDS]   class initialisation and first run in a fresh JVM, minus an empty main

CPU is user + system time of the process itself (wait4). Contestants alternate in shuffled order, one after another; a ratio is
taken within each round, and its median and quartiles over the rounds are told. The JDKs are the homes in JDK17 and JDK25; one will
do. Sources, classes and results-*.json go to FORMS_WORK, by default makespan-forms in the system's folder for temporary files.
"""
import json
import os
import pathlib
import random
import shutil
import statistics
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True

import gen
import stubs

HERE = pathlib.Path(__file__).resolve().parent
WORK = pathlib.Path(os.environ.get("FORMS_WORK", pathlib.Path(tempfile.gettempdir(), "makespan-forms")))
JDKS = {jdk: os.environ["JDK" + jdk] for jdk in ("17", "25") if "JDK" + jdk in os.environ}
if not JDKS:
    sys.exit("Set JDK17 or JDK25 to the home of a JDK.")
FIRST = next(iter(JDKS))


def cpu(command):
    """Runs a command: CPU seconds, exit status, output."""
    log = WORK / "log"
    with open(log, "wb") as out:
        process = subprocess.Popen([str(c) for c in command], stdout=out, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_utime + usage.ru_stime, process.returncode, log.read_text()


def prepare_stubs():
    if not (WORK / "stubs").exists():
        stubs.write(WORK / "stubs-src")
        for flavour in ("varargs", "fixed"):
            sources = list((WORK / "stubs-src" / flavour).rglob("*.java"))
            cpu([f"{JDKS[FIRST]}/bin/javac", "-d", WORK / "stubs" / flavour, *sources])


class Contestant:
    def __init__(self, name, jdk, form, size, hold=0, flags=(), stub="varargs", jvm=()):
        self.name, self.jdk, self.stub, self.jvm = name, jdk, stub, jvm
        self.source = WORK / "src" / f"{name}-{size[0]}"
        shutil.rmtree(self.source, ignore_errors=True)
        gen.write(form, *size, self.source, hold, flags)
        self.out = WORK / "out" / f"{name}-{size[0]}-{jdk}"

    def compile(self):
        shutil.rmtree(self.out, ignore_errors=True)
        return cpu([f"{JDKS[self.jdk]}/bin/javac", "-J-Xmx2g", *(f"-J{o}" for o in self.jvm), "-g", "-proc:none", "-cp", WORK / "stubs" / self.stub, "-d", self.out,
                    *sorted(self.source.rglob("*.java"))])

    def bytes(self):
        return sum(f.stat().st_size for f in self.out.rglob("*.class"))


def race(contestants, rounds, title):
    samples = {(c.name, c.jdk): [] for c in contestants}
    failed = {}
    rnd = random.Random(1)
    for r in range(rounds):
        for c in rnd.sample(contestants, len(contestants)):
            if (c.name, c.jdk) in failed:
                continue
            seconds, status, log = c.compile()
            if status:
                failed[c.name, c.jdk] = next((l for l in log.splitlines() if "error" in l), log[:200])
            samples[c.name, c.jdk].append(seconds)
    report = []
    for c in contestants:
        report.append({"name": c.name, "jdk": c.jdk, "rounds": rounds, "seconds": samples[c.name, c.jdk], "bytes": c.bytes() if (c.name, c.jdk) not in failed else None,
                       "failed": failed.get((c.name, c.jdk))})
    (WORK / f"results-{title}.json").write_text(json.dumps(report, indent=1))
    return report


def table(report, base):
    seconds = {(r["name"], r["jdk"]): r["seconds"] for r in report}
    for r in sorted(report, key=lambda r: r["jdk"]):
        if r["failed"]:
            print(f"JDK {r['jdk']} {r['name']:14} FAILED {r['failed']}")
            continue
        ratios = sorted(a / b for a, b in zip(r["seconds"], seconds[base, r["jdk"]]))
        q = statistics.quantiles(ratios, n=4) if len(ratios) > 1 else [ratios[0]] * 3
        print(f"JDK {r['jdk']} {r['name']:14} {statistics.median(r['seconds']):6.2f} s  x{statistics.median(ratios):.3f} of {base} "
              f"[{q[0]:.3f} {q[2]:.3f}]  {r['bytes']:>9} bytes")


def forms(size, hold, jdks):
    out = []
    for jdk in jdks:
        out += [Contestant(f, jdk, f, size, hold.get(f, 0)) for f in "UBLMT"]
    return out


VARIANTS = {  # name: flags, stub runtime
    "fixed": ([], "fixed"), "callN": (["callN"], "fixed"), "nodoc": (["nodoc"], "varargs"), "noblocking": (["noblocking"], "varargs"),
    "flowsblocking": (["flowsblocking"], "varargs"), "notasktwins": (["notasktwins"], "varargs"), "arrow": (["arrow"], "varargs"),
    "switchexpr": (["switchexpr"], "varargs"), "calls-witness": (["calls-witness"], "varargs"), "nowitness": (["nowitness"], "varargs"),
    "evalnum": (["evalnum"], "varargs"), "evalinline": (["evalinline"], "varargs"), "var": (["var"], "varargs"),
    "lean": (["evalnum", "calls-witness"], "varargs"),
}


def cold(rounds):
    empty = WORK / "empty"
    empty.mkdir(parents=True, exist_ok=True)
    (empty / "Empty.java").write_text("public final class Empty { public static void main(String[] a) {} }\n")
    cpu([f"{JDKS[FIRST]}/bin/javac", "-d", empty, empty / "Empty.java"])
    runs = []
    for jdk in JDKS:
        runs.append(("empty", jdk, ["-cp", empty, "Empty"]))
        for f in "LMT":
            out = WORK / "cold" / f
            cpu([f"{JDKS[FIRST]}/bin/javac", "-proc:none", "-cp", WORK / "stubs/varargs", "-d", out, *sorted((HERE / "hand/user/shapes").glob("*.java")), *sorted((HERE / "hand" / f / "shapes").glob("*.java"))])
            runs.append((f"{f} diamond", jdk, ["-cp", f"{WORK}/stubs/varargs:{out}", "shapes.Cold"]))
            big = Contestant(f, jdk, f, (200, 50))
            big.compile()
            runs.append((f"{f} 200/50", jdk, ["-cp", f"{WORK}/stubs/varargs:{big.out}", "load.Cold"]))
        lean = Contestant("evalnum", jdk, "L", (200, 50), 0, ["evalnum"])
        lean.compile()
        runs.append(("L evalnum 200/50", jdk, ["-cp", f"{WORK}/stubs/varargs:{lean.out}", "load.Cold"]))
    took = {(n, j): [] for n, j, _ in runs}
    inside = {(n, j): [] for n, j, _ in runs}
    rnd = random.Random(2)
    for r in range(rounds):
        for n, j, command in rnd.sample(runs, len(runs)):
            seconds, status, log = cpu([f"{JDKS[j]}/bin/java", *command])
            assert status == 0, log
            took[n, j].append(seconds)
            inside[n, j].append(int(log.strip() or 0) / 1e6)
    for n, j, _ in runs:
        extra = sorted(1000 * (a - b) for a, b in zip(took[n, j], took["empty", j]))
        i = statistics.quantiles(inside[n, j], n=4)
        q = statistics.quantiles(extra, n=4)
        print(f"JDK {j} {n:18} wall in main {i[1]:7.1f} ms [{i[0]:.1f} {i[2]:.1f}]   CPU over empty {q[1]:7.0f} ms [{q[0]:.0f} {q[2]:.0f}]")
    (WORK / "results-cold.json").write_text(json.dumps([[n, j, took[n, j], inside[n, j]] for n, j, _ in runs], indent=1))


if __name__ == "__main__":
    WORK.mkdir(parents=True, exist_ok=True)
    prepare_stubs()
    what = sys.argv[1]
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 9
    if what == "compile":
        table(race(forms((200, 50), {}, JDKS), rounds, what), "B")
    elif what == "variants":
        size = (200, 50)
        jvm = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]
        all_ = [Contestant("L", FIRST, "L", size, jvm=jvm)] + [Contestant(n, FIRST, "L", size, 0, f, s, jvm) for n, (f, s) in VARIANTS.items() if n in (sys.argv[3:] or VARIANTS)]
        table(race(all_, rounds, what), "L")
    elif what == "large":
        more = [Contestant(f"{f}-unsplit" if f == "L" else f"{f}-hold500", j, f, (2000, 500), 0 if f == "L" else 500) for f in "LMT" for j in JDKS]
        table(race(forms((2000, 500), {"L": 500}, JDKS) + more, rounds, what), "B")
    elif what == "cold":
        cold(rounds)
