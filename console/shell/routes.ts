import { type ComponentType, lazy, type LazyExoticComponent } from 'react';
import type { Bilingual } from '../language.js';
import type { PageProps } from './page-props.js';

/** A page, as its part of the address after `#` names it. */
export interface Route {
  /** `''`, `/agreements/why` */
  readonly path: string;
  readonly title: Bilingual;
  /** Fetched when the page is first opened, so that no page makes another slower. */
  readonly Page: LazyExoticComponent<ComponentType<PageProps>>;
  /** Of the demo's officers, whose token it is best tried with. */
  readonly officer: string;
}

/** Pages that belong together, as the navigation has them. */
export interface Section {
  readonly title: Bilingual;
  readonly routes: readonly Route[];
}

const auditor = 'sv-sica-regional-auditor';

export const sections: readonly Section[] = [
  {
    title: { es: 'Consultar', en: 'Ask' },
    routes: [
      {
        path: '',
        title: { es: 'Consultar', en: 'Ask' },
        Page: lazy(() => import('../ask/ask-page.js')),
        officer: 'us-atf-tracer',
      },
    ],
  },
  {
    title: { es: 'Convenios', en: 'Agreements' },
    routes: [
      {
        path: '/agreements',
        title: { es: 'Quién da qué a quién', en: 'Who gives what to whom' },
        Page: lazy(() => import('../agreements/matrix-page.js')),
        officer: 'gt-pdh-national-auditor',
      },
      {
        path: '/agreements/why',
        title: { es: '¿Por qué?', en: 'Why?' },
        Page: lazy(() => import('../agreements/why-page.js')),
        officer: 'us-atf-tracer',
      },
    ],
  },
  {
    title: { es: 'Entregas', en: 'Releases' },
    routes: [
      {
        path: '/releases',
        title: { es: 'Entregas de registros', en: 'Releases of records' },
        Page: lazy(() => import('../releases/list-page.js')),
        officer: 'hn-atic-release-officer',
      },
      {
        path: '/releases/ask',
        title: { es: 'Pedir un registro', en: 'Ask for a record' },
        Page: lazy(() => import('../releases/request-page.js')),
        officer: 'gt-pnc-investigator',
      },
    ],
  },
  {
    title: { es: 'Auditoría', en: 'Audit' },
    routes: [
      {
        path: '/audit',
        title: { es: 'Buscar en la bitácora', en: 'Search the log' },
        Page: lazy(() => import('../audit/log-page.js')),
        officer: auditor,
      },
      {
        path: '/audit/entry',
        title: { es: 'Un asiento', en: 'One entry' },
        Page: lazy(() => import('../audit/entry-page.js')),
        officer: auditor,
      },
      {
        path: '/audit/record',
        title: { es: 'Quién leyó un registro', en: 'Who read a record' },
        Page: lazy(() => import('../audit/record-page.js')),
        officer: auditor,
      },
      {
        path: '/audit/figures',
        title: { es: 'Cifras', en: 'Figures' },
        Page: lazy(() => import('../audit/figures-page.js')),
        officer: auditor,
      },
      {
        path: '/audit/signs',
        title: { es: 'Indicios de mal uso', en: 'Signs of misuse' },
        Page: lazy(() => import('../audit/signs-page.js')),
        officer: auditor,
      },
    ],
  },
];

/** What an address opens. */
export interface Opened {
  readonly section: Section;
  readonly route: Route;
  readonly rest: string;
}

/** The page that `#…` names: the longest path that fits; where none does, the first page. */
export function routeOf(hash: string): Opened {
  const path = hash.replace(/^#/u, '');
  const all = sections.flatMap((section) => section.routes.map((route) => ({ section, route })));
  const fitting = all.filter(({ route }) => path === route.path || path.startsWith(`${route.path}/`));
  const [best] = fitting.sort((one, other) => other.route.path.length - one.route.path.length);
  const found = best ?? all[0];
  if (found === undefined) throw new Error('no pages');
  return { ...found, rest: path.slice(found.route.path.length + 1) };
}
