import type { CropSiteFact, DrugSeizureFact, LaboratoryFact } from '../../world/facts/drugs.js';
import type { StateFacts } from '../../world/facts/state-facts.js';
import type { Random } from '../../world/random.js';
import { allRowsOf, chained, dayFirst, type Row, rowsOf } from '../../world/tables.js';
import { codeOf, lists } from './code-lists.js';
import { countries, departmentNumber, registered } from './codes.js';
import { publishedDrugRows } from './published-drugs.js';

/** Drugs as they are called in Guatemala. */
const drugNames: Readonly<Record<string, string>> = {
  Cocaine: 'Cocaína',
  Crack: 'Crack',
  'Cannabis herb': 'Marihuana',
  Heroin: 'Heroína',
  Methamphetamine: 'Metanfetamina',
  Ecstasy: 'Éxtasis',
};

/** Events after those that were published to UNODC: their numbers go on from there. */
const firstOwn = 1_000;

/** Hectares in a manzana, the measure of land that the field teams use. */
const hectaresInManzana = 0.7;
const kilogramsInPound = 0.453592;

export function drugTables(
  random: Random,
  { drugSeizures, cropSites, laboratories }: StateFacts,
): readonly (readonly [string, Iterable<Row>])[] {
  return [
    [
      'incautacion_droga',
      chained(
        publishedDrugRows(),
        rowsOf(drugSeizures, (seizure) => seizureRow(random, seizure)),
      ),
    ],
    ['incautacion_persona', allRowsOf(drugSeizures, personLinks)],
    ['incautacion_red', allRowsOf(drugSeizures, networkLinks)],
    ['cultivo', rowsOf(cropSites, (site) => cropRow(random, site))],
    ['laboratorio', rowsOf(laboratories, (laboratory) => laboratoryRow(random, laboratory))],
    ['laboratorio_precursor', allRowsOf(laboratories, precursorRows)],
  ];
}

function seizureRow(random: Random, seizure: DrugSeizureFact): Row {
  const { number, quantityKilograms, quantityUnits, route } = seizure;
  // some clerks weigh in pounds, and one office counted parcels
  const unit = route === 0 ? 'Kilogram' : random.pick(['Kilogram', 'Kilogram', 'Kilogram', 'Libra']);
  const parcels = route !== 0 && random.chance(0.02);
  const kilograms = quantityKilograms ?? 0;
  const weight = unit === 'Libra' ? Math.round((kilograms / kilogramsInPound) * 100) / 100 : kilograms;
  const plants = quantityKilograms === null && quantityUnits !== null;
  return {
    id_incautacion: firstOwn + number,
    fecha: dayFirst(seizure.seizedAt),
    lugar: seizure.place.municipality,
    cod_depto: departmentNumber(seizure.place),
    droga: drugNames[seizure.substance] ?? seizure.substance,
    cantidad: plants ? quantityUnits : weight,
    unidad: plants ? 'Plants' : parcels ? 'Bulto' : unit,
    ocultamiento: seizure.concealment,
    instalacion: null,
    transporte: null,
    pais_productor: countryName(seizure.origin),
    pais_salida: seizure.transit.length === 0 ? null : seizure.transit.map(countryName).join(','),
    pais_destino: countryName(seizure.destination),
    cod_forma: codeOf(lists.drugForm, seizure.form),
    pureza: seizure.purityPercent,
    marca_paquete: seizure.packagingMarks,
    cod_medio: codeOf(lists.mode, seizure.mode),
    id_medio: seizure.conveyance,
    no_expediente: seizure.caseNumber,
    id_ruta: route,
    institucion: random.pick(['SGAIA', 'PNC', 'Ejército', 'SAT']),
    ...registered(random, seizure),
  };
}

function countryName(iso: string | null): string | null {
  return countries.find(([code]) => code === iso)?.[1] ?? null;
}

function personLinks({ number, persons }: DrugSeizureFact): readonly Row[] {
  return persons.map((person) => ({ id_incautacion: firstOwn + number, id_persona: person }));
}

function networkLinks({ number, organizations }: DrugSeizureFact): readonly Row[] {
  return organizations.map((organization) => ({ id_incautacion: firstOwn + number, id_red: organization }));
}

function cropRow(random: Random, site: CropSiteFact): Row {
  const manzanas = (hectares: number): number => Math.round((hectares / hectaresInManzana) * 100) / 100;
  return {
    id_sitio: site.number,
    cod_cultivo: codeOf(lists.crop, site.crop),
    manzanas: manzanas(site.hectares),
    manzanas_erradicadas: manzanas(site.eradicatedHectares),
    fec_reconocimiento: dayFirst(site.surveyedOn),
    cod_depto: departmentNumber(site.place),
    municipio: site.place.municipality,
    ...registered(random, site),
  };
}

function laboratoryRow(random: Random, laboratory: LaboratoryFact): Row {
  return {
    id_laboratorio: laboratory.number,
    fec_hallazgo: dayFirst(laboratory.foundOn),
    cod_depto: departmentNumber(laboratory.place),
    municipio: laboratory.place.municipality,
    producto: laboratory.product,
    cod_droga: codeOf(lists.drugCategory, laboratory.productCategory),
    libras_mes: Math.round(laboratory.capacityKilogramsPerMonth / kilogramsInPound),
    institucion: random.pick(['SGAIA', 'MP']),
    ...registered(random, laboratory),
  };
}

function precursorRows({ number, precursorsFound }: LaboratoryFact): readonly Row[] {
  return precursorsFound.map((sustancia) => ({ id_laboratorio: number, sustancia }));
}
