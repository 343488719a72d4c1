import type { FetchDataRewrite } from '@apollo/query-planner';
import { type Data, isData, ownField } from './data.js';
import type { Rewrite } from './steps.js';
import type { TypeTest } from './type-test.js';

/** Compiles the planner's rewrites of a fetch's input or output; undefined where there are none. */
export function compileRewrites(
  rewrites: readonly FetchDataRewrite[] | undefined,
  isOfType: TypeTest,
): Rewrite | undefined {
  if (rewrites === undefined || rewrites.length === 0) return undefined;
  const compiled = rewrites.map((rewrite) => compileRewrite(rewrite, isOfType));
  return (data) => {
    for (const rewrite of compiled) rewrite(data);
  };
}

function compileRewrite(rewrite: FetchDataRewrite, isOfType: TypeTest): Rewrite {
  const last = rewrite.path.at(-1) ?? '';
  const change = (data: Data): void => {
    if (rewrite.kind === 'ValueSetter') data[last] = rewrite.setValueTo;
    else renameKey(data, last, rewrite.renameKeyTo);
  };
  return rewrite.path
    .slice(0, -1)
    .reduceRight<Rewrite>((inner, element) => descend(element, inner, isOfType), eachObject(change));
}

function renameKey(data: Data, from: string, to: string): void {
  const value = ownField(data, from);
  if (value === undefined) return;
  data[to] = value;
  Reflect.deleteProperty(data, from);
}

const fragmentPrefix = '... on ';

function descend(element: string, inner: Rewrite, isOfType: TypeTest): Rewrite {
  if (!element.startsWith(fragmentPrefix))
    return eachObject((data) => {
      inner(ownField(data, element));
    });
  const condition = element.slice(fragmentPrefix.length);
  return eachObject((data) => {
    const typeName = data['__typename'];
    if (typeof typeName !== 'string' || isOfType(typeName, condition)) inner(data);
  });
}

/** Reaches the objects of a value, through however many lists. */
function eachObject(change: (data: Data) => void): Rewrite {
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (isData(value)) change(value);
  };
  return visit;
}
