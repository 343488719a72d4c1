import { z } from 'zod';
import { invalidArgument, isArgumentProblem } from '../../common/argument-problem.js';
import { IstmoError } from '../../common/errors.js';
import { isData } from '../plan/data.js';
import { type Beside, readBeside } from './beside.js';
import { entityPlaces, type ErrorPath } from './error-places.js';

/** What a node answers, as far as it is read. */
export interface NodeAnswer {
  /** As many as were asked for. */
  readonly entities: unknown[];
  readonly errors: readonly NodeError[];
  /** Of its own records, and of others if it says so. */
  readonly beside: Beside;
}

/** A node's error without its text: what the requester can mend is named, all else is the State's fault. */
export interface NodeError {
  readonly error: IstmoError;
  readonly paths: readonly ErrorPath[];
}

/** What went wrong at one place of a State's answer, as a client reads it. */
export interface StateFault {
  readonly error: IstmoError;
  /** Position among the question's representations, then the fields beneath it. */
  readonly path: readonly [share: number, ...beneath: (string | number)[]];
}

const answerSchema = z.object({
  data: z.object({ _entities: z.array(z.unknown()) }).nullish(),
  errors: z
    .array(
      z.object({
        path: z
          .array(z.union([z.string(), z.number()]))
          .nullish()
          .catch(null),
        extensions: z
          .object({
            code: z.unknown().optional(),
            argument: z.unknown().optional(),
            problem: z.unknown().optional(),
          })
          .nullish()
          .catch(null),
      }),
    )
    .nullish(),
  extensions: z.unknown().optional(),
});

/** A text of the node's own is taken for no more than the path of names that it is to be. */
const name = z.string().regex(/^[A-Za-z_]\w{0,63}(\.[A-Za-z_]\w{0,63}){0,4}$/u);

/** @throws IstmoError `NODE_BAD_RESPONSE` where the text is no JSON */
export function parseAnswer(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new IstmoError('NODE_BAD_RESPONSE', { cause });
  }
}

/**
 * Reads a node's answer.
 *
 * @param length - of the representations that it was asked for
 * @throws IstmoError `NODE_BAD_RESPONSE` where it is no answer to what was asked, `STATE_ERROR` where it is none but errors
 */
export function readNodeAnswer(json: unknown, length: number): NodeAnswer {
  const parsed = answerSchema.safeParse(json);
  if (!parsed.success) throw new IstmoError('NODE_BAD_RESPONSE', { cause: parsed.error });
  const { data, errors: given, extensions } = parsed.data;
  const errors = readErrors(given ?? []);
  if (data == null && (given ?? []).length === 0) throw new IstmoError('NODE_BAD_RESPONSE');
  if (data == null && errors.some(({ error }) => error.code === 'STATE_ERROR'))
    throw new IstmoError('STATE_ERROR');
  const entities = data?._entities ?? Array.from({ length }, () => null);
  if (entities.length !== length) throw new IstmoError('NODE_BAD_RESPONSE');
  return { entities, errors, beside: readBeside(extensions) };
}

type GivenError = NonNullable<z.infer<typeof answerSchema>['errors']>[number];

function readErrors(given: readonly GivenError[]): readonly NodeError[] {
  const errors = new Map<unknown, { readonly error: IstmoError; readonly paths: ErrorPath[] }>();
  for (const { path, extensions } of given) {
    const { code } = extensions ?? {};
    // what is withheld is told apart, with its reason
    if (code === 'WITHHELD') continue;
    const error = errorOf(extensions);
    const kind = JSON.stringify([error.code, error.details]);
    const known = errors.get(kind);
    if (known !== undefined) known.paths.push(path);
    else errors.set(kind, { error, paths: [path] });
  }
  return [...errors.values()];
}

/** What the requester can mend is told in words of ours: of the node's own no text is passed on. */
function errorOf(extensions: GivenError['extensions']): IstmoError {
  if (extensions?.code !== 'ARGUMENT_INVALID') return new IstmoError('STATE_ERROR');
  const path = name.safeParse(extensions.argument).data;
  if (path === undefined) return new IstmoError('ARGUMENT_INVALID');
  const { problem } = extensions;
  if (isArgumentProblem(problem)) return invalidArgument({ path, problem });
  return new IstmoError('ARGUMENT_INVALID', { details: { argument: path } });
}

/**
 * The places of a node's errors, each once, as deep as its answer goes: what a path says beyond that could be any text.
 *
 * @param entities - as they stay
 */
export function faultsOf({ error, paths }: NodeError, entities: readonly unknown[]): readonly StateFault[] {
  const places = new Map<string, StateFault>();
  for (const { position, path } of entityPlaces(paths, entities.length)) {
    const place = [position, ...heldPath(entities[position], path)] as const;
    places.set(JSON.stringify(place), { error, path: place });
  }
  return [...places.values()];
}

function heldPath(entity: unknown, path: readonly (string | number)[]): readonly (string | number)[] {
  let value = entity;
  const end = path.findIndex((element) => {
    const isHeld = holds(value, element);
    value = isHeld ? (value as Readonly<Record<string, unknown>>)[element] : undefined;
    return !isHeld;
  });
  return end < 0 ? path : path.slice(0, end);
}

function holds(value: unknown, element: string | number): boolean {
  if (Array.isArray(value)) return typeof element === 'number' && Object.hasOwn(value, element);
  return typeof element === 'string' && isData(value) && Object.hasOwn(value, element);
}
