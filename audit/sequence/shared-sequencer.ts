import type { NoteSigner } from '../note.js';
import type { Lead, LogStorage, Parts, SharedQueue } from '../storage/storage.js';
import type { Frontier } from '../tree.js';
import { checkSigned, checkStored } from './check-stored.js';
import { makeBatch, numbersOf } from './make-batch.js';
import type { Sequencer } from './sequencer.js';

/** Milliseconds between two attempts to become the one that numbers. */
const tryEveryMs = 500;
/** Milliseconds that a submitted entry may wait for its number. */
const numberWithinMs = 8_000;
/** Milliseconds between two looks whether they have been numbered. */
const lookEveryMs = 5;
/** Entries that are taken out of the queue at a time. */
const takenAtOnce = 256;

/**
 * Numbers together with others who share the log: one of them, who holds the lock, numbers its own entries and those that
 * the others put into the queue; when it dies, another takes over within a second.
 *
 * @throws Error where what is stored is not what its last checkpoint, signed by this key, commits to
 */
export async function openSharedSequencer(storage: LogStorage, signer: NoteSigner): Promise<Sequencer> {
  const { queue } = storage;
  if (queue === undefined) throw new Error('this storage has one writer only');
  const office = new Office(storage, queue, signer);
  await checkSigned(storage, signer);
  // while another numbers, what is stored changes, and is its to check
  await office.apply().catch(async (error: unknown) => {
    await office.close();
    throw error;
  });
  let seen = 0;
  return {
    place: async (groups) => {
      const numbers = await (office.held ? office.place(groups) : submit(queue, groups));
      const last = numbers.at(-1) ?? -1;
      seen = Math.max(seen, last + (groups.at(-1)?.length ?? 0));
      return numbers;
    },
    probe: () => storage.probe(),
    get size() {
      return Math.max(seen, office.size);
    },
    close: async () => {
      await office.close();
      await storage.close();
    },
  };
}

/** Puts groups into the queue and waits for the numbers that they are given. */
async function submit(queue: SharedQueue, groups: readonly Parts[]): Promise<readonly number[]> {
  const ids = await queue.submit(groups);
  const numbers = new Map<string, number>();
  const until = Date.now() + numberWithinMs;
  while (numbers.size < ids.length) {
    if (Date.now() > until) throw new Error('nobody numbers the entries that wait');
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    for (const [id, index] of await queue.placed(ids)) numbers.set(id, index);
  }
  return ids.map((id) => numbers.get(id) ?? 0);
}

/** Being the one that numbers, or trying to become it. */
class Office {
  private readonly storage: LogStorage;
  private readonly queue: SharedQueue;
  private readonly signer: NoteSigner;
  private lead: Lead | undefined;
  private frontier: Frontier | undefined;
  private readonly timer: NodeJS.Timeout;
  /** What is being numbered: one batch after the other. */
  private last: Promise<unknown> = Promise.resolve();
  private applying = false;

  constructor(storage: LogStorage, queue: SharedQueue, signer: NoteSigner) {
    this.storage = storage;
    this.queue = queue;
    this.signer = signer;
    this.timer = setInterval(() => {
      void (this.held ? this.serve() : this.apply().catch(() => undefined));
    }, tryEveryMs);
  }

  get held(): boolean {
    return this.lead !== undefined && !this.applying;
  }

  get size(): number {
    return this.frontier?.size ?? 0;
  }

  /** Tries to become the one that numbers. @throws Error where the database is away or what is stored does not fit */
  async apply(): Promise<void> {
    if (this.applying) return;
    this.applying = true;
    try {
      const lead = await this.queue.lead();
      if (lead === undefined) return;
      this.lead = lead;
      const frontier = await lead.frontier();
      await checkStored(this.storage, this.signer, frontier);
      this.frontier = frontier;
      lead.onSubmitted(() => void this.serve());
      void this.serve();
    } catch (error) {
      await this.resign();
      throw error;
    } finally {
      this.applying = false;
    }
  }

  /** Numbers groups of its own. */
  place(groups: readonly Parts[]): Promise<readonly number[]> {
    return this.inTurn(async (lead, before) => {
      await this.append(lead, before, groups, []);
      return numbersOf(before.size, groups);
    });
  }

  /** Numbers what others put into the queue, until nothing waits. */
  async serve(): Promise<void> {
    let served = takenAtOnce;
    while (served === takenAtOnce)
      served = await this.inTurn(async (lead, before) => {
        const waiting = await lead.waiting(takenAtOnce);
        const groups = waiting.map(({ parts }) => parts);
        const numbers = numbersOf(before.size, groups);
        const placed = waiting.map(({ id }, position) => ({ id, index: numbers[position] ?? 0 }));
        if (waiting.length > 0) await this.append(lead, before, groups, placed);
        return waiting.length;
      }).catch(() => 0);
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.last;
    await this.resign();
  }

  private inTurn<T>(work: (lead: Lead, before: Frontier) => Promise<T>): Promise<T> {
    const turn = this.last.then(async () => {
      const { lead, frontier } = this;
      if (lead === undefined || frontier === undefined) throw new Error('another numbers now');
      try {
        return await work(lead, frontier);
      } catch (error) {
        // whether the commit stands is not known: whoever takes over reads what is stored
        await this.resign();
        throw error;
      }
    });
    this.last = turn.catch(() => undefined);
    return turn;
  }

  private async append(
    lead: Lead,
    before: Frontier,
    groups: readonly Parts[],
    placed: Parameters<Lead['append']>[1],
  ): Promise<void> {
    const batch = makeBatch(before, groups, this.signer);
    await lead.append(batch, placed);
    this.frontier = batch.frontier;
  }

  private async resign(): Promise<void> {
    const { lead } = this;
    this.lead = undefined;
    await lead?.close().catch(() => undefined);
  }
}
