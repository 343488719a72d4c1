import type {
  Commodity,
  ContactDomain,
  ConveyanceMode,
  CriminalActivity,
  DrugCategory,
  DrugForm,
  FinancialReportCode,
  FirearmStatus,
  IllicitCrop,
  IncbTable,
  LegalStatus,
  LegalSubject,
  OrganizationCategory,
  PrecursorIncidentKind,
  Sex,
  ShipmentReply,
  TransactionMode,
} from '../../../schema/types.js';
import type { Model } from '../../world/catalogue.js';

type Words<Value extends string> = Readonly<Record<Value, string>>;

export const tipoArma: Words<Model['category']> = {
  PISTOL: 'PISTOLA',
  REVOLVER: 'REVOLVER',
  RIFLE: 'FUSIL',
  SHOTGUN: 'ESCOPETA',
  SUBMACHINE_GUN: 'SUBAMETRALLADORA',
};
export const situacion: Words<FirearmStatus> = {
  SEIZED: 'INCAUTADA',
  RECOVERED: 'RECUPERADA',
  LOST: 'PERDIDA',
  STOLEN: 'ROBADA',
  TRAFFICKED: 'TRAFICADA',
  SURRENDERED: 'ENTREGADA',
  STATE_HELD: 'DEL ESTADO',
  DESTROYED: 'DESTRUIDA',
};
export const grupo: Words<DrugCategory> = {
  COCAINE_TYPE: 'COCAINICOS',
  CANNABIS_TYPE: 'CANNABICOS',
  OPIOIDS: 'OPIACEOS',
  AMPHETAMINE_TYPE: 'ANFETAMINICOS',
  PRECURSORS: 'PRECURSORES',
  OTHER: 'OTROS',
};
export const presentacion: Words<DrugForm> = {
  POWDER: 'POLVO',
  PASTE: 'PASTA',
  LIQUID: 'LIQUIDO',
  TABLET: 'PASTILLA',
  PLANT: 'VEGETAL',
  RESIN: 'RESINA',
  SEED: 'SEMILLA',
  OTHER: 'OTRA',
};
export const via: Words<ConveyanceMode> = {
  ROAD: 'TERRESTRE',
  SEA: 'MARITIMA',
  AIR: 'AEREA',
  RAIL: 'FERROVIARIA',
  RIVER: 'FLUVIAL',
  MAIL: 'COURIER',
  FOOT: 'A PIE',
  OTHER: 'OTRA',
};
export const planta: Words<IllicitCrop> = {
  COCA_BUSH: 'COCA',
  OPIUM_POPPY: 'AMAPOLA',
  CANNABIS_PLANT: 'MARIHUANA',
};
export const lista: Words<IncbTable> = {
  TABLE_I: 'CUADRO I',
  TABLE_II: 'CUADRO II',
  SURVEILLANCE_LIST: 'VIGILANCIA',
  NOT_LISTED: 'FUERA DE LISTA',
};
export const respuesta: Words<ShipmentReply> = {
  NO_OBJECTION: 'SIN OBJECION',
  OBJECTION: 'OBJETADO',
  PENDING: 'PENDIENTE',
};
export const incidente: Words<PrecursorIncidentKind> = {
  SEIZURE: 'INCAUTACION',
  SUSPICIOUS_SHIPMENT: 'EMBARQUE SOSPECHOSO',
  STOPPED_SHIPMENT: 'EMBARQUE DETENIDO',
  DIVERSION: 'DESVIO',
  ATTEMPTED_DIVERSION: 'INTENTO DE DESVIO',
};
export const mercancia: Words<Commodity> = {
  COCAINE: 'COCAINA',
  HEROIN: 'HEROINA',
  CANNABIS: 'MARIHUANA',
  SYNTHETIC_DRUGS: 'DROGAS SINTETICAS',
  PRECURSORS: 'PRECURSORES',
  FIREARMS: 'ARMAS',
  PERSONS: 'PERSONAS',
  CASH: 'EFECTIVO',
  OTHER: 'OTRA',
};
export const sexo: Words<Sex> = {
  FEMALE: 'FEMENINO',
  MALE: 'MASCULINO',
  OTHER: 'OTRO',
  UNKNOWN: 'NO CONSTA',
};
export const claseOrganizacion: Words<OrganizationCategory> = {
  GANG: 'PANDILLA',
  CARTEL: 'CARTEL',
  TRAFFICKING_NETWORK: 'RED DE TRAFICO',
  MONEY_LAUNDERING_NETWORK: 'RED DE LAVADO',
  MIGRANT_SMUGGLING_NETWORK: 'RED DE VIAJES ILEGALES',
  OTHER: 'OTRA',
};
export const actividad: Words<CriminalActivity> = {
  DRUG_TRAFFICKING: 'DROGAS',
  FIREARMS_TRAFFICKING: 'ARMAS',
  EXTORTION: 'EXTORSION',
  HOMICIDE: 'HOMICIDIO',
  KIDNAPPING: 'SECUESTRO',
  ROBBERY: 'ROBO',
  MONEY_LAUNDERING: 'LAVADO',
  HUMAN_TRAFFICKING: 'TRATA',
  MIGRANT_SMUGGLING: 'VIAJES ILEGALES',
  CORRUPTION: 'CORRUPCION',
  OTHER: 'OTRAS',
};
export const tipoReporte: Words<FinancialReportCode> = {
  STR: 'ROS',
  SAR: 'RAS',
  CTR: 'RTE',
  EFT: 'RTF',
  IFT: 'RTI',
  BCR: 'RMF',
};
export const modo: Words<TransactionMode> = {
  CASH: 'EFECTIVO',
  TRANSFER: 'TRANSFERENCIA',
  CHEQUE: 'CHEQUE',
  CARD: 'TARJETA',
  VIRTUAL_ASSET: 'ACTIVO VIRTUAL',
  REAL_ESTATE: 'INMUEBLE',
  OTHER: 'OTRO',
};
export const tema: Words<LegalSubject> = {
  CONSPIRACY: 'ASOCIACION DE MALHECHORES',
  INTERCEPTION: 'INTERCEPTACION',
  MONEY_LAUNDERING: 'LAVADO',
  SEIZURE: 'INCAUTACION',
  PRECURSORS: 'PRECURSORES',
  ARMS: 'ARMAS',
  JUVENILE_JUSTICE: 'MENORES',
  EXTRADITION: 'EXTRADICION',
  ORGANIZED_CRIME: 'CRIMEN ORGANIZADO',
  CORRUPTION: 'CORRUPCION',
  DATA_PROTECTION: 'DATOS PERSONALES',
  GANGS: 'PANDILLAS',
};
export const estadoLey: Words<LegalStatus> = {
  BILL: 'PROYECTO',
  ENACTED: 'PROMULGADA',
  IN_FORCE: 'VIGENTE',
  AMENDED: 'MODIFICADA',
  REPEALED: 'DEROGADA',
};
export const temaContacto: Words<ContactDomain> = {
  GANGS: 'PANDILLAS',
  DRUGS: 'DROGAS',
  PRECURSORS: 'PRECURSORES',
  FIREARMS: 'ARMAS',
  PERSONS: 'PERSONAS',
  MONEY: 'LAVADO',
  CORRUPTION: 'CORRUPCION',
  CUSTOMS: 'ADUANAS',
  PREVENTION: 'PREVENCION',
};
