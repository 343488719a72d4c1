import type {
  AssistanceDirection,
  AssistanceKind,
  CaseStatus,
  Commodity,
  ContactDomain,
  ConveyanceMode,
  CorruptionOffence,
  CriminalActivity,
  DrugForm,
  FinancialReportCode,
  FirearmStatus,
  FreezeStatus,
  IncbTable,
  LegalStatus,
  LegalSubject,
  OrganizationCategory,
  PrecursorIncidentKind,
  ProgrammeKind,
  Sex,
  ShipmentReply,
  TargetGroup,
  TransactionMode,
} from '../../../schema/types.js';
import type { Model } from '../../world/catalogue.js';

type Letters<Value extends string> = Readonly<Record<Value, string>>;

export const tipoArma: Letters<Model['category']> = {
  PISTOL: 'P',
  REVOLVER: 'R',
  RIFLE: 'F',
  SHOTGUN: 'E',
  SUBMACHINE_GUN: 'S',
};
export const estadoArma: Letters<FirearmStatus> = {
  SEIZED: 'D',
  RECOVERED: 'R',
  LOST: 'E',
  STOLEN: 'H',
  TRAFFICKED: 'T',
  SURRENDERED: 'N',
  STATE_HELD: 'C',
  DESTROYED: 'X',
};
export const presentacion: Letters<DrugForm> = {
  POWDER: 'P',
  PASTE: 'B',
  LIQUID: 'L',
  TABLET: 'T',
  PLANT: 'V',
  RESIN: 'R',
  SEED: 'S',
  OTHER: 'O',
};
export const medioTransporte: Letters<ConveyanceMode> = {
  ROAD: 'T',
  SEA: 'M',
  AIR: 'A',
  RAIL: 'F',
  RIVER: 'R',
  MAIL: 'C',
  FOOT: 'P',
  OTHER: 'O',
};
export const cuadro: Letters<IncbTable> = {
  TABLE_I: '1',
  TABLE_II: '2',
  SURVEILLANCE_LIST: 'V',
  NOT_LISTED: 'N',
};
export const resolucion: Letters<ShipmentReply> = { NO_OBJECTION: 'N', OBJECTION: 'O', PENDING: 'P' };
export const claseIncidente: Letters<PrecursorIncidentKind> = {
  SEIZURE: 'D',
  SUSPICIOUS_SHIPMENT: 'S',
  STOPPED_SHIPMENT: 'R',
  DIVERSION: 'V',
  ATTEMPTED_DIVERSION: 'T',
};
export const mercancia: Letters<Commodity> = {
  COCAINE: 'C',
  HEROIN: 'H',
  CANNABIS: 'M',
  SYNTHETIC_DRUGS: 'S',
  PRECURSORS: 'Q',
  FIREARMS: 'A',
  PERSONS: 'P',
  CASH: 'E',
  OTHER: 'O',
};
export const sexo: Letters<Sex> = { FEMALE: 'F', MALE: 'M', OTHER: 'O', UNKNOWN: 'I' };
export const claseGrupo: Letters<OrganizationCategory> = {
  GANG: 'P',
  CARTEL: 'C',
  TRAFFICKING_NETWORK: 'R',
  MONEY_LAUNDERING_NETWORK: 'L',
  MIGRANT_SMUGGLING_NETWORK: 'M',
  OTHER: 'O',
};
export const actividad: Letters<CriminalActivity> = {
  DRUG_TRAFFICKING: 'TD',
  FIREARMS_TRAFFICKING: 'TA',
  EXTORTION: 'EX',
  HOMICIDE: 'HO',
  KIDNAPPING: 'SE',
  ROBBERY: 'RO',
  MONEY_LAUNDERING: 'LC',
  HUMAN_TRAFFICKING: 'TP',
  MIGRANT_SMUGGLING: 'TM',
  CORRUPTION: 'CO',
  OTHER: 'OT',
};
export const claseReporte: Letters<FinancialReportCode> = {
  STR: 'S',
  SAR: 'A',
  CTR: 'E',
  EFT: 'T',
  IFT: 'I',
  BCR: 'F',
};
export const modo: Letters<TransactionMode> = {
  CASH: 'E',
  TRANSFER: 'T',
  CHEQUE: 'C',
  CARD: 'P',
  VIRTUAL_ASSET: 'V',
  REAL_ESTATE: 'I',
  OTHER: 'O',
};
export const estadoBien: Letters<FreezeStatus> = {
  REQUESTED: 'S',
  FROZEN: 'C',
  CONFISCATED: 'D',
  RELEASED: 'L',
};
export const delito: Letters<CorruptionOffence> = {
  BRIBERY: 'C',
  EMBEZZLEMENT: 'P',
  TRADING_IN_INFLUENCE: 'T',
  ABUSE_OF_FUNCTIONS: 'A',
  ILLICIT_ENRICHMENT: 'E',
  OBSTRUCTION_OF_JUSTICE: 'O',
  LAUNDERING_OF_PROCEEDS: 'L',
};
export const fase: Letters<CaseStatus> = {
  INVESTIGATION: 'I',
  PROSECUTION: 'A',
  TRIAL: 'J',
  CONVICTED: 'C',
  ACQUITTED: 'B',
  CLOSED: 'R',
};
export const clasePrograma: Letters<ProgrammeKind> = {
  PREVENTION: 'P',
  REHABILITATION: 'R',
  REINTEGRATION: 'I',
  EDUCATION: 'E',
  EMPLOYMENT: 'T',
  COMMUNITY_POLICING: 'C',
};
export const poblacion: Letters<TargetGroup> = {
  CHILDREN: 'N',
  YOUTH: 'J',
  FAMILIES: 'F',
  SCHOOLS: 'E',
  COMMUNITIES: 'C',
  PERSONS_IN_PRISON: 'P',
  DEPORTED_PERSONS: 'D',
  OFFICIALS: 'O',
};
export const claseCooperacion: Letters<AssistanceKind> = {
  TRAINING: 'C',
  EQUIPMENT: 'E',
  EXPERTS: 'X',
  LEGISLATION: 'L',
  INFORMATION_SYSTEMS: 'S',
  FORENSICS: 'F',
};
export const sentido: Letters<AssistanceDirection> = { OFFERED: 'O', REQUESTED: 'S' };
export const temaLey: Letters<LegalSubject> = {
  CONSPIRACY: 'AI',
  INTERCEPTION: 'IC',
  MONEY_LAUNDERING: 'LC',
  SEIZURE: 'CO',
  PRECURSORS: 'PR',
  ARMS: 'AR',
  JUVENILE_JUSTICE: 'PJ',
  EXTRADITION: 'EX',
  ORGANIZED_CRIME: 'DO',
  CORRUPTION: 'CR',
  DATA_PROTECTION: 'DP',
  GANGS: 'PA',
};
export const estadoLey: Letters<LegalStatus> = {
  BILL: 'P',
  ENACTED: 'A',
  IN_FORCE: 'V',
  AMENDED: 'R',
  REPEALED: 'D',
};
export const temaContacto: Letters<ContactDomain> = {
  GANGS: 'P',
  DRUGS: 'D',
  PRECURSORS: 'Q',
  FIREARMS: 'A',
  PERSONS: 'S',
  MONEY: 'L',
  CORRUPTION: 'C',
  CUSTOMS: 'U',
  PREVENTION: 'V',
};
