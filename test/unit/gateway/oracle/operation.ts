import {
  getNamedType,
  getNullableType,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isUnionType,
  parse,
  validate,
} from 'graphql';
import { type Draw, drawOf } from './draw.js';
import type { Operation } from './federation.js';

/** What operations are drawn of. */
export interface Drawing {
  readonly schema: GraphQLSchema;
  /** Names of key and required fields: the planner adds such fields, so they make hard aliases. */
  readonly planned: readonly string[];
  /**
   * Fields that a subgraph adds to an interface object: Apollo's planner puts what fragments on several types want of it
   * into one selection, by response keys alone, whatever the arguments.
   */
  readonly ofInterfaceObjects: ReadonlySet<string>;
}

/** An operation that is being drawn. */
interface Draft extends Drawing {
  readonly draw: Draw;
  /** Whether conditions are variables. */
  readonly conditional: boolean;
  /** Whether a response key may mean one thing on one type and another on another. */
  readonly loose: boolean;
  /** What stands behind each response key. */
  readonly keys: Map<string, string>;
  readonly variables: Map<string, { readonly declared: string; readonly value: unknown }>;
  readonly fragments: { readonly on: string; readonly text: string }[];
}

const oddAliases = [
  'constructor',
  'toString',
  '__proto__',
  'hasOwnProperty',
  'data',
  'errors',
  '_entities',
  'then',
];

/** From so many response keys on, an operation grows no wider. */
const enoughKeys = 15;

/** Draws a valid operation of a schema. */
export function drawOperation(drawing: Drawing, draw: Draw): Operation {
  const loose = draw(2) === 0 ? drawOnce(drawing, draw, true) : undefined;
  // keys that mean different things are not always valid: those that mean the same are
  return loose !== undefined && isValid(drawing.schema, loose) ? loose : drawOnce(drawing, draw, false);
}

function isValid(schema: GraphQLSchema, { text }: Operation): boolean {
  return validate(schema, parse(text)).length === 0;
}

function drawOnce(drawing: Drawing, draw: Draw, loose: boolean): Operation {
  const draft: Draft = {
    ...drawing,
    draw,
    loose,
    conditional: draw(4) === 0,
    keys: new Map(),
    variables: new Map(),
    fragments: [],
  };
  const mutation = draw(8) === 0 ? drawing.schema.getMutationType() : undefined;
  const kind = mutation == null ? 'query' : 'mutation';
  const root = mutation ?? drawing.schema.getQueryType();
  if (root == null) throw new Error('the schema has no root');
  const body = selectionText(draft, root, 4);
  const declared = [...draft.variables.values()].map((variable) => variable.declared);
  const name = draw(3) === 0 ? undefined : 'Drawn';
  const fragments = draft.fragments.map(({ text }) => text);
  const other = name === undefined ? [] : ['query Other { __typename }'];
  const values = [...draft.variables].flatMap(([variable, { value }]) =>
    value === undefined ? [] : [[variable, value] as const],
  );
  return {
    text: [
      `${kind} ${name ?? ''}${declared.length === 0 ? '' : `(${declared.join(' ')})`} ${body}`,
      ...fragments,
      ...other,
    ].join('\n'),
    name,
    variables: Object.fromEntries(values),
  };
}

function selectionText(draft: Draft, type: GraphQLCompositeType, depth: number): string {
  const count = draft.keys.size > enoughKeys ? 1 : 1 + draft.draw(4);
  const selections = Array.from({ length: count }, () => selectionOf(draft, type, depth));
  return `{ ${selections.join(' ')} }`;
}

function selectionOf(draft: Draft, type: GraphQLCompositeType, depth: number): string {
  const choice = draft.draw(12);
  if (choice === 0 && depth > 0) return fragmentText(draft, type, depth);
  if (choice === 1 && depth > 0) return inlineText(draft, type, depth);
  if (choice === 2) return typenameText(draft, type);
  if (isAbstractType(type) && (isUnionType(type) || choice < 7)) return inlineText(draft, type, depth);
  const fields = Object.values('getFields' in type ? type.getFields() : {}).filter(
    (field) => depth > 0 || !isCompositeType(getNamedType(field.type)),
  );
  return fields.length === 0
    ? typenameText(draft, type)
    : fieldText(draft, type, drawOf(draft.draw, fields), depth);
}

function typenameText(draft: Draft, type: GraphQLCompositeType): string {
  return keyed(draft, type, '__typename', '', 'String!');
}

function fieldText(
  draft: Draft,
  type: GraphQLCompositeType,
  field: GraphQLField<unknown, unknown>,
  depth: number,
): string {
  const args = field.args.flatMap((argument) => argumentText(draft, argument));
  const given = args.length === 0 ? '' : `(${args.join(', ')})`;
  const head = keyed(draft, type, field.name, given, String(field.type));
  const inner = getNamedType(field.type);
  const selection = isCompositeType(inner) ? ` ${selectionText(draft, inner, depth - 1)}` : '';
  return `${head}${conditionText(draft)}${selection}`;
}

