import { accessSync, constants } from 'node:fs';
import type { Logger } from 'pino';
import type { AuditLog } from '../../../audit/log.js';
import { systemClock } from '../../../common/clock.js';
import type { PrivateKey } from '../../../common/keys.js';
import type { Region } from '../../../common/region.js';
import { technicalFault } from '../../../common/technical-fault.js';
import type { Vocabulary } from '../../../schema/vocabulary.js';
import type { NodeConfig } from '../config.js';
import type { LiveAgreements } from '../live-agreements.js';
import type { Source } from '../records/source.js';
import { openDesk, type ReleaseDesk } from './desk.js';
import { publishRelease } from './publish.js';
import { openReleaseStore } from './store.js';

export interface ReleaseContext {
  readonly state: string;
  readonly vocabulary: Vocabulary;
  readonly region: Region;
  readonly key: PrivateKey;
  readonly log: Pick<AuditLog, 'append'>;
  readonly logger: Logger;
  readonly source: Source;
  readonly agreements: LiveAgreements;
}

export interface OpenReleases {
  readonly desk: ReleaseDesk;
  close(): Promise<void>;
}

/** Milliseconds between two looks at what nobody decided in time. */
const tidyEveryMs = 60_000;

/**
 * Opens the desk for requests for release, where the node is set up for it. An approval becomes a line of the State's history, so
 * agreements that nobody signed leave no room for it.
 *
 * @throws Error where the history cannot be written
 */
export async function openReleases(
  { releasesUrl, agreements: config }: NodeConfig,
  context: ReleaseContext,
): Promise<OpenReleases | undefined> {
  if (releasesUrl === undefined || config.kind === 'UNSIGNED') return undefined;
  const { state, vocabulary, region, key, log, logger, source, agreements } = context;
  const { historyFile } = config;
  accessSync(historyFile, constants.W_OK);
  const timeZone = region.states.find(({ code }) => code === state)?.timeZone ?? 'UTC';
  const store = await openReleaseStore(releasesUrl);
  const publishing = { state, timeZone, historyFile, register: region, key, clock: systemClock };
  const onFault = (error: unknown): void => {
    logger.error({ fault: technicalFault(error) }, 'a release is approved and not yet in force');
  };
  const desk = openDesk({
    state,
    timeZone,
    vocabulary,
    source,
    store,
    log,
    clock: systemClock,
    get agreements() {
      return agreements.current.set;
    },
    publish: async (release) => {
      await publishRelease(publishing, release);
      await agreements.refresh();
    },
    onFault,
  });
  const tidy = (): void => void desk.tidy().catch(onFault);
  tidy();
  const timer = setInterval(tidy, tidyEveryMs);
  timer.unref();
  return {
    desk,
    close: async () => {
      clearInterval(timer);
      await store.close();
    },
  };
}
