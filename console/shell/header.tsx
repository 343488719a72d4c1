import type { ReactNode } from 'react';
import type { Language } from '../language.js';
import { useSession, useText } from '../session.js';
import { texts } from '../texts.js';
import { type Route, type Section, sections } from './routes.js';
import { TokenNote } from './token-note.js';

interface HeaderProps {
  readonly section: Section;
  readonly route: Route;
  readonly officer: string;
  readonly onLanguage: (language: Language) => void;
}

/** What stands above every page: the way to the others, who asks, and the language. */
export function Header({ section, route, officer, onLanguage }: HeaderProps): ReactNode {
  const text = useText();
  return (
    <header className="shell">
      <a className="skip" href="#page" onClick={toPage}>
        {text(texts.skip)}
      </a>
      <div className="top">
        <strong className="brand">Istmo</strong>
        <nav aria-label={text(texts.pages)}>
          {sections.map((one) => (
            <a
              key={one.title.en}
              href={`#${one.routes[0]?.path ?? ''}`}
              aria-current={one === section ? 'true' : undefined}
            >
              {text(one.title)}
            </a>
          ))}
        </nav>
        <LanguageSwitch onLanguage={onLanguage} />
      </div>
      <TokenField officer={officer} />
      {section.routes.length > 1 && (
        <nav className="within" aria-label={text(section.title)}>
          {section.routes.map((one) => (
            <a key={one.path} href={`#${one.path}`} aria-current={one === route ? 'page' : undefined}>
              {text(one.title)}
            </a>
          ))}
        </nav>
      )}
    </header>
  );
}

/** Moves to the page without changing the address, which names the page. */
function toPage(event: { readonly preventDefault: () => void }): void {
  event.preventDefault();
  document.getElementById('page')?.focus();
}

function TokenField({ officer }: Pick<HeaderProps, 'officer'>): ReactNode {
  const { declaration, declare } = useSession();
  const text = useText();
  return (
    <div className="token">
      <label>
        <span>{text(texts.token)}</span>
        <input
          name="token"
          type="text"
          autoComplete="off"
          spellCheck={false}
          placeholder="eyJ…"
          value={declaration.token}
          onChange={({ target }) => {
            declare({ token: target.value });
          }}
        />
      </label>
      <TokenNote officer={officer} />
    </div>
  );
}

function LanguageSwitch({ onLanguage }: Pick<HeaderProps, 'onLanguage'>): ReactNode {
  const { language } = useSession();
  const text = useText();
  return (
    <div className="languages" role="group" aria-label={text(texts.language)}>
      {(['es', 'en'] as const).map((code) => (
        <button
          key={code}
          type="button"
          lang={code}
          title={code === 'es' ? 'Español' : 'English'}
          aria-label={code === 'es' ? 'ES, Español' : 'EN, English'}
          aria-pressed={language === code}
          onClick={() => {
            onLanguage(code);
          }}
        >
          {code.toUpperCase()}
        </button>
      ))}
    </div>
  );
}
