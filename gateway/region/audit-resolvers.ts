import { entryNumber } from '../../audit/entry.js';
import type { LogReader, NumberedEntry } from '../../audit/reading/log-reader.js';
import type { Sign } from '../../audit/reading/signs/sign.js';
import type { LogFilter } from '../../audit/reading/terms.js';
import { invalidArgument } from '../../common/argument-problem.js';
import { IstmoError } from '../../common/errors.js';
import { parseRecordId } from '../../common/record-id.js';
import { seenBy, type Sight, sightOf } from '../audit/sight.js';
import type { Exchange, GatewayContext } from '../exchange.js';
import { checkingArguments } from './checked.js';

type Given = Readonly<Record<string, string | null | undefined>>;

interface Filtered {
  readonly filter?: Given | null;
}

interface Paged {
  readonly first?: number | null;
  readonly after?: string | null;
}

/** The log as auditors query it. */
export function auditResolvers(reader: LogReader) {
  const page = async (exchange: Exchange, of: string, filter: LogFilter, paged: Paged) => {
    const sight = sightOfExchange(exchange);
    const { first, before } = readPage(paged);
    const { entries, more } = await reader.page([sight.filter, filter], first, before);
    noteReading(exchange, of, filter, entries);
    return {
      entries: entries.map((one) => presentEntry(one, sight)),
      next: more ? String(entries.at(-1)?.index) : null,
    };
  };
  return checkingArguments({
    auditLog: (_: unknown, { filter, ...paged }: Filtered & Paged, { exchange }: GatewayContext) =>
      page(exchange, 'auditLog', readFilter(filter), paged),
    accessesTo: (
      _: unknown,
      { record, ...paged }: Paged & { readonly record: string },
      { exchange }: GatewayContext,
    ) => {
      const { state } = sightOfExchange(exchange);
      const owner = parseRecordId(record)?.state;
      if (owner === undefined) throw new IstmoError('RECORD_ID_INVALID', { details: { argument: 'record' } });
      // of another State's record a national auditor learns nothing
      if (state !== undefined && owner !== state) throw new IstmoError('AUDITORS_ONLY');
      return page(exchange, 'accessesTo', { record }, paged);
    },
    auditEntry: async (_: unknown, { number }: { readonly number: number }, { exchange }: GatewayContext) => {
      const sight = sightOfExchange(exchange);
      // the newest of those before the next: found by what the auditor may see, as any other
      const { entries } = await reader.page([sight.filter], 1, number + 1);
      const found = entries.filter(({ index }) => index === number);
      noteReading(exchange, 'auditEntry', {}, found);
      return found.map((one) => presentEntry(one, sight))[0] ?? null;
    },
    auditCounts: async (_: unknown, { filter }: Filtered, { exchange }: GatewayContext) => {
      const sight = sightOfExchange(exchange);
      const { total, by } = await reader.counts([sight.filter, readFilter(filter)]);
      noteReading(exchange, 'auditCounts', readFilter(filter), []);
      const byState = by.state.filter(({ value }) => sight.state === undefined || value === sight.state);
      return {
        total,
        byAgency: by.agency,
        byPurpose: by.purpose,
        byHour: by.hour,
        byState,
        byOutcome: by.outcome,
      };
    },
    auditSignReport: async (_: unknown, { filter: given }: Filtered, { exchange }: GatewayContext) => {
      const sight = sightOfExchange(exchange);
      const filter = readFilter(given);
      const { signs, en, es, ...rest } = await reader.signs([sight.filter, filter], sight.state);
      noteReading(exchange, 'auditSignReport', filter, []);
      return { ...rest, signs: signs.map(presentSign), explanationEnglish: en, explanationSpanish: es };
    },
  });
}

function sightOfExchange({ requester }: Exchange): Sight {
  const sight = requester && sightOf(requester);
  if (sight === undefined) throw new IstmoError('AUDITORS_ONLY');
  return sight;
}

function readFilter(given: Given | null | undefined): LogFilter {
  const named = Object.entries(given ?? {}).filter(([, value]) => value != null);
  const { from, until, record } = given ?? {};
  if (record != null && parseRecordId(record) === undefined)
    throw invalidArgument({ path: 'filter.record', problem: 'NO_ID' });
  if (from != null && until != null && Date.parse(until) < Date.parse(from))
    throw invalidArgument({ path: 'filter', problem: 'INVERTED' });
  return Object.fromEntries(named);
}

function readPage({ first, after }: Paged): { readonly first: number; readonly before: number } {
  const wanted = first ?? 20;
  if (after == null) return { first: wanted, before: Infinity };
  const before = entryNumber(after);
  if (before === undefined) throw invalidArgument({ path: 'after', problem: 'NO_CURSOR' });
  return { first: wanted, before };
}

/** Reading the log is itself logged: what was looked for by, and what was seen. */
function noteReading(
  exchange: Exchange,
  of: string,
  filter: LogFilter,
  entries: readonly NumberedEntry[],
): void {
  const reading = { of, by: Object.keys(filter).sort(), entries: entries.map(({ index }) => index) };
  exchange.readings = [...(exchange.readings ?? []), reading];
}

function presentSign({ en, es, ...sign }: Sign) {
  return { ...sign, explanationEnglish: en, explanationSpanish: es };
}

function presentEntry({ index, entry }: NumberedEntry, sight: Sight) {
  const { type, time, data } = seenBy(sight, entry);
  const { requester, operation, outcome } = data;
  return {
    number: index,
    type,
    time,
    requestId: data.requestId,
    ...requester,
    roles: requester?.roles ?? [],
    sourceAddress: data.sourceAddress,
    isSealed: data.sealed !== undefined,
    purpose: data.purpose,
    case: data.case,
    urgency: data.urgency,
    operationName: operation?.name,
    operationSha256: operation?.sha256,
    outcome: outcome.result,
    code: outcome.code,
    states: data.states.map((state) => ({ ...state, records: Object.values(state.records).flat() })),
    readings: data.readings ?? [],
  };
}
