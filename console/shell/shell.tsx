import { type ReactNode, Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import { initialLanguage, keepLanguage } from '../chosen-language.js';
import type { Declaration } from '../declaration.js';
import { type Session, SessionContext } from '../session.js';
import { storeDeclaration, storedDeclaration } from '../stored-declaration.js';
import { texts } from '../texts.js';
import { Boundary } from './boundary.js';
import { Header } from './header.js';
import { routeOf } from './routes.js';

/** The pages, one at a time, beneath what they share: who asks, in which language, and the way to the others. */
export function Shell(): ReactNode {
  const [language, setLanguage] = useState(initialLanguage);
  const [declaration, setDeclaration] = useState(storedDeclaration);
  const hash = useSyncExternalStore(onHashChange, () => location.hash);
  const { section, route, rest } = routeOf(hash);
  const [suggested, setSuggested] = useState<{ readonly path: string; readonly officer: string }>();
  useEffect(() => {
    storeDeclaration(declaration);
    keepLanguage(language);
    document.documentElement.lang = language;
    document.title = `${route.title[language]} · Istmo`;
  }, [declaration, language, route]);
  const session: Session = {
    language,
    declaration,
    declare: (changed: Partial<Declaration>) => {
      setDeclaration((before) => ({ ...before, ...changed }));
    },
    suggest: (officer) => {
      setSuggested({ path: route.path, officer });
    },
  };
  const { Page } = route;
  return (
    <SessionContext value={session}>
      <Header
        section={section}
        route={route}
        officer={suggested?.path === route.path ? suggested.officer : route.officer}
        onLanguage={setLanguage}
      />
      <main id="page" tabIndex={-1} className={route.path === '' ? 'whole' : 'page'}>
        <Boundary key={route.path}>
          <Suspense fallback={<p className="quiet opening">{texts.opening[language]}</p>}>
            <Page rest={rest} />
          </Suspense>
        </Boundary>
      </main>
    </SessionContext>
  );
}

function onHashChange(changed: () => void): () => void {
  addEventListener('hashchange', changed);
  return () => {
    removeEventListener('hashchange', changed);
  };
}
