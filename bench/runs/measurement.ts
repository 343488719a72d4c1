import { median, quantile } from '../report/statistics.js';
import type { Turn } from './measure.js';

type Figures = Omit<Turn, 'latenciesMs'>;

/** What the turns of a subject come to: of each figure of a request the median over the turns. */
export interface Measurement extends Figures {
  /** Of all requests of all turns. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly requests: number;
  /** CPU time of each turn, ms a request, in the order of the turns. */
  readonly cpuMsOfTurns: readonly number[];
}

export function summarise(turns: readonly Turn[]): Measurement {
  const latencies = turns.flatMap(({ latenciesMs }) => latenciesMs);
  const middle = (name: keyof Figures): number => median(turns.map((turn) => turn[name]));
  return {
    cpuMs: middle('cpuMs'),
    wallMs: middle('wallMs'),
    collectionMs: middle('collectionMs'),
    nodeCalls: middle('nodeCalls'),
    nodeExchanges: middle('nodeExchanges'),
    nodeBytes: middle('nodeBytes'),
    replyBytes: middle('replyBytes'),
    loopBusy: middle('loopBusy'),
    others: middle('others'),
    p50Ms: quantile(latencies, 0.5),
    p99Ms: quantile(latencies, 0.99),
    requests: latencies.length,
    cpuMsOfTurns: turns.map(({ cpuMs }) => cpuMs),
  };
}

/**
 * CPU time of one as a multiple of another's: the median over the turns, since what else the machine does in a turn
 * weighs on both.
 */
export function cpuRatio(one: Measurement, other: Measurement): number {
  return median(one.cpuMsOfTurns.map((cpuMs, turn) => cpuMs / (other.cpuMsOfTurns[turn] ?? Number.NaN)));
}
