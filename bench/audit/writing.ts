import { performance } from 'node:perf_hooks';
import type { AuditEntry } from '../../audit/entry.js';

/** Keeps entries; each resolves when it is on disk. */
export interface Keeper {
  append(entry: AuditEntry): Promise<unknown>;
  close(): Promise<void>;
}

/** What keeping entries takes, an entry. */
export interface Written {
  readonly keeper: string;
  readonly entries: number;
  readonly aSecond: number;
  /** Of the process, all its threads. */
  readonly cpuMs: number;
  /** For which the thread that answers requests was kept from anything else. */
  readonly busyMs: number;
}

/** Has so many entries kept, so many at a time, after a tenth of them to warm up. */
export async function writeEntries(
  name: string,
  open: () => Promise<Keeper>,
  entry: (number: number) => AuditEntry,
  { entries, atATime }: { readonly entries: number; readonly atATime: number },
): Promise<Written> {
  const keeper = await open();
  const send = async (from: number, to: number): Promise<void> => {
    let next = from;
    const loops = Array.from({ length: atATime }, async () => {
      while (next < to) await keeper.append(entry(next++));
    });
    await Promise.all(loops);
  };
  const warm = Math.ceil(entries / 10);
  await send(0, warm);
  const cpu = process.cpuUsage();
  const loop = performance.eventLoopUtilization();
  const started = performance.now();
  await send(warm, warm + entries);
  const ms = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  const { active } = performance.eventLoopUtilization(loop);
  await keeper.close();
  return {
    keeper: name,
    entries,
    aSecond: (entries / ms) * 1_000,
    cpuMs: (user + system) / 1_000 / entries,
    busyMs: active / entries,
  };
}
