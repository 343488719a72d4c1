import { type Model, models } from '../../world/catalogue.js';
import type { Tables } from '../../world/clerk.js';
import { tipoArma } from './codigos.js';

const makes = [...new Set(models.map(({ make }) => make))].sort();
const calibres = [...new Set(models.map(({ calibre }) => calibre))].sort();

/** The model of which nothing is known. */
export const unknownModel = 0;

export function modelNumber({ make, model }: Model): number {
  return models.findIndex((one) => one.make === make && one.model === model) + 1;
}

/** Makes, calibres and models of firearms; the first of each is the one that is not known. */
export function firearmCatalogues(): Tables {
  return [
    [
      'marca',
      [
        { marca_id: 0, nombre: 'NO CONSTA' },
        ...makes.map((nombre, index) => ({ marca_id: index + 1, nombre })),
      ],
    ],
    ['calibre', calibres.map((nombre, index) => ({ calibre_id: index + 1, nombre }))],
    [
      'modelo',
      [
        {
          modelo_id: unknownModel,
          marca_id: 0,
          calibre_id: null,
          nombre: 'NO CONSTA',
          tipo: '?',
          pais: null,
          canon_milimetros: null,
        },
        ...models.map((model) => ({
          modelo_id: modelNumber(model),
          marca_id: makes.indexOf(model.make) + 1,
          calibre_id: calibres.indexOf(model.calibre) + 1,
          nombre: model.model,
          tipo: tipoArma[model.category],
          pais: model.country,
          canon_milimetros: model.barrelMillimetres,
        })),
      ],
    ],
  ];
}
