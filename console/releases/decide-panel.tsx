import { type ReactNode, useState } from 'react';
import type { Question } from '../parts/ask-gateway.js';
import { Refused, Waiting } from '../parts/answer-view.js';
import { TextInput } from '../parts/inputs.js';
import { useAsking } from '../parts/use-asked.js';
import { useText } from '../session.js';
import { ProposeForm } from './propose-form.js';
import { approveStep, proposeStep, refuseStep, type Release } from './release.js';
import { releaseTexts as texts } from './release-texts.js';

interface DecidePanelProps {
  readonly release: Release;
  readonly onChange: (release: Release) => void;
}

/** What a release officer of the State can do: propose, approve what another has proposed, or refuse. */
export function DecidePanel({ release, onChange }: DecidePanelProps): ReactNode {
  const text = useText();
  const [asked, ask] = useAsking<{ readonly release: Release }>();
  const [reason, setReason] = useState('');
  const take = async (step: Question<{ readonly release: Release }>): Promise<void> => {
    const answer = await ask(step);
    if (answer !== undefined) onChange(answer.release);
  };
  const { id, proposal } = release;
  return (
    <details open={proposal !== null}>
      <summary>{text(texts.decide)}</summary>
      {proposal !== null && (
        <p className="actions">
          <button type="button" className="first" onClick={() => void take(approveStep(id, proposal.digest))}>
            {text(texts.approve)}
          </button>
          <span className="quiet">{text(texts.approveHint)}</span>
        </p>
      )}
      <ProposeForm release={release} onPropose={(terms) => void take(proposeStep(id, terms))} />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void take(refuseStep(id, reason.trim()));
        }}
      >
        <TextInput
          label={text(texts.refuseReason)}
          name="reason"
          value={reason}
          onValue={setReason}
          required
        />
        <div className="actions">
          <button type="submit">{text(texts.refuse)}</button>
        </div>
      </form>
      {asked.stage === 'ASKING' && <Waiting since={asked.since} />}
      {asked.stage === 'REFUSED' && <Refused problems={asked.problems} />}
    </details>
  );
}
