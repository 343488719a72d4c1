import { publishedSeizures } from '../../world/drug-seizures.js';
import { dayFirst, type Row } from '../../world/tables.js';
import { departmentOf } from './departments.js';

/** The events that Guatemala reported to UNODC, as it published them: texts in English, blanks and spellings as they are. */
export function publishedDrugRows(): readonly Row[] {
  return publishedSeizures('Guatemala').map((seizure, index) => ({
    id_incautacion: index + 1,
    fecha: dayFirst(seizure.SEIZURE_DATE),
    lugar: seizure.ADMINISTRATIVE_DIVISION,
    cod_depto: departmentOf(seizure.ADMINISTRATIVE_DIVISION),
    droga: seizure.DRUG_NAME,
    cantidad: Number(seizure.AMOUNT),
    unidad: seizure.DRUG_UNIT,
    ocultamiento: seizure.HIDING_PLACE,
    instalacion: seizure.INSTALLATION,
    transporte: seizure.TRANSPORT,
    pais_productor: seizure.PRODUCING_COUNTRY,
    pais_salida: seizure.DEPARTURE_COUNTRY,
    pais_destino: seizure.DESTINATION_COUNTRY,
    cod_forma: null,
    pureza: null,
    marca_paquete: null,
    cod_medio: null,
    id_medio: null,
    no_expediente: null,
    id_ruta: null,
    institucion: 'Reported to UNODC, Individual Drug Seizures',
    fec_registro: null,
    fec_actualizacion: null,
    fec_vence: null,
    cod_manejo: 0,
    instrucciones: null,
    fuente: null,
    exactitud: null,
  }));
}
