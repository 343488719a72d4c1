import type {
  CaseStatus,
  Commodity,
  ContactDomain,
  ConveyanceKind,
  ConveyanceMode,
  ConveyanceStatus,
  CorruptionOffence,
  CriminalActivity,
  DrugCategory,
  DrugForm,
  FinancialReportCode,
  FirearmStatus,
  FreezeStatus,
  IncbTable,
  LegalStatus,
  LegalSubject,
  LicenceKind,
  OrganizationCategory,
  PrecursorIncidentKind,
  SecurityLevel,
  Sex,
  ShipmentReply,
  StockpileCondition,
  TransactionMode,
} from '../../../schema/types.js';
import type { Model } from '../../world/catalogue.js';

type Codes<Value extends string> = Readonly<Record<Value, string>>;

export const tipoArma: Codes<Model['category']> = {
  PISTOL: 'PIS',
  REVOLVER: 'REV',
  RIFLE: 'RIF',
  SHOTGUN: 'ESC',
  SUBMACHINE_GUN: 'SUB',
};
export const estadoArma: Codes<FirearmStatus> = {
  SEIZED: 'DEC',
  RECOVERED: 'REC',
  LOST: 'EXT',
  STOLEN: 'HUR',
  TRAFFICKED: 'TRF',
  SURRENDERED: 'ENT',
  STATE_HELD: 'EST',
  DESTROYED: 'DES',
};
export const tramite: Codes<LicenceKind> = { EXPORT: 'EXP', IMPORT: 'IMP', TRANSIT: 'TRA', BROKERING: 'COR' };
export const condicion: Codes<StockpileCondition> = {
  SERVICEABLE: 'B',
  REPAIRABLE: 'R',
  UNSERVICEABLE: 'M',
  MIXED: 'V',
};
export const nivel: Readonly<Record<SecurityLevel, number>> = { LEVEL_1: 1, LEVEL_2: 2, LEVEL_3: 3 };
export const claseDroga: Codes<DrugCategory> = {
  COCAINE_TYPE: 'C',
  CANNABIS_TYPE: 'M',
  OPIOIDS: 'H',
  AMPHETAMINE_TYPE: 'A',
  PRECURSORS: 'P',
  OTHER: 'O',
};
export const formaDroga: Codes<DrugForm> = {
  POWDER: 'PO',
  PASTE: 'PA',
  LIQUID: 'LI',
  TABLET: 'TA',
  PLANT: 'PL',
  RESIN: 'RE',
  SEED: 'SE',
  OTHER: 'OT',
};
export const via: Codes<ConveyanceMode> = {
  ROAD: 'TER',
  SEA: 'MAR',
  AIR: 'AER',
  RAIL: 'FER',
  RIVER: 'FLU',
  MAIL: 'COR',
  FOOT: 'PIE',
  OTHER: 'OTR',
};
export const cuadro: Codes<IncbTable> = {
  TABLE_I: 'I',
  TABLE_II: 'II',
  SURVEILLANCE_LIST: 'LV',
  NOT_LISTED: 'NO',
};
export const respuesta: Codes<ShipmentReply> = { NO_OBJECTION: 'SIN', OBJECTION: 'OBJ', PENDING: 'PEN' };
export const incidente: Codes<PrecursorIncidentKind> = {
  SEIZURE: 'INC',
  SUSPICIOUS_SHIPMENT: 'SOS',
  STOPPED_SHIPMENT: 'DET',
  DIVERSION: 'DES',
  ATTEMPTED_DIVERSION: 'INT',
};
export const mercancia: Codes<Commodity> = {
  COCAINE: 'COC',
  HEROIN: 'HER',
  CANNABIS: 'MAR',
  SYNTHETIC_DRUGS: 'SIN',
  PRECURSORS: 'PRE',
  FIREARMS: 'ARM',
  PERSONS: 'PER',
  CASH: 'EFE',
  OTHER: 'OTR',
};
export const sexo: Codes<Sex> = { FEMALE: 'F', MALE: 'M', OTHER: 'O', UNKNOWN: 'I' };
export const claseOrganizacion: Codes<OrganizationCategory> = {
  GANG: 'PAN',
  CARTEL: 'CAR',
  TRAFFICKING_NETWORK: 'RED',
  MONEY_LAUNDERING_NETWORK: 'LAV',
  MIGRANT_SMUGGLING_NETWORK: 'MIG',
  OTHER: 'OTR',
};
export const delito: Codes<CriminalActivity> = {
  DRUG_TRAFFICKING: 'DRO',
  FIREARMS_TRAFFICKING: 'ARM',
  EXTORTION: 'EXT',
  HOMICIDE: 'HOM',
  KIDNAPPING: 'SEC',
  ROBBERY: 'ROB',
  MONEY_LAUNDERING: 'BLA',
  HUMAN_TRAFFICKING: 'TRA',
  MIGRANT_SMUGGLING: 'MIG',
  CORRUPTION: 'COR',
  OTHER: 'OTR',
};
export const claseTransporte: Codes<ConveyanceKind> = { VEHICLE: 'V', VESSEL: 'N', AIRCRAFT: 'A' };
export const estadoTransporte: Codes<ConveyanceStatus> = {
  STOLEN: 'HUR',
  SEIZED: 'APR',
  WANTED: 'BUS',
  RECOVERED: 'REC',
  CLEAR: 'LIB',
};
export const reporte: Codes<FinancialReportCode> = {
  STR: 'ROS',
  SAR: 'RAS',
  CTR: 'REF',
  EFT: 'RTE',
  IFT: 'RTI',
  BCR: 'RCF',
};
export const medio: Codes<TransactionMode> = {
  CASH: 'EFE',
  TRANSFER: 'TRF',
  CHEQUE: 'CHQ',
  CARD: 'TAR',
  VIRTUAL_ASSET: 'VIR',
  REAL_ESTATE: 'INM',
  OTHER: 'OTR',
};
export const estadoAprehension: Codes<FreezeStatus> = {
  REQUESTED: 'SOL',
  FROZEN: 'APR',
  CONFISCATED: 'COM',
  RELEASED: 'LEV',
};
export const delitoCorrupcion: Codes<CorruptionOffence> = {
  BRIBERY: 'COH',
  EMBEZZLEMENT: 'PEC',
  TRADING_IN_INFLUENCE: 'TRI',
  ABUSE_OF_FUNCTIONS: 'ABU',
  ILLICIT_ENRICHMENT: 'ENR',
  OBSTRUCTION_OF_JUSTICE: 'OBS',
  LAUNDERING_OF_PROCEEDS: 'BLA',
};
export const etapa: Codes<CaseStatus> = {
  INVESTIGATION: 'INV',
  PROSECUTION: 'ACU',
  TRIAL: 'JUI',
  CONVICTED: 'CON',
  ACQUITTED: 'ABS',
  CLOSED: 'ARC',
};
export const materiaNorma: Codes<LegalSubject> = {
  CONSPIRACY: 'ASOC',
  INTERCEPTION: 'INTE',
  MONEY_LAUNDERING: 'BLAN',
  SEIZURE: 'APRE',
  PRECURSORS: 'PREC',
  ARMS: 'ARMA',
  JUVENILE_JUSTICE: 'ADOL',
  EXTRADITION: 'EXTR',
  ORGANIZED_CRIME: 'CRIM',
  CORRUPTION: 'CORR',
  DATA_PROTECTION: 'DATO',
  GANGS: 'PAND',
};
export const vigencia: Codes<LegalStatus> = {
  BILL: 'PRO',
  ENACTED: 'PRM',
  IN_FORCE: 'VIG',
  AMENDED: 'REF',
  REPEALED: 'DER',
};
export const materiaContacto: Codes<ContactDomain> = {
  GANGS: 'PAN',
  DRUGS: 'DRO',
  PRECURSORS: 'PRE',
  FIREARMS: 'ARM',
  PERSONS: 'PER',
  MONEY: 'FIN',
  CORRUPTION: 'COR',
  CUSTOMS: 'ADU',
  PREVENTION: 'PRV',
};
