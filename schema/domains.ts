/** A domain of the shared language: a file of `schema/member/`, and what of the declaration it answers. */
export interface Domain {
  /** Name of the file, without its ending. */
  readonly file: string;
  readonly english: string;
  readonly spanish: string;
  /** Paragraphs of the Declaration of 2007; none for what all domains share. */
  readonly paragraphs: readonly number[];
}

const domain = (
  file: string,
  english: string,
  spanish: string,
  ...paragraphs: readonly number[]
): Domain => ({
  file,
  english,
  spanish,
  paragraphs,
});

export const domains: readonly Domain[] = [
  domain('common', 'What all domains share', 'Lo que comparten todos los dominios'),
  domain('firearms', 'Firearms', 'Armas de fuego', 22, 23, 24, 25, 26),
  domain('arms-control', 'Arms control', 'Control de armas', 23, 27, 28, 29),
  domain('drugs', 'Drugs', 'Drogas', 10, 15, 17),
  domain('precursors', 'Precursors', 'Precursores', 10, 12, 13, 14),
  domain('routes', 'Routes and conveyances', 'Rutas y medios de transporte', 10, 17, 24),
  domain('persons', 'Persons', 'Personas', 5, 24),
  domain('organizations', 'Criminal organizations', 'Organizaciones criminales', 17, 24),
  domain('gangs', 'Gangs', 'Pandillas', 1, 2, 3, 4, 5, 6, 7, 8, 9),
  domain('money', 'Money and corruption', 'Dinero y corrupción', 10, 12, 21),
  domain('prevention', 'Prevention and practice', 'Prevención y prácticas', 1, 2, 3, 5, 6, 7, 9),
  domain('law', 'Law', 'Leyes', 8, 12, 16, 18, 19),
  domain('contacts', 'People to call', 'A quién llamar', 5, 26),
  domain('statistics', 'Picture of the region', 'Panorama de la región', 4, 11, 17),
];
