import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from 'graphql';

/** Whether an object whose `__typename` is `typeName` satisfies a condition `... on condition`. */
export type TypeTest = (typeName: string, condition: string) => boolean;

/** Makes the test for a schema. Answers are kept: the pairs that occur are few. */
export function createTypeTest(schema: GraphQLSchema): TypeTest {
  const known = new Map<string, boolean>();
  return (typeName, condition) => {
    if (typeName === condition) return true;
    const pair = `${typeName} ${condition}`;
    let answer = known.get(pair);
    if (answer === undefined) {
      answer = isSubtype(schema, typeName, condition);
      // names come from nodes too: what is not in the schema must not fill the memory
      if (schema.getType(typeName) !== undefined) known.set(pair, answer);
    }
    return answer;
  };
}

function isSubtype(schema: GraphQLSchema, typeName: string, condition: string): boolean {
  const type = schema.getType(typeName);
  const wanted = schema.getType(condition);
  if (!isObjectType(type) && !isInterfaceType(type)) return false;
  return isAbstractType(wanted) && schema.isSubType(wanted, type);
}
