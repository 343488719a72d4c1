/**
 * Names that the gateway gives within plans and fetches, and that no client ever sees. All begin with one prefix; a
 * response key of a client's that begins with it gets a private name itself, so none can be typed by anybody.
 */
const prefix = '_istmo';

/** Aliases under which every record tells its id and type, so that the log can name what was disclosed. */
export const idAlias = `${prefix}_id`;
export const typeAlias = `${prefix}_type`;

/** A required field with arguments, as a field without. @param number - another one for each */
export function privateFieldName(number: number, field: string): string {
  return `${prefix}${String(number)}_${field}`;
}

const keyPrefix = `${prefix}_key_`;

/** A client's response key, where a plan could take it for another one. */
export function privateKey(key: string): string {
  // ends as no alias of the planner's does
  return `${keyPrefix}${key}_`;
}

/** The response key that a client wrote for the one that is planned. */
export function publicKey(key: string): string {
  return key.startsWith(keyPrefix) ? key.slice(keyPrefix.length, -1) : key;
}

/** Whether a response key could be one that the gateway or the planner makes: `x__alias_0`. */
export function looksMade(key: string): boolean {
  return key.startsWith(prefix) || key.includes('__alias_');
}

const variablePrefix = `${prefix}_variable_`;

/** A client's variable, where the planner has one of that name: `$representations` of the entities. */
export function privateVariable(name: string): string {
  return name === 'representations' || name.startsWith(variablePrefix) ? `${variablePrefix}${name}` : name;
}

/** The variable that a client named for the one that is planned. */
export function publicVariable(name: string): string {
  return name.startsWith(variablePrefix) ? name.slice(variablePrefix.length) : name;
}
