import { type ReactNode, useState } from 'react';
import { TextInput } from '../parts/inputs.js';
import { useText } from '../session.js';
import type { Release, Terms } from './release.js';
import { releaseTexts as texts } from './release-texts.js';

interface ProposeFormProps {
  readonly release: Release;
  readonly onPropose: (terms: Terms) => void;
}

const day = 86_400_000;

/** What to release: which of the records that fit, which of the fields that are wanted, until when, on which basis. */
export function ProposeForm({ release, onPropose }: ProposeFormProps): ReactNode {
  const text = useText();
  const candidates = release.candidates ?? [];
  const [records, setRecords] = useState<readonly string[]>(candidates);
  const [fields, setFields] = useState<readonly string[]>(release.fields);
  const [until, setUntil] = useState(() => new Date(Date.now() + 30 * day).toISOString().slice(0, 10));
  const [legalBasis, setLegalBasis] = useState('');
  const [minors, setMinors] = useState(false);
  if (candidates.length === 0) return <p className="empty">{text(texts.noCandidates)}</p>;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onPropose({ records, fields, until, legalBasis: [legalBasis.trim()], minors });
      }}
    >
      <Checks legend={text(texts.candidates)} all={candidates} chosen={records} onChosen={setRecords} />
      <Checks legend={text(texts.fields)} all={release.fields} chosen={fields} onChosen={setFields} />
      <div className="inputs">
        <TextInput
          label={text(texts.untilDay)}
          name="until"
          value={until}
          onValue={setUntil}
          type="date"
          required
        />
        <TextInput
          label={text(texts.legalBasis)}
          name="basis"
          value={legalBasis}
          onValue={setLegalBasis}
          required
          className="wide"
        />
      </div>
      <label>
        <input
          type="checkbox"
          name="minors"
          checked={minors}
          onChange={({ target }) => {
            setMinors(target.checked);
          }}
        />{' '}
        {text(texts.minors)}
      </label>
      <div className="actions">
        <button type="submit" disabled={records.length === 0 || fields.length === 0}>
          {text(texts.propose)}
        </button>
      </div>
    </form>
  );
}

interface ChecksProps {
  readonly legend: string;
  readonly all: readonly string[];
  readonly chosen: readonly string[];
  readonly onChosen: (chosen: readonly string[]) => void;
}

function Checks({ legend, all, chosen, onChosen }: ChecksProps): ReactNode {
  return (
    <fieldset>
      <legend>{legend}</legend>
      {all.map((one) => (
        <label key={one}>
          <input
            type="checkbox"
            checked={chosen.includes(one)}
            onChange={({ target }) => {
              onChosen(all.filter((other) => (other === one ? target.checked : chosen.includes(other))));
            }}
          />{' '}
          <code>{one}</code>{' '}
        </label>
      ))}
    </fieldset>
  );
}
