import type {
  CustodyEventKind,
  DestructionMethod,
  DestructionOrigin,
  FirearmStatus,
  LicenceKind,
  SecurityLevel,
  StockpileCondition,
  TraceOutcome,
  TracePriority,
  TraceRequestStatus,
} from '../../schema/types.js';
import type { Model } from '../world/catalogue.js';
import { numbered } from './code-list.js';

/** Code lists of firearms and their control. */
export const codeListsOfArms = {
  tipo_arma: numbered<Model['category']>({
    PISTOL: 'Pistola',
    REVOLVER: 'Revólver',
    RIFLE: 'Fusil',
    SHOTGUN: 'Escopeta',
    SUBMACHINE_GUN: 'Subametralladora',
  }),
  situacion_arma: numbered<FirearmStatus>({
    SEIZED: 'Decomisada',
    RECOVERED: 'Recuperada',
    LOST: 'Extraviada',
    STOLEN: 'Robada',
    TRAFFICKED: 'Traficada',
    SURRENDERED: 'Entregada',
    STATE_HELD: 'En custodia',
    DESTROYED: 'Destruida',
  }),
  evento_arma: numbered<CustodyEventKind>({
    MANUFACTURE: 'Fabricación',
    IMPORT: 'Importación',
    WHOLESALE: 'Venta por mayor',
    RETAIL_SALE: 'Venta',
    THEFT: 'Robo',
    SEIZURE: 'Decomiso',
  }),
  prioridad: numbered<TracePriority>({ ROUTINE: 'Ordinaria', URGENT: 'Urgente' }),
  estado_rastreo: numbered<TraceRequestStatus>({
    RECEIVED: 'Recibido',
    IN_PROGRESS: 'En trámite',
    COMPLETED: 'Concluido',
    REJECTED: 'Rechazado',
  }),
  resultado_rastreo: numbered<TraceOutcome>({
    TRACED_TO_PURCHASER: 'Hasta comprador',
    TRACED_TO_DEALER: 'Hasta comercio',
    TRACED_TO_MANUFACTURER: 'Hasta fabricante',
    NOT_TRACED: 'Sin resultado',
  }),
  clase_licencia: numbered<LicenceKind>({
    EXPORT: 'Exportación',
    IMPORT: 'Importación',
    TRANSIT: 'Tránsito',
    BROKERING: 'Corretaje',
  }),
  condicion: numbered<StockpileCondition>({
    SERVICEABLE: 'Útil',
    REPAIRABLE: 'Reparable',
    UNSERVICEABLE: 'Inservible',
    MIXED: 'Mixta',
  }),
  seguridad: numbered<SecurityLevel>({ LEVEL_1: 'Nivel I', LEVEL_2: 'Nivel II', LEVEL_3: 'Nivel III' }),
  metodo_destruccion: numbered<DestructionMethod>({
    SMELTING: 'Fundición',
    CUTTING: 'Corte',
    CRUSHING: 'Aplastamiento',
    SHREDDING: 'Trituración',
    BURNING: 'Quema',
    DETONATION: 'Detonación',
    OTHER: 'Otro',
  }),
  procedencia: numbered<DestructionOrigin>({
    SEIZED: 'Decomiso',
    SURPLUS: 'Excedente',
    OBSOLETE: 'Obsoleta',
  }),
};
