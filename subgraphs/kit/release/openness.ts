import { IstmoError } from '../../../common/errors.js';
import { parseRecordId } from '../../../common/record-id.js';
import { type Asker, decide } from '../../../policy/decide.js';
import type { Policy } from '../../../policy/compile.js';
import { matchFields } from '../../../policy/match-on.js';
import type { Particulars, RequestText } from '../../../policy/release/step-texts.js';
import type { Vocabulary } from '../../../schema/vocabulary.js';

/**
 * Checks that a release can be asked for at all: of fields that exist, of a record that the agency may ask for by what it names.
 * It depends on agreements alone, never on the records: the answer tells nothing of them.
 *
 * @throws IstmoError `ARGUMENT_INVALID`, `RELEASE_NOT_OPEN`
 */
export function checkOpenness(
  { state, policy, vocabulary }: { state: string; policy: Policy; vocabulary: Vocabulary },
  asker: Asker,
  { record, fields }: RequestText,
  { match, recordId }: Particulars,
): void {
  const known = vocabulary.records.get(record);
  if (known === undefined || vocabulary.lookups.has(record)) throw invalid('record', 'no record type');
  if (!fields.every((field) => known.has(field))) throw invalid('fields', `only fields of ${record}`);
  if ((match.length === 0) === (recordId === undefined)) throw invalid('match', 'either match or id');
  const parsed = recordId === undefined ? undefined : parseRecordId(recordId);
  if (recordId !== undefined && (parsed?.state !== state || parsed.type !== record))
    throw invalid('id', `no id of a ${record} of ${state}`);
  if (!match.every(({ field }) => isPlain(vocabulary, record, field)))
    throw invalid('match', `only plain fields of ${record}, or of a record that it refers to`);
  const filters = match.map(({ field }) => field);
  const reading = { record, fields: [], filters, onlyEquals: true, sorts: [] };
  const { grants, hits } = decide(policy, asker, reading);
  const isOpen = grants.length > 0 || hits.some(({ answers }) => answers || recordId !== undefined);
  if (!isOpen) throw new IstmoError('RELEASE_NOT_OPEN');
}

/** @param path - `passport`, or `person.passport` */
function isPlain(vocabulary: Vocabulary, record: string, path: string): boolean {
  const found = matchFields(vocabulary, record, path).find((one) => one.path === path);
  const type = found && vocabulary.types.get(found.record)?.get(found.field);
  return type?.plain === true && !type.list;
}

function invalid(argument: string, message: string): IstmoError {
  return new IstmoError('ARGUMENT_INVALID', { detail: `${argument}: ${message}.`, details: { argument } });
}
