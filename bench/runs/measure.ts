import type { LoadCalls } from '../load/main.js';
import type { Worker } from '../processes/worker.js';
import type { BenchQuery } from '../queries/query.js';
import { declaration, type RunningSubject } from '../subjects/running.js';
import type { Sample } from '../subjects/meter.js';
import { machineTime, takenByOthers } from './machine.js';

/** One turn of a subject: what a request of it took. */
export interface Turn {
  readonly cpuMs: number;
  readonly wallMs: number;
  readonly collectionMs: number;
  /** Questions to nodes, HTTP exchanges in which these went, and bytes that nodes sent. */
  readonly nodeCalls: number;
  readonly nodeExchanges: number;
  readonly nodeBytes: number;
  readonly replyBytes: number;
  /** Share of the time in which the event loop was busy. */
  readonly loopBusy: number;
  /** Share of the machine that others than the bench took meanwhile. */
  readonly others: number;
  readonly latenciesMs: readonly number[];
}

export type Load = Worker<LoadCalls>;
type Query = Pick<BenchQuery, 'at' | 'ordinaryAt'>;

/** Opens connections to a subject and sends it requests that do not count. */
export async function warmUp(
  load: Load,
  subject: RunningSubject,
  query: Query,
  requests: number,
  concurrency: number,
): Promise<void> {
  const { url, region } = subject;
  await load.call('open', {
    ...{ url, concurrency, headers: declaration },
    authorizations: region.authorizations,
  });
  await send(load, subject, query, Math.max(requests, concurrency));
}

/** Measures a number of requests, once its connections are open. */
export async function measureTurn(
  load: Load,
  subject: RunningSubject,
  query: Query,
  requests: number,
  concurrency: number,
  pauseMs = 0,
): Promise<Turn> {
  await warmUp(load, subject, query, concurrency, concurrency);
  const nodes = subject.region.worker;
  const nodesBefore = await nodes.call('counts', undefined);
  const before = await subject.worker.call('sample', { collect: false });
  const machineBefore = machineTime();
  const { wallMs, latenciesMs, bytes, cpuMs } = await send(load, subject, query, requests, pauseMs);
  const machineAfter = machineTime();
  const after = await subject.worker.call('sample', { collect: false });
  const nodesAfter = await nodes.call('counts', undefined);
  const ownMs = cpuMs + after.cpuMs - before.cpuMs + nodesAfter.cpuMs - nodesBefore.cpuMs;
  return {
    cpuMs: (after.cpuMs - before.cpuMs) / requests,
    wallMs: wallMs / requests,
    collectionMs: (after.collectionMs - before.collectionMs) / requests,
    nodeCalls: (nodesAfter.calls - nodesBefore.calls) / requests,
    nodeExchanges: (nodesAfter.exchanges - nodesBefore.exchanges) / requests,
    nodeBytes: (nodesAfter.bytes - nodesBefore.bytes) / requests,
    replyBytes: bytes / requests,
    loopBusy: busyShare(before, after),
    others: takenByOthers(machineBefore, machineAfter, ownMs),
    latenciesMs,
  };
}

export async function send(load: Load, subject: RunningSubject, query: Query, requests: number, pauseMs = 0) {
  return load.call('run', { bodies: subject.bodies(query, requests), requests, pauseMs });
}

function busyShare({ loop: before }: Sample, { loop: after }: Sample): number {
  const active = after.active - before.active;
  return active / (active + after.idle - before.idle);
}
