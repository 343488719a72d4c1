import {
  type GraphQLField,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';
import { type Draw, drawOf } from '../oracle/draw.js';

/** Draws a selection of an object of a type, as text: `{ id make seizure { id } }`. */
export function drawSelection(draw: Draw, type: GraphQLObjectType, levels: number): string {
  const fields = Object.values(type.getFields()).filter((field) => isSelectable(field, levels));
  const drawn = fields.filter(() => draw(3) === 0).slice(0, 7);
  const chosen = drawn.length === 0 ? [drawOf(draw, fields)] : drawn;
  const parts = chosen.map((field) => {
    const inner = getNamedType(field.type);
    const alias = draw(6) === 0 ? `its_${field.name}: ` : '';
    const page = field.args.some(({ name }) => name === 'first') ? '(first: 2)' : '';
    return `${alias}${field.name}${page}${isObjectType(inner) ? ` ${drawSelection(draw, inner, levels - 1)}` : ''}`;
  });
  const all = draw(4) === 0 ? [...parts, '__typename'] : parts;
  return `{ ${all.join(' ')} }`;
}

function isSelectable({ type, args }: GraphQLField<unknown, unknown>, levels: number): boolean {
  const inner = getNamedType(type);
  if (args.some((argument) => isRequiredArgument(argument) && argument.name !== 'first')) return false;
  return isLeafType(inner) || (isObjectType(inner) && levels > 0);
}

/** Draws what GT may answer to a fetch, right in every way. */
export function drawAnswer(
  draw: Draw,
  schema: GraphQLSchema,
  query: string,
  representations: readonly Readonly<Record<string, unknown>>[],
): string {
  const [operation] = parse(query).definitions;
  const root =
    operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections[0] : undefined;
  const fragments = root?.kind === Kind.FIELD ? (root.selectionSet?.selections ?? []) : [];
  const entities = representations.map(({ __typename: name }) => {
    const fragment = fragments.find(
      (node) => node.kind === Kind.INLINE_FRAGMENT && node.typeCondition?.name.value === name,
    );
    const type = schema.getType(String(name));
    if (fragment?.kind !== Kind.INLINE_FRAGMENT || !isObjectType(type)) throw new Error('no fragment');
    return drawObject(draw, type, fragment.selectionSet);
  });
  const extensions = draw(2) === 0 ? { extensions: { istmo: { withheld: [] } } } : {};
  return `${JSON.stringify({ data: { _entities: entities }, ...extensions })}${draw(3) === 0 ? '\n' : ''}`;
}

function drawObject(draw: Draw, type: GraphQLObjectType, { selections }: SelectionSetNode): object {
  const id = `GT:${type.name}:${String(draw(1_000))}`;
  const members = selections.map((node) => {
    if (node.kind !== Kind.FIELD) throw new Error('a fragment');
    const name = node.name.value;
    const key = (node.alias ?? node.name).value;
    const field = type.getFields()[name];
    if (name === '__typename') return [key, type.name] as const;
    if (name === 'id') return [key, id] as const;
    if (field === undefined) throw new Error(`no field ${name}`);
    return [key, drawValue(draw, field.type, node.selectionSet)] as const;
  });
  return Object.fromEntries(members);
}

function drawValue(draw: Draw, type: GraphQLOutputType, selected: SelectionSetNode | undefined): unknown {
  if (isNonNullType(type)) return drawPresent(draw, type.ofType, selected);
  return draw(5) === 0 ? null : drawPresent(draw, type, selected);
}

function drawPresent(draw: Draw, type: GraphQLOutputType, selected: SelectionSetNode | undefined): unknown {
  if (isListType(type)) return Array.from({ length: draw(4) }, () => drawValue(draw, type.ofType, selected));
  if (isObjectType(type) && selected !== undefined) return drawObject(draw, type, selected);
  return isLeafType(type) ? drawLeaf(draw, type) : null;
}

const texts = ['x', '', 'Ñandú', 'a "b"', 'tab\t, \\', '2026-01-01', '\u2028', '🛶', 'null', '}]'];
const leaves: Readonly<Record<string, readonly unknown[]>> = {
  Int: [0, 7, -3, 2_000_000_000],
  Float: [0, 0.5, -2.25, 1e21, 12345678],
  Boolean: [true, false],
};

function drawLeaf(draw: Draw, type: GraphQLLeafType): unknown {
  if (isEnumType(type)) return drawOf(draw, type.getValues()).name;
  return drawOf(draw, leaves[type.name] ?? texts);
}

const tokens = [
  ...['null', 'true', '0', '-0', '1e3', '1.50', '2147483648', '"x"', '"\\u0041"', '"\\ud800"', '{}', '[]'],
  ...['"GT:Firearm:1"', '"SV:Firearm:1"', '"GT:Person:2"', '[null]', '{"a":1}', '"a', '\u0001'],
];

/** Changes an answer somewhere: a sign, a value, a member, a space. It may no longer be JSON, or be what was not asked for. */
export function drawFault(draw: Draw, text: string): string {
  const at = draw(text.length);
  const value = /(?<=[:[,])(?:"(?:[^"\\]|\\.)*"|-?\d[\d.e+]*|null|true|false)(?=[,\]}])/gu;
  switch (draw(9)) {
    case 0:
      return text.slice(0, at) + text.slice(at + 1);
    case 1:
      return text.slice(0, at) + drawOf(draw, ['"', ',', '}', ' ', '\n', 'x', '\\', '9']) + text.slice(at);
    case 2:
      return text.slice(0, at);
    case 3:
      return text.replaceAll('GT:', draw(2) === 0 ? 'SV:' : 'GT: ');
    case 4:
      return text.replace('"_istmo_id"', '"id"');
    case 5:
      return text.replace(/,("\w+":)/u, `,"extra":${drawOf(draw, tokens)},$1`);
    case 6:
      return text.replace(/("\w+":[^,{}[\]]+),("\w+":[^,{}[\]]+)/u, '$2,$1');
    case 7:
      return text.replace(']}', `],"errors":[{"message":"m"}]}`);
    default: {
      const places = [...text.matchAll(value)];
      const place = places[draw(Math.max(1, places.length))];
      if (place === undefined) return text;
      return text.slice(0, place.index) + drawOf(draw, tokens) + text.slice(place.index + place[0].length);
    }
  }
}
