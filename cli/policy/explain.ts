import { parseArgs } from 'node:util';
import { dateIn, systemClock } from '../../common/clock.js';
import { parseRecordId } from '../../common/record-id.js';
import type { Agreement } from '../../policy/agreement.js';
import { explain as explainField, type ExplainedRow } from '../../policy/explain.js';
import { matrixOf } from '../../policy/matrix.js';
import { languages } from '../../policy/words/language.js';
import { explainWords } from '../../policy/words/explain-words.js';
import { inForceAt } from '../../policy/history/in-force.js';
import type { Vocabulary } from '../../schema/vocabulary.js';
import { openHistory } from '../agreement/history-file.js';
import { momentOf } from '../agreement/moment.js';
import { readEnvironment } from '../environment.js';
import {
  agreementsFolder,
  type NamedRegion,
  readAgreements,
  readRegister,
  readVocabulary,
} from './agreement-files.js';
import { recordOfDatabase, recordOfFile } from './explained-record.js';
import { matrixText } from './matrix-text.js';
import { offeredBy, readMapping } from './offered.js';

const usage =
  'istmo policy explain --state GT --agency US-ATF --role tracer --purpose FIREARM_TRACING --coordinate Firearm.make [--by FIELD] [--case C] [--at MOMENT] [--record ID|FILE] [--agreements PATH | --data FOLDER | --history FILE --region FILE] [--json], or / o: --state GT --matrix [--agency …] [--role …] [--purpose …]';

/**
 * `istmo policy explain`: what a State's agreements say of one field for one requester, and why; with `--matrix`, who has
 * what of every field. Exit code 0, whatever the verdict.
 */
export async function explain(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      state: { type: 'string' },
      agency: { type: 'string' },
      role: { type: 'string', multiple: true },
      purpose: { type: 'string' },
      case: { type: 'string' },
      coordinate: { type: 'string' },
      by: { type: 'string', multiple: true, default: [] },
      at: { type: 'string' },
      record: { type: 'string' },
      agreements: { type: 'string' },
      data: { type: 'string' },
      history: { type: 'string' },
      mapping: { type: 'string' },
      region: { type: 'string' },
      'database-url': { type: 'string' },
      matrix: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  if (values.state === undefined) throw new Error(usage);
  const known = await openState(values.state, values);
  if (values.matrix) {
    const { agency } = values;
    const chosen = known.agreements.filter(
      ({ grantee }) => agency === undefined || grantee.agency === agency,
    );
    const scope = { date: known.date, roles: values.role, purpose: values.purpose };
    const matrix = matrixOf(chosen, known.vocabulary, scope);
    console.log(values.json ? JSON.stringify(matrix, null, 2) : matrixText(matrix));
    return 0;
  }
  const { agency, purpose, coordinate } = values;
  if (agency === undefined || purpose === undefined || coordinate === undefined) throw new Error(usage);
  const { record, field } = known.fieldAt(coordinate);
  known.check(agency, purpose);
  const row = await known.row(values.record, record, values['database-url']);
  const asker = { agency, roles: values.role ?? [], purpose, case: values.case, date: known.date };
  const explanation = explainField(known, { asker, record, field, by: values.by, row });
  if (values.json) console.log(JSON.stringify(explanation, null, 2));
  else console.log(languages.map((language) => explainWords(explanation, language).join('\n')).join('\n\n'));
  return 0;
}

interface Places {
  readonly agreements?: string | undefined;
  readonly data?: string | undefined;
  readonly history?: string | undefined;
  readonly mapping?: string | undefined;
  readonly region?: string | undefined;
  readonly at?: string | undefined;
}

/** What explaining needs of a State. */
async function openState(state: string, places: Places) {
  const { mapping, region, at } = places;
  const vocabulary = readVocabulary();
  const register = readRegister(region);
  const timeZone = register.states.find(({ code }) => code === state)?.timeZone;
  if (timeZone === undefined)
    throw new Error(
      `--state ${state}: not in the register; there are / no está en el registro; hay ${register.states.map(({ code }) => code).join(', ')}`,
    );
  const moment = at === undefined ? systemClock() : momentOf(at, timeZone);
  const agreements = await agreementsAt(state, places, moment, vocabulary, register);
  const mapped = readMapping(state, vocabulary, mapping);
  return {
    vocabulary,
    agreements,
    offered: offeredBy(mapped?.mapping, vocabulary),
    date: dateIn(timeZone, moment),
    fieldAt: (coordinate: string) => {
      const [record = '', field = '', ...more] = coordinate.split('.');
      const fields = vocabulary.records.get(record);
      if (more.length > 0 || fields === undefined || !(field === 'id' || fields.has(field)))
        throw new Error(
          `--coordinate ${coordinate}: not in the shared language / no está en el lenguaje común: Firearm.make`,
        );
      return { record, field };
    },
    check: (agency: string, purpose: string): void => {
      if (!register.agencies.some(({ id }) => id === agency))
        throw new Error(
          `--agency ${agency}: not in the register; there are / no está en el registro; hay ${register.agencies.map(({ id }) => id).join(', ')}`,
        );
      if (!vocabulary.purposes.has(purpose))
        throw new Error(`--purpose ${purpose}: there are / hay ${[...vocabulary.purposes].join(', ')}`);
    },
    row: (given: string | undefined, record: string, url: string | undefined) =>
      rowOf(given, record, agreements, mapped, url),
  };
}

/** What a history had in force at a moment, where one is named; else what the State's files say. */
async function agreementsAt(
  state: string,
  { agreements: path, data, history, region }: Places,
  moment: number,
  vocabulary: Vocabulary,
  register: NamedRegion,
): Promise<readonly Agreement[]> {
  if (data === undefined && history === undefined)
    return readAgreements(path ?? agreementsFolder(state), state, vocabulary, register);
  const { entries } = await openHistory({ data: data ?? '.istmo', history, region }, state);
  return inForceAt(entries, moment).map(({ agreement }) => agreement);
}

async function rowOf(
  given: string | undefined,
  record: string,
  agreements: readonly Agreement[],
  mapped: ReturnType<typeof readMapping>,
  url: string | undefined,
): Promise<ExplainedRow | undefined> {
  if (given === undefined) return undefined;
  if (parseRecordId(given) === undefined) return recordOfFile(given, record);
  const databaseUrl = url ?? readEnvironment(process.env)['ISTMO_DATABASE_URL'];
  if (databaseUrl === undefined || mapped === undefined)
    throw new Error(
      `--record ${given}: --database-url URL of the State's database, and its mapping / --database-url URL de la base del Estado, y su mapeo`,
    );
  return recordOfDatabase(given, record, agreements, mapped, databaseUrl);
}
