/** The process CPU time of one call in microseconds, user and system, garbage collection included, over `count` calls. */
export function time(run: (index: number) => unknown, count: number, samples: number): number {
  const before = process.cpuUsage();
  for (let call = 0; call < count; call += 1) consume(run(call % samples));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / count;
}

/** How many calls take about `milliseconds`, after as long a warm-up as `warmUp` milliseconds. */
export function calibrate(
  run: (index: number) => unknown,
  samples: number,
  milliseconds: number,
  warmUp: number,
): number {
  let calls = 1;
  let perCall = time(run, calls, samples);
  for (let spent = perCall; spent < warmUp * 1000; spent += perCall * calls) {
    calls = Math.max(1, Math.round(Math.min(calls * 2, (warmUp * 250) / Math.max(perCall, 0.01))));
    perCall = time(run, calls, samples);
    if (perCall === 0) perCall = 0.01;
  }
  return Math.max(1, Math.round((milliseconds * 1000) / perCall));
}

let kept: unknown;
let sum = 0;

/** Keeps the compiler from dropping a result, and makes V8 join a string that is still a tree of concatenations. */
function consume(result: unknown): void {
  if (typeof result === 'string') sum = (sum + result.charCodeAt(result.length - 1)) | 0;
  else kept = result;
}

/** What was consumed last; read, so that it counts as used. */
export function consumed(): unknown {
  return kept ?? sum;
}
