import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { dateIn, systemClock } from '../../common/clock.js';
import { describeProblem } from '../../common/problem.js';
import { fromRoot } from '../../common/root.js';
import { addDays } from '../../policy/diff/days.js';
import { parseAgreements } from '../../policy/parse.js';
import { fillTemplate } from '../../policy/templates/fill.js';
import { languages } from '../../policy/words/language.js';
import { readRegister, readVocabulary } from '../policy/agreement-files.js';

/** Names of the templates, without their language. */
export function templateNames(): readonly string[] {
  const names = readdirSync(fromRoot('policy', 'templates')).flatMap(
    (file) => /^(.+)\.en\.yaml$/u.exec(file)?.[1] ?? [],
  );
  return names.sort();
}

/**
 * `istmo agreement draft --template firearm-tracing --grantor GT --grantee US-ATF [--role ROLE] [--from DATE] [--until DATE] [--id ID]
 * [--language es] [--out FILE]`: writes an agreement file of a template; by default for the agency's first role, from today, for two years.
 */
export function draft(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      template: { type: 'string' },
      grantor: { type: 'string' },
      grantee: { type: 'string' },
      role: { type: 'string' },
      from: { type: 'string' },
      until: { type: 'string' },
      id: { type: 'string' },
      language: { type: 'string', default: 'en' },
      region: { type: 'string' },
      out: { type: 'string' },
    },
  });
  const { template, grantor, grantee } = values;
  if (template === undefined || grantor === undefined || grantee === undefined)
    throw new Error(
      `istmo agreement draft --template ${templateNames().join('|')} --grantor GT --grantee US-ATF [--role tracer] [--from DATE] [--until DATE] [--id ID] [--language en|es] [--out FILE]`,
    );
  const text = draftOf(template, { ...values, grantor, grantee });
  if (values.out === undefined) process.stdout.write(text);
  else writeFileSync(values.out, text, { flag: 'wx' });
  return Promise.resolve(0);
}

interface Parties {
  readonly grantor: string;
  readonly grantee: string;
  readonly role?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly id?: string | undefined;
  readonly language?: string;
  readonly region?: string | undefined;
}

/**
 * The text of an agreement by a template.
 *
 * @throws Error where the parties, roles or dates do not fit the register
 */
export function draftOf(template: string, parties: Parties): string {
  const { grantor, grantee, region, language = 'en' } = parties;
  const register = readRegister(region);
  const agency = register.agencies.find(({ id }) => id === grantee);
  const timeZone = register.states.find(({ code }) => code === grantor)?.timeZone;
  if (agency === undefined || timeZone === undefined)
    throw new Error(
      `${timeZone === undefined ? grantor : grantee}: not in the register / no está en el registro`,
    );
  if (!templateNames().includes(template) || !languages.some((one) => one === language))
    throw new Error(`--template ${templateNames().join('|')} --language ${languages.join('|')}`);
  const from = parties.from ?? dateIn(timeZone, systemClock());
  const file = fromRoot('policy', 'templates', `${template}.${language}.yaml`);
  const text = fillTemplate(readFileSync(file, 'utf8'), {
    grantor,
    grantee,
    role: parties.role ?? agency.roles[0] ?? '',
    from,
    until: parties.until ?? addDays(from, 729),
    id: parties.id ?? `${grantor}-${grantee}-${template.toUpperCase()}-${from.slice(0, 4)}`,
  });
  const parsed = parseAgreements([{ file: template, text }], grantor, readVocabulary(), register);
  if (!parsed.ok) throw new Error(parsed.problems.map(describeProblem).join('\n'));
  return text;
}
