import {
  type FieldNode,
  getNamedType,
  type GraphQLCompositeType,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { type Data, isData, ownField } from '../plan/data.js';
import { JsonText } from '../plan/json-text.js';
import { publicKey } from '../plan/private-names.js';
import { collectFields, type Collecting } from './collect.js';
import { leafWriter } from './leaf.js';

/** Writes the answer to one operation as JSON text, out of what the fetches of its plan have gathered. */
export type Projection = (data: Data, writing: Writing) => string;

/** One answer that is being written. */
export interface Writing {
  /** Where the value being written stands. */
  readonly path: (string | number)[];
  /** Text of `__schema` and `__type`, by response key. */
  readonly introspection: Readonly<Record<string, string>>;
  /** Called for a value that is not what its type says, at `path`. */
  readonly report: (problem: ValueProblem) => void;
}

/** `UNANSWERED` where nothing could be asked for, and null stands instead. */
export type ValueProblem = 'NULL' | 'VALUE' | 'UNANSWERED';

/** JSON text; `'null'` for null, and undefined for a null that the object or list around it must become as well. */
type Write = (value: unknown, writing: Writing) => string | undefined;

/**
 * Compiles the projection of an operation: its order, its aliases, its rules for null.
 *
 * @see GraphQL specification, "Value Completion", "Handling Field Errors"
 */
export function compileProjection(collecting: Collecting, operation: OperationDefinitionNode): Projection {
  const type = collecting.schema.getRootType(operation.operation);
  if (type == null) return () => 'null';
  const write = objectWriter(collecting, type, [operation.selectionSet]);
  return (data, writing) => write(data, writing) ?? 'null';
}

function typeWriter(
  collecting: Collecting,
  type: GraphQLOutputType,
  selectionSets: readonly SelectionSetNode[],
): Write {
  if (isNonNullType(type)) return nonNullWriter(typeWriter(collecting, type.ofType, selectionSets));
  if (isListType(type)) return listWriter(typeWriter(collecting, type.ofType, selectionSets));
  if (!isLeafType(type)) return objectWriter(collecting, type, selectionSets);
  const write = leafWriter(type);
  return (value, writing) => {
    if (value == null) return 'null';
    const text = write(value);
    if (text === undefined) writing.report('VALUE');
    return text ?? 'null';
  };
}

function nonNullWriter(write: Write): Write {
  return (value, writing) => {
    const text = write(value, writing);
    if (text !== 'null') return text;
    if (value == null) writing.report('NULL');
    return undefined;
  };
}

function listWriter(write: Write): Write {
  return (value, writing) => {
    if (value == null) return 'null';
    if (value instanceof JsonText) return value.text;
    if (!Array.isArray(value)) return invalid(writing);
    let text = '[';
    let failed = false;
    for (let index = 0; index < value.length; index++) {
      writing.path.push(index);
      const item = write(value[index], writing);
      writing.path.pop();
      if (item === undefined) failed = true;
      text += index === 0 ? String(item) : `,${String(item)}`;
    }
    return failed ? 'null' : `${text}]`;
  };
}

function invalid({ report }: Writing): 'null' {
  report('VALUE');
  return 'null';
}

/** A field of an object, ready to be written. */
interface FieldWriter {
  /** As the client wrote it. */
  readonly key: string;
  /** `"key":` */
  readonly label: string;
  readonly write: (object: Data, writing: Writing) => string | undefined;
}

function objectWriter(
  collecting: Collecting,
  type: GraphQLCompositeType,
  selectionSets: readonly SelectionSetNode[],
): Write {
  const byType = new Map<string, Write>();
  const writerFor = (typeName: string): Write | undefined => {
    const known = byType.get(typeName);
    if (known !== undefined) return known;
    if (!collecting.isOfType(typeName, type.name)) return undefined;
    const runtimeType = collecting.schema.getType(typeName);
    if (!isObjectType(runtimeType) && !isInterfaceType(runtimeType)) return undefined;
    const fields = collectFields(collecting, typeName, selectionSets);
    const writers = [...fields].map(([key, nodes]) => fieldWriter(collecting, runtimeType, key, nodes));
    const write: Write =
      isInterfaceType(runtimeType) && dependsOnType(collecting, runtimeType, selectionSets)
        ? withoutType
        : (value, writing) => writeFields(writers, value as Data, writing);
    byType.set(typeName, write);
    return write;
  };
  return (value, writing) => {
    if (value == null) return 'null';
    if (value instanceof JsonText) return value.text;
    if (!isData(value)) return invalid(writing);
    const typeName = ownField(value, '__typename') ?? type.name;
    const write = typeof typeName === 'string' ? writerFor(typeName) : undefined;
    return write === undefined ? invalid(writing) : write(value, writing);
  };
}

/** An object of which no more than its interface could be found out: what is to be written cannot be known. */
const withoutType: Write = (_, { report }) => {
  report('NULL');
  return 'null';
};

/** Whether what is selected of an object differs by the type that implements its interface. */
function dependsOnType(
  collecting: Collecting,
  type: GraphQLInterfaceType,
  selectionSets: readonly SelectionSetNode[],
): boolean {
  const nodesOf = (typeName: string): readonly FieldNode[] =>
    [...collectFields(collecting, typeName, selectionSets).values()].flat();
  const ofInterface = nodesOf(type.name);
  return (
    ofInterface.some(({ name }) => name.value === '__typename') ||
    collecting.schema.getPossibleTypes(type).some(({ name }) => nodesOf(name).length !== ofInterface.length)
  );
}

/** Whether there can be values of the type: of an interface that no object implements there are none. */
function isInhabited({ schema }: Collecting, type: GraphQLNamedType): boolean {
  return !isAbstractType(type) || schema.getPossibleTypes(type).length > 0;
}

/** The planner asks nobody for an object that cannot be: without a word, it would look as if there were none. */
function unansweredWriter(write: Write): Write {
  return (value, writing) => {
    if (value === undefined) writing.report('UNANSWERED');
    return write(value, writing);
  };
}

function writeFields(writers: readonly FieldWriter[], value: Data, writing: Writing): string {
  let text = '{';
  let failed = false;
  for (const { key, label, write } of writers) {
    writing.path.push(key);
    const field = write(value, writing);
    writing.path.pop();
    if (field === undefined) failed = true;
    text += text === '{' ? `${label}${String(field)}` : `,${label}${String(field)}`;
  }
  return failed ? 'null' : `${text}}`;
}

function fieldWriter(
  collecting: Collecting,
  type: GraphQLCompositeType,
  plannedKey: string,
  nodes: readonly FieldNode[],
): FieldWriter {
  const key = publicKey(plannedKey);
  const label = `${JSON.stringify(key)}:`;
  const name = nodes[0]?.name.value ?? '';
  if (name === '__typename') {
    const text = JSON.stringify(type.name);
    return { key, label, write: () => text };
  }
  if (name === '__schema' || name === '__type')
    return { key, label, write: (_, { introspection }) => introspection[key] ?? 'null' };
  const field = 'getFields' in type ? type.getFields()[name] : undefined;
  if (field === undefined) return { key, label, write: () => 'null' };
  const inner = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const named = getNamedType(field.type);
  const typed = typeWriter(collecting, field.type, isLeafType(named) ? [] : inner);
  const write = isNonNullType(field.type) || isInhabited(collecting, named) ? typed : unansweredWriter(typed);
  // an object inherits fields of some names: those are read with care, all others fast
  if (plannedKey in Object.prototype)
    return { key, label, write: (object, writing) => write(ownField(object, plannedKey), writing) };
  return { key, label, write: (object, writing) => write(object[plannedKey], writing) };
}
