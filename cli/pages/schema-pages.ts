import type { DocumentNode } from 'graphql';
import { type Domain, domains } from '../../schema/domains.js';
import {
  type CodeList,
  codeLists,
  commonFields,
  type DescribedField,
  describedTypes,
  type DescribedType,
} from './schema-model.js';
import { unitOf } from './unit.js';

/** Name of each page of `docs/schema/` → its text. */
export function schemaPages(document: DocumentNode): ReadonlyMap<string, string> {
  return new Map([
    ['README.md', overview(document)],
    ...domains.map((domain) => [`${domain.file}.md`, page(document, domain)] as const),
  ]);
}

function overview(document: DocumentNode): string {
  const rows = domains.map(({ file, english, spanish, paragraphs }) => {
    const types = describedTypes(document, file).map(({ name }) => `\`${name}\``);
    return `| [${english} · ${spanish}](${file}.md) | ${paragraphs.join(', ')} | ${types.join(', ')} |\n`;
  });
  return `# The shared language · La lengua común

What States may share, from \`schema/member/*.graphql\` (\`npm run docs:pages\` writes these pages). The numbers are the
paragraphs of the Declaration of 2007 that each domain answers. A type or field that a State lacks is \`NOT_OFFERED\`:
[what each State serves](../coverage.md).

| domain · dominio | paragraphs · párrafos | types · tipos |
| --- | --- | --- |
${rows.join('')}`;
}

function page(document: DocumentNode, { file, english, spanish, paragraphs }: Domain): string {
  const types = describedTypes(document, file);
  const lists = codeLists(document, file);
  const common = commonFields(document);
  const answers =
    paragraphs.length === 0
      ? ''
      : `Declaration of 2007, paragraphs ${paragraphs.join(', ')}. · Declaración de 2007, párrafos ${paragraphs.join(', ')}.\n\n`;
  return `# ${english} · ${spanish}

${answers}From \`schema/member/${file}.graphql\`.
${diagram(types)}${types.map((type) => typeSection(type, common)).join('')}${lists.length === 0 ? '' : listSection(lists)}`;
}

/** What refers to what; only to types that hold something. */
function diagram(types: readonly DescribedType[]): string {
  const lines = types.flatMap(({ name, fields }) => [
    `  class ${name}`,
    ...fields
      .filter(({ isReference, name: field }) => isReference && field !== 'quality')
      .map(
        ({ name: field, named, isList }) =>
          `  ${name} --> ${isList ? '"0..*"' : '"0..1"'} ${named} : ${field}`,
      ),
  ]);
  return lines.length === 0 ? '' : `\n\`\`\`mermaid\nclassDiagram\n${lines.join('\n')}\n\`\`\`\n`;
}

/** Fields that every record has are told once, with what all domains share. */
function typeSection({ name, english, spanish, fields }: DescribedType, common: ReadonlySet<string>): string {
  const isRecord = name !== 'Record' && fields.some((field) => field.name === 'handlingCode');
  const own = isRecord ? fields.filter((field) => !common.has(field.name)) : fields;
  const rest = isRecord
    ? '\nand what [every record](common.md) has. · y lo que tiene [todo registro](common.md).\n'
    : '';
  return `
## ${name}

${english} · ${spanish}

| field · campo | type · tipo | unit · unidad | class · clase | standard · estándar | |
| --- | --- | --- | --- | --- | --- |
${own.map(fieldRow).join('')}${rest}`;
}

function fieldRow({ name, type, class: of, standard, english, spanish }: DescribedField): string {
  return `| \`${name}\` | \`${type}\` | ${unitOf(name)} | ${of} | ${standard} | ${english} · ${spanish} |\n`;
}

function listSection(all: readonly CodeList[]): string {
  const rows = all.map(
    ({ name, standard, english, spanish, values }) =>
      `| \`${name}\` | ${standard} | ${values.map((value) => `\`${value}\``).join(' ')} | ${english} · ${spanish} |\n`,
  );
  return `
## Code lists · Listas de códigos

| list · lista | standard · estándar | codes · códigos | |
| --- | --- | --- | --- |
${rows.join('')}`;
}
