import { argumentProblems } from '../../common/argument-problem.js';
import type { Actor } from '../../common/error-kind.js';
import { errorKinds } from '../../common/error-kinds.js';

const actors: Readonly<Record<Actor, string>> = {
  client: 'client / cliente',
  nationalTeam: 'national team / equipo nacional',
  operator: 'operator / operador',
};

const head = `# Errors / Errores

Every refusal and failure that a client can meet or a log can name, from \`common/error-kinds.ts\` (\`npm run docs:pages\` writes this page).
In a reply they stand in \`errors[].extensions\`: \`code\`, \`es\` (the message in Spanish), \`actor\` (who can mend it) and
\`retryable\` (whether the same request may succeed later). The HTTP status is that of a request refused as a whole;
a client that accepts \`application/json\` by name, and not \`application/graphql-response+json\`, reads 200 for
\`GRAPHQL_PARSE_FAILED\`, \`GRAPHQL_VALIDATION_FAILED\` and \`ARGUMENT_INVALID\`, as GraphQL over HTTP has it.

| code | HTTP | again? | who acts / quién actúa | message | mensaje |
| --- | --- | --- | --- | --- | --- |
`;

const problemHead = `
\`ARGUMENT_INVALID\` names in \`argument\` the path of the argument (\`filter.place.subdivision.eq\`), never its value, and in \`problem\` what is wrong
with it. It stands at the field that was asked so: the other fields and the other States answer. A variable that does not fit its GraphQL
type refuses the whole request.

| problem | what is wrong | qué tiene de malo |
| --- | --- | --- |
`;

/** The page of all errors, as Markdown. */
export function errorsPage(): string {
  const rows = Object.entries(errorKinds).map(
    ([code, { status, retryable, actor, en, es }]) =>
      `| \`${code}\` | ${String(status)} | ${retryable ? 'yes / sí' : 'no'} | ${actors[actor]} | ${en} | ${es} |\n`,
  );
  const problems = Object.entries(argumentProblems).map(
    ([problem, { en, es }]) => `| \`${problem}\` | ${en} | ${es} |\n`,
  );
  return head + rows.join('') + problemHead + problems.join('');
}
