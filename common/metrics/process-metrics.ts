import { performance } from 'node:perf_hooks';
import type { MetricKinds } from './kinds.js';
import type { Metrics } from './metrics.js';

/** What any process says of itself, by the names that everybody's dashboards know. */
export const processKinds = {
  process_cpu_seconds_total: {
    type: 'counter',
    labels: [],
    en: 'CPU time of the process, all its threads, in seconds.',
    es: 'Tiempo de CPU del proceso, todos sus hilos, en segundos.',
  },
  process_resident_memory_bytes: {
    type: 'gauge',
    labels: [],
    en: 'Memory of the process.',
    es: 'Memoria del proceso.',
  },
  process_start_time_seconds: {
    type: 'gauge',
    labels: [],
    en: 'When it started, in seconds since 1970.',
    es: 'Cuándo empezó, en segundos desde 1970.',
  },
  nodejs_heap_size_used_bytes: {
    type: 'gauge',
    labels: [],
    en: 'Heap in use of the thread that answers.',
    es: 'Montón en uso del hilo que contesta.',
  },
  nodejs_eventloop_active_seconds_total: {
    type: 'counter',
    labels: [],
    en: 'For how long the thread that answers was busy: near 1 a second it is full.',
    es: 'Cuánto tiempo estuvo ocupado el hilo que contesta: cerca de 1 por segundo está lleno.',
  },
} as const satisfies MetricKinds;

export function readProcess(metrics: Pick<Metrics<keyof typeof processKinds>, 'read'>): void {
  metrics.read('process_cpu_seconds_total', () => {
    const { user, system } = process.cpuUsage();
    return [[[], (user + system) / 1_000_000]];
  });
  metrics.read('process_resident_memory_bytes', () => [[[], process.memoryUsage.rss()]]);
  metrics.read('process_start_time_seconds', () => [[[], Math.round(performance.timeOrigin / 1_000)]]);
  metrics.read('nodejs_heap_size_used_bytes', () => [[[], process.memoryUsage().heapUsed]]);
  metrics.read('nodejs_eventloop_active_seconds_total', () => [
    [[], performance.eventLoopUtilization().active / 1_000],
  ]);
}
