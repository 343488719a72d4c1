import { type ReactNode, useState } from 'react';
import type { Problem } from '../answer.js';
import type { Bilingual } from '../language.js';
import { Refused, Waiting } from '../parts/answer-view.js';
import { saveFile } from '../parts/save-file.js';
import { useSession, useText } from '../session.js';
import { type ExportWanted, fetchExport } from './export.js';

const texts = {
  title: { es: 'Llevarse lo que se busca', en: 'Take away what is searched for' },
  receipts: {
    es: 'con el recibo de cada asiento (para quien los ve enteros)',
    en: "with each entry's receipt (for who sees them whole)",
  },
  entries: { es: 'asientos', en: 'entries' },
  saved: { es: 'Guardado:', en: 'Saved:' },
} as const satisfies Record<string, Bilingual>;

type Progress =
  | { readonly stage: 'FETCHING'; readonly since: number; readonly entries: number }
  | { readonly stage: 'SAVED'; readonly entries: number }
  | { readonly stage: 'REFUSED'; readonly problems: readonly Problem[] };

/** All entries that fit, as a file of the auditor's own; that they were taken is logged. */
export function ExportPanel({ filter }: Pick<ExportWanted, 'filter'>): ReactNode {
  const { declaration, language } = useSession();
  const text = useText();
  const [receipts, setReceipts] = useState(false);
  const [progress, setProgress] = useState<Progress>();
  const take = async (format: ExportWanted['format']): Promise<void> => {
    const since = Date.now();
    const show = (entries: number): void => {
      setProgress({ stage: 'FETCHING', since, entries });
    };
    show(0);
    const exported = await fetchExport({ declaration, language }, { format, receipts, filter }, show);
    if (!exported.ok) {
      setProgress({ stage: 'REFUSED', problems: exported.problems });
      return;
    }
    saveFile(`istmo-audit.${format}`, exported.file);
    setProgress({ stage: 'SAVED', entries: exported.entries });
  };
  const busy = progress?.stage === 'FETCHING';
  return (
    <details className="export">
      <summary>{text(texts.title)}</summary>
      <div className="actions">
        {(['csv', 'ndjson'] as const).map((format) => (
          <button
            key={format}
            type="button"
            disabled={busy}
            onClick={() => {
              void take(format);
            }}
          >
            {format.toUpperCase()}
          </button>
        ))}
        <label>
          <input
            type="checkbox"
            name="receipts"
            checked={receipts}
            onChange={({ target }) => {
              setReceipts(target.checked);
            }}
          />{' '}
          {text(texts.receipts)}
        </label>
      </div>
      <div role="status">
        {progress?.stage === 'FETCHING' && (
          <Waiting since={progress.since}>
            {progress.entries} {text(texts.entries)}
          </Waiting>
        )}
        {progress?.stage === 'SAVED' && (
          <p className="good">
            {text(texts.saved)} {progress.entries} {text(texts.entries)}
          </p>
        )}
      </div>
      {progress?.stage === 'REFUSED' && <Refused problems={progress.problems} />}
    </details>
  );
}
