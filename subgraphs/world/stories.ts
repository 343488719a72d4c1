/** The pistol of the demo: sold in the United States, seized in El Salvador, never seen in Guatemala. */
export const demoFirearm = { serialNumber: 'BKR4471', make: 'Glock', calibre: '9x19mm' } as const;

/** Two pistols of the same batch as that of the demo: one stolen in Guatemala, one seized in Honduras, both sold in the United States. */
export const demoBatch = { serialNumbers: ['BKR4473', 'BKR4468'], make: 'Glock' } as const;

/** Firearms of lower numbers are of a story. */
export const storyFirearms = 8;

/** The seizure of the demo, in El Salvador: five firearms, four of which other States know. */
export const demoSeizure = {
  state: 'SV',
  caseNumber: 'FGR-SV-2023-00417',
  firearms: 5,
  knownElsewhere: 4,
} as const;

/** A pistol that crossed three borders: sold in the United States, stolen in Guatemala, seized in Honduras. */
export const demoStolenFirearm = { serialNumber: 'TKW20260', make: 'Taurus', calibre: '9x19mm' } as const;

/** A gang with cliques in four States; the United States know it by its movements. */
export const demoGang = { name: 'Mara Salitre', states: ['BZ', 'GT', 'HN', 'SV', 'US'] } as const;

/** A person whom three States know, by the same document, not all by the same name. */
export const demoPerson = {
  personName: 'Wilmer Portillo Zelaya',
  birthDate: '1991-04-17',
  nationality: 'SV',
  nationalIdentification: '04471993-2',
  states: ['GT', 'HN', 'SV'],
} as const;

/** A cocaine route with legs in five States and seizures in each of them during the last twelve months. */
export const demoRoute = {
  name: 'Corredor del Pacífico',
  commodity: 'COCAINE',
  origin: 'CO',
  destination: 'US',
  states: ['PA', 'CR', 'NI', 'HN', 'GT'],
} as const;

/** A network that moves cocaine along the route of the demo. */
export const demoOrganization = { name: 'Red Tres Puertos', states: ['CR', 'GT', 'HN', 'PA', 'US'] } as const;

/** A shipment of acetic anhydride that the United States announced and Guatemala received short. */
export const demoShipment = {
  notificationNumber: 'PEN-US-2026-00077',
  substance: 'Acetic anhydride',
  casNumber: '108-24-7',
  exportingState: 'US',
  importingState: 'GT',
  quantityKilograms: 4000,
  quantityReceivedKilograms: 2600,
} as const;

/** Two sides of one transfer of arms: what the United States exported, Honduras recorded in part. */
export const demoLicence = {
  exportingState: 'US',
  importingState: 'HN',
  exportLicenceNumber: 'US-EXP-2025-00310',
  importLicenceNumber: 'HN-IMP-2025-00118',
  quantityExported: 600,
  quantityReceived: 480,
} as const;

/** A lorry that three States know. */
export const demoConveyance = {
  registration: 'C 482 BTR',
  vin: '1FUJGLDR7CSBM4471',
  states: ['GT', 'HN', 'PA'],
} as const;

/** The day of the demo: nothing was recorded after it. */
export const today = '2026-11-24';
