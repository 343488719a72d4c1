import { parseCheckpoint } from './checkpoint.js';
import type { LogReading, StoredCheckpoint } from './storage/storage.js';

const pageSize = 2_000;

/** Reads checkpoints in step with the entries. */
export class CheckpointReader {
  private page: StoredCheckpoint[] = [];
  private readTo = 0;
  private exhausted = false;
  private readonly storage: LogReading;
  private kept: StoredCheckpoint | undefined;

  /** @param against - one that somebody kept, read among the stored ones @param after - those over more entries only */
  constructor(storage: LogReading, against: string | undefined, after: number) {
    this.storage = storage;
    this.readTo = after;
    const size = against === undefined ? undefined : parseCheckpoint(against)?.size;
    this.kept = against === undefined || size === undefined ? undefined : { size, note: against };
  }

  /** Those over exactly so many entries; what lies before has been dealt with. */
  async at(size: number): Promise<readonly StoredCheckpoint[]> {
    const found: StoredCheckpoint[] = [];
    for (let next = await this.next(); next !== undefined && next.size <= size; next = await this.next()) {
      found.push(next);
      if (next === this.kept) this.kept = undefined;
      else this.page.shift();
    }
    return found;
  }

  /** Whether there may be one over exactly so many entries, as far as is known without reading on. */
  mayHave(size: number): boolean {
    const [stored] = this.page;
    if (this.kept !== undefined && this.kept.size <= size) return true;
    return stored === undefined ? !this.exhausted : stored.size <= size;
  }

  async next(): Promise<StoredCheckpoint | undefined> {
    if (this.page.length === 0 && !this.exhausted) {
      this.page = [...(await this.storage.checkpointsAfter(this.readTo, pageSize))];
      this.exhausted = this.page.length < pageSize;
      this.readTo = this.page.at(-1)?.size ?? this.readTo;
    }
    const [stored] = this.page;
    if (this.kept !== undefined && (stored === undefined || this.kept.size < stored.size)) return this.kept;
    return stored;
  }
}
