import { publishedSeizures } from '../../world/drug-seizures.js';
import type { Row } from '../../world/tables.js';

/** The events that El Salvador reported to UNODC, as it published them. */
export function publishedDrugRows(): readonly Row[] {
  return publishedSeizures('El Salvador').map((seizure, index) => ({
    correlativo: index + 1,
    fecha: seizure.SEIZURE_DATE,
    depto: seizure.ADMINISTRATIVE_DIVISION,
    lugar: seizure.PLACE,
    droga: seizure.DRUG_NAME,
    gramos: Number(seizure.AMOUNT),
    ocultamiento: seizure.HIDING_PLACE,
    instalacion: seizure.INSTALLATION,
    transporte: seizure.TRANSPORT,
    productor: seizure.PRODUCING_COUNTRY,
    procedencia: seizure.DEPARTURE_COUNTRY,
    destino: seizure.DESTINATION_COUNTRY,
    control: seizure.ROUTING,
    presentacion: null,
    unidades: null,
    pureza: null,
    marca: null,
    referencia_fiscal: null,
    unidad: 'Reported to UNODC, Individual Drug Seizures',
    ingreso: null,
    modificado: null,
    vence: null,
    manejo: 'H0',
    fuente: null,
  }));
}
