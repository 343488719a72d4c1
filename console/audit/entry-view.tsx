import type { ReactNode } from 'react';
import { countryName } from '../language.js';
import { Moment } from '../parts/moment.js';
import { useSession, useText } from '../session.js';
import { texts as common } from '../texts.js';
import { codeInWords, entryTypes, inWords, outcomes, purposeInWords } from './codes.js';
import type { Entry } from './entries.js';
import { entryTexts as texts } from './entry-texts.js';
import { EntryStateView } from './entry-state.js';

/** An entry in full: who asked, what for, and what each State disclosed and withheld. */
export function EntryView({ entry }: { readonly entry: Entry }): ReactNode {
  const { language } = useSession();
  const text = useText();
  const { agency, officer, roles, client, country, purpose, urgency } = entry;
  return (
    <section>
      <h2>
        {entry.number} · <Moment at={entry.time} />
      </h2>
      <dl className="facts">
        <dt>{text(texts.kind)}</dt>
        <dd title={entry.type}>{inWords(entryTypes, entry.type, language)}</dd>
        <dt>{text(texts.outcome)}</dt>
        <dd>
          {inWords(outcomes, entry.outcome, language)}
          {entry.code !== null && ` · ${entry.code}: ${codeInWords(entry.code, language)}`}
        </dd>
        {agency !== null && (
          <>
            <dt>{text(texts.who)}</dt>
            <dd>
              {officer} · {agency}
              {country !== null && ` (${countryName(country, language)})`} · {roles.join(', ')}
              {client !== null && `, ${text(texts.through)} ${client}`}
            </dd>
          </>
        )}
        {entry.sourceAddress !== null && (
          <>
            <dt>{text(texts.address)}</dt>
            <dd>{entry.sourceAddress}</dd>
          </>
        )}
        {purpose !== null && (
          <>
            <dt>{text(texts.whatFor)}</dt>
            <dd>
              {purposeInWords(purpose, language)} · {entry.case ?? '—'}
            </dd>
            <dt>{text(texts.urgency)}</dt>
            <dd>{text(urgency === 'URGENT' ? common.URGENT : common.ROUTINE)}</dd>
          </>
        )}
        {entry.operationSha256 !== null && (
          <>
            <dt>{text(texts.operation)}</dt>
            <dd>
              {entry.operationName ?? '—'} · <code>sha256:{entry.operationSha256}</code>
            </dd>
          </>
        )}
        <dt>{text(texts.requestId)}</dt>
        <dd>
          <code>{entry.requestId}</code>
        </dd>
        {entry.readings.map(({ of, by, entries }) => (
          <Reading key={of} of={of} by={by} entries={entries} />
        ))}
      </dl>
      {entry.states.length === 0 && <p className="quiet">{text(texts.noStates)}</p>}
      {entry.states.map((state, place) => (
        <EntryStateView key={place} state={state} />
      ))}
    </section>
  );
}

function Reading({ of, by, entries }: Entry['readings'][number]): ReactNode {
  const text = useText();
  return (
    <>
      <dt>{text(texts.readings)}</dt>
      <dd>
        <code>{of}</code>
        {by.length > 0 && `, ${text(texts.by)} ${by.join(', ')}`}
        {entries.length > 0 && `, ${text(texts.entries)} ${entries.join(', ')}`}
      </dd>
    </>
  );
}
