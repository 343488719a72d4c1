import { cpus } from 'node:os';

/** Processor time of the whole machine so far, ms. */
export interface MachineTime {
  readonly busyMs: number;
  readonly allMs: number;
}

export function machineTime(): MachineTime {
  let [busyMs, allMs] = [0, 0];
  for (const { times } of cpus()) {
    const used = times.user + times.nice + times.sys + times.irq;
    busyMs += used;
    allMs += used + times.idle;
  }
  return { busyMs, allMs };
}

/** Share of the machine that others than the bench took between two moments. @param ownMs - what the bench took itself */
export function takenByOthers(before: MachineTime, after: MachineTime, ownMs: number): number {
  return Math.max(0, (after.busyMs - before.busyMs - ownMs) / (after.allMs - before.allMs));
}

const lookMs = 400;
const quiet = 0.1;

/** Waits until others leave the machine alone, or patience ends. @returns whether they do */
export async function untilQuiet(patienceMs: number): Promise<boolean> {
  const deadline = performance.now() + patienceMs;
  do {
    const before = machineTime();
    await new Promise((resolve) => setTimeout(resolve, lookMs));
    if (takenByOthers(before, machineTime(), 0) < quiet) return true;
  } while (performance.now() < deadline);
  return false;
}
