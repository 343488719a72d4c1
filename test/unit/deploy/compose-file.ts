import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { fromRoot } from '../../../common/root.js';

const conditions = z.record(z.string(), z.strictObject({ condition: z.string() }));

const serviceSchema = z.object({
  image: z.string(),
  build: z.object({ target: z.string().optional() }).optional(),
  entrypoint: z.array(z.string()).optional(),
  command: z.array(z.string()).default([]),
  environment: z.record(z.string(), z.union([z.string(), z.number()]).transform(String)).default({}),
  networks: z.array(z.string()).default([]),
  network_mode: z.string().optional(),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  depends_on: conditions.default({}),
  read_only: z.boolean().default(false),
  cap_drop: z.array(z.string()).default([]),
  security_opt: z.array(z.string()).default([]),
  restart: z.string().optional(),
  healthcheck: z
    .union([z.object({ disable: z.literal(true) }), z.object({ test: z.array(z.string()) })])
    .optional(),
});

const fileSchema = z.object({
  services: z.record(z.string(), serviceSchema),
  networks: z.record(z.string(), z.object({ internal: z.boolean() }).nullable()),
  volumes: z.record(z.string(), z.null()),
});

export type ComposeFile = z.infer<typeof fileSchema>;
export type ComposeService = ComposeFile['services'][string];

/** `docker-compose.yml`, with its anchors followed. */
export function composeFile(): ComposeFile {
  const text = readFileSync(fromRoot('docker-compose.yml'), 'utf8');
  return fileSchema.parse(parse(text, { merge: true }));
}

/** A part of every service, by its name. */
export function ofEach<T>(
  { services }: ComposeFile,
  part: (service: ComposeService, name: string) => T,
): Record<string, T> {
  return Object.fromEntries(Object.entries(services).map(([name, service]) => [name, part(service, name)]));
}

/** The URLs that a service is told, in its environment and its command. */
export function urlsOf({ environment, command }: ComposeService): readonly URL[] {
  const texts = [...Object.values(environment), ...command.map((argument) => argument.replace(/^.*=/u, ''))];
  return texts.filter((text) => URL.canParse(text) && text.includes('://')).map((text) => new URL(text));
}
