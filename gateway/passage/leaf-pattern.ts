import { type GraphQLOutputType, isEnumType, isListType, isNonNullType, isScalarType } from 'graphql';

/** What a JSON text may have between its quotation marks without a sign being escaped. */
const plain = String.raw`[^"\\\x00-\x1f]`;
const text = String.raw`"${plain}*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})${plain}*)*"`;
/** Numbers that are written as they would be written anew; others are rare, and read in full. */
const int = String.raw`(?:0|-?[1-9]\d{0,8})`;
const float = String.raw`-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?`;

const scalars: Readonly<Record<string, string>> = {
  String: text,
  ID: text,
  Int: int,
  Float: float,
  Boolean: '(?:true|false)',
};

/** Of the shared language's own scalars: none is an object. */
const otherScalar = `(?:${text}|${float}|true|false)`;

/**
 * The regular expression of the JSON texts that a value of a type may have: it takes no text that is not of the type, and not
 * all that are.
 *
 * @returns undefined for types that have fields, and lists of them
 */
export function leafPattern(type: GraphQLOutputType): string | undefined {
  if (isNonNullType(type)) return presentPattern(type.ofType);
  const present = presentPattern(type);
  return present === undefined ? undefined : `(?:null|${present})`;
}

function presentPattern(type: GraphQLOutputType): string | undefined {
  if (isListType(type)) {
    const item = leafPattern(type.ofType);
    return item === undefined ? undefined : String.raw`\[(?:${item}(?:,${item})*)?\]`;
  }
  if (isEnumType(type))
    return `"(?:${type
      .getValues()
      .map(({ name }) => name)
      .join('|')})"`;
  return isScalarType(type) ? (scalars[type.name] ?? otherScalar) : undefined;
}

/** Of an id of a type's records, as one group. */
export function idPattern(typeName: string): string {
  return `"([A-Z]{2}:${typeName}:${plain}{1,200})"`;
}
