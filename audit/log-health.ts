/** How a log does. */
export interface LogHealth {
  /** Whether the last commit succeeded. */
  readonly writable: boolean;
  /** Entries that wait for a commit. */
  readonly backlog: number;
  /** Bytes left on its disk; absent where the storage is another's. */
  readonly freeBytes?: number;
}

/** What an operator should see to before the log has to refuse. */
export type LogWarning = 'NOT_WRITABLE' | 'BACKLOG_HIGH' | 'DISK_LOW' | 'WITNESS_REFUSES';

/** What each means, for whoever reads the program's log. */
const warningTexts: Readonly<Record<LogWarning, string>> = {
  NOT_WRITABLE:
    'nothing can be written: nothing is disclosed until it can / no se puede escribir: nada se divulga hasta que se pueda',
  BACKLOG_HIGH:
    'many entries wait to be numbered and synced: the disk or database is too slow / muchos asientos esperan número y disco: el disco o la base de datos no da abasto',
  DISK_LOW: 'less than 1 GiB is left on its disk / queda menos de 1 GiB en su disco',
  WITNESS_REFUSES: 'a witness saw another log / un testigo vio otra bitácora',
};

/** A tenth of the entries that may wait. */
const highBacklog = 2_000;
/** A day of ten entries a second, each of a kilobyte, takes about as much. */
const lowDiskBytes = 1024 ** 3;

/** What is to be seen to. @param refusals - witnesses that have seen this log otherwise */
export function warningsOf(
  { writable, backlog, freeBytes = Infinity }: LogHealth,
  refusals = 0,
): readonly LogWarning[] {
  const warnings: LogWarning[] = [];
  if (!writable) warnings.push('NOT_WRITABLE');
  if (backlog >= highBacklog) warnings.push('BACKLOG_HIGH');
  if (freeBytes < lowDiskBytes) warnings.push('DISK_LOW');
  if (refusals > 0) warnings.push('WITNESS_REFUSES');
  return warnings;
}

/** Looks at a log's health again and again, and tells when its warnings change. @returns ends the watch */
export function watchLog(
  log: { readonly health: LogHealth },
  tell: (warnings: readonly LogWarning[], health: LogHealth, text: string) => void,
  everyMs = 1_000,
): () => void {
  let told = '';
  const timer = setInterval(() => {
    const { health } = log;
    const warnings = warningsOf(health);
    if (warnings.join() === told) return;
    told = warnings.join();
    tell(warnings, health, warnings.map((warning) => warningTexts[warning]).join('; '));
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