/** A field under its own name or an alias, such that no key stands for two different things where it must not. */
function keyed(
  draft: Draft,
  parent: GraphQLCompositeType,
  name: string,
  given: string,
  type: string,
): string {
  const loose = draft.loose && !draft.ofInterfaceObjects.has(name);
  const signature = `${loose ? parent.name : ''} ${name}${given}: ${type}`;
  const known = (key: string): string => (loose ? `${parent.name}.${key}` : key);
  // what is of the same type may share its key, where the types around cannot meet
  const aliases = loose ? [`of${type.replaceAll(/\W/gu, '_')}`] : [...oddAliases, ...draft.planned];
  const wanted = draft.draw(loose ? 2 : 4) === 0 ? drawOf(draft.draw, aliases) : name;
  const isTaken = (key: string): boolean => (draft.keys.get(known(key)) ?? signature) !== signature;
  const key = isTaken(wanted) ? `f${String(draft.keys.size)}` : wanted;
  draft.keys.set(known(key), signature);
  return key === name ? `${name}${given}` : `${key}: ${name}${given}`;
}

function inlineText(draft: Draft, type: GraphQLCompositeType, depth: number): string {
  const on = conditionType(draft, type);
  const head = draft.draw(6) === 0 && !isUnionType(type) ? '...' : `... on ${on.name}`;
  const inner = head === '...' ? type : on;
  return `${head}${conditionText(draft)} ${selectionText(draft, inner, depth - 1)}`;
}

function fragmentText(draft: Draft, type: GraphQLCompositeType, depth: number): string {
  const known = draft.fragments.findIndex(({ on }) => on === type.name);
  if (known >= 0 && draft.draw(2) === 0) return `...F${String(known)}${conditionText(draft)}`;
  const on = conditionType(draft, type);
  const body = selectionText(draft, on, depth - 1);
  const name = `F${String(draft.fragments.length)}`;
  draft.fragments.push({ on: on.name, text: `fragment ${name} on ${on.name} ${body}` });
  return `...${name}${conditionText(draft)}`;
}

/** A type to which an object of `type` may belong as well. */
function conditionType({ draw, schema }: Draft, type: GraphQLCompositeType): GraphQLCompositeType {
  const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
  const fitting = Object.values(schema.getTypeMap()).filter(
    (other): other is GraphQLCompositeType =>
      isCompositeType(other) &&
      !other.name.startsWith('__') &&
      possible.some((one) => one === other || (isAbstractType(other) && schema.isSubType(other, one))),
  );
  return drawOf(draw, fitting);
}

function conditionText(draft: Draft): string {
  if (draft.draw(8) !== 0) return '';
  const condition =
    draft.conditional && draft.draw(3) > 0
      ? variableText(draft, 'Boolean!', draft.draw(2) === 0)
      : String(draft.draw(2) === 0);
  return ` @${draft.draw(2) === 0 ? 'skip' : 'include'}(if: ${condition})`;
}

function argumentText(draft: Draft, { name, type, defaultValue }: GraphQLArgument): readonly string[] {
  const optional = !isNonNullType(type) || defaultValue !== undefined;
  if (optional && draft.draw(2) === 0) return [];
  if (draft.draw(3) > 0) return [`${name}: ${literalText(draft, type, 2)}`];
  const left = !isNonNullType(type) && draft.draw(3) === 0;
  const given = left ? undefined : valueOf(draft.draw, type, 2);
  return [`${name}: ${variableText(draft, String(type), given, literalText(draft, type, 0))}`];
}

/** Declares a variable. @param given - undefined where the client leaves it out */
function variableText(draft: Draft, type: string, given: unknown, byDefault?: string): string {
  const name = `v${String(draft.variables.size)}`;
  const usesDefault = byDefault !== undefined && given === undefined && draft.draw(2) === 0;
  draft.variables.set(name, {
    declared: `$${name}: ${type}${usesDefault ? ` = ${byDefault}` : ''}`,
    value: given,
  });
  return `$${name}`;
}

/** A value of an input type, as variables give it. */
function valueOf(draw: Draw, type: GraphQLInputType, depth: number): unknown {
  const inner = getNullableType(type);
  if (inner === type && draw(5) === 0) return null;
  if (isListType(inner)) return Array.from({ length: draw(3) }, () => valueOf(draw, inner.ofType, depth - 1));
  if (isEnumType(inner)) return drawOf(draw, inner.getValues()).name;
  if (isInputObjectType(inner))
    return Object.fromEntries(
      Object.values(inner.getFields()).flatMap((field) =>
        isNonNullType(field.type) || (depth > 0 && draw(2) === 0)
          ? [[field.name, valueOf(draw, field.type, depth - 1)]]
          : [],
      ),
    );
  return scalar(draw, inner.name);
}

function scalar(draw: Draw, typeName: string): unknown {
  if (typeName === 'Int') return draw(5);
  if (typeName === 'Boolean') return draw(2) === 0;
  return drawOf(draw, ['', 'x', '1', 'a "quote" \\ and ñ']);
}

/** The same as GraphQL writes it; variables may stand within. */
function literalText(draft: Draft, type: GraphQLInputType, depth: number): string {
  const { draw } = draft;
  const inner = getNullableType(type);
  if (inner === type && draw(6) === 0) return 'null';
  if (depth > 0 && depth < 2 && draw(5) === 0)
    return variableText(draft, String(type), valueOf(draw, type, depth));
  if (isListType(inner))
    return `[${Array.from({ length: draw(3) }, () => literalText(draft, inner.ofType, depth - 1)).join(', ')}]`;
  if (isEnumType(inner)) return drawOf(draw, inner.getValues()).name;
  if (isInputObjectType(inner)) {
    const fields = Object.values(inner.getFields()).flatMap((field) =>
      isNonNullType(field.type) || (depth > 0 && draw(2) === 0)
        ? [`${field.name}: ${literalText(draft, field.type, depth - 1)}`]
        : [],
    );
    return `{ ${fields.join(', ')} }`;
  }
  return JSON.stringify(scalar(draw, inner.name));
}
