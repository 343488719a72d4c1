import { z } from 'zod';

/** Where metrics are to be had; nowhere where that is undefined. */
export interface MetricsDoor {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
}

/** The variables by which a server is told its door: alike for all servers. */
export const metricsVariables = {
  ISTMO_METRICS_HOST: z.string().default('127.0.0.1'),
  ISTMO_METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
};

type MetricsVariables = Readonly<z.infer<z.ZodObject<typeof metricsVariables>>>;

/** The door that these variables tell of. @returns undefined where no port is set */
export function metricsDoor(variables: MetricsVariables): MetricsDoor | undefined {
  const { ISTMO_METRICS_HOST: host, ISTMO_METRICS_PORT: port } = variables;
  return port === undefined ? undefined : { host, port };
}
