/** A model of firearm, as its maker describes it. */
export interface Model {
  readonly make: string;
  readonly model: string;
  readonly calibre: string;
  readonly category: 'PISTOL' | 'REVOLVER' | 'RIFLE' | 'SHOTGUN' | 'SUBMACHINE_GUN';
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly barrelMillimetres: number;
}

const row = (
  make: string,
  model: string,
  calibre: string,
  category: Model['category'],
  country: string,
  barrelMillimetres: number,
): Model => ({ make, model, calibre, category, country, barrelMillimetres });

/** Models that are met in the region. */
export const models: readonly Model[] = [
  row('Glock', '17', '9x19mm', 'PISTOL', 'AT', 114),
  row('Glock', '19', '9x19mm', 'PISTOL', 'AT', 102),
  row('Glock', '22', '.40 S&W', 'PISTOL', 'AT', 114),
  row('Beretta', '92FS', '9x19mm', 'PISTOL', 'IT', 125),
  row('Beretta', 'PX4', '9x19mm', 'PISTOL', 'IT', 102),
  row('Taurus', 'PT92', '9x19mm', 'PISTOL', 'BR', 125),
  row('Taurus', 'G2C', '9x19mm', 'PISTOL', 'BR', 81),
  row('Taurus', '82', '.38 Special', 'REVOLVER', 'BR', 102),
  row('Smith & Wesson', 'M&P9', '9x19mm', 'PISTOL', 'US', 108),
  row('Smith & Wesson', '10', '.38 Special', 'REVOLVER', 'US', 102),
  row('Smith & Wesson', 'M&P15', '5.56x45mm', 'RIFLE', 'US', 406),
  row('Colt', '1911', '.45 ACP', 'PISTOL', 'US', 127),
  row('Colt', 'AR-15', '5.56x45mm', 'RIFLE', 'US', 508),
  row('Ruger', 'P95', '9x19mm', 'PISTOL', 'US', 99),
  row('Ruger', '10/22', '.22 LR', 'RIFLE', 'US', 470),
  row('CZ', '75', '9x19mm', 'PISTOL', 'CZ', 120),
  row('Jericho', '941', '9x19mm', 'PISTOL', 'IL', 112),
  row('IWI', 'Galil', '5.56x45mm', 'RIFLE', 'IL', 460),
  row('Browning', 'Hi-Power', '9x19mm', 'PISTOL', 'BE', 119),
  row('Mossberg', '500', '12 gauge', 'SHOTGUN', 'US', 470),
  row('Remington', '870', '12 gauge', 'SHOTGUN', 'US', 457),
  row('Maverick', '88', '12 gauge', 'SHOTGUN', 'US', 470),
  row('Romarm', 'WASR-10', '7.62x39mm', 'RIFLE', 'RO', 414),
  row('Norinco', 'MAK-90', '7.62x39mm', 'RIFLE', 'CN', 414),
  row('IMI', 'Uzi', '9x19mm', 'SUBMACHINE_GUN', 'IL', 260),
  row('Hi-Point', 'C9', '9x19mm', 'PISTOL', 'US', 89),
];

export const givenNames = {
  F: [
    'Ana',
    'María',
    'Lucía',
    'Carmen',
    'Rosa',
    'Elena',
    'Silvia',
    'Karla',
    'Gloria',
    'Berta',
    'Ana Lucía',
    'Rosa Elena',
  ],
  M: [
    'José',
    'Carlos',
    'Luis',
    'Juan',
    'Mario',
    'Óscar',
    'Edwin',
    'Wilmer',
    'Néstor',
    'Hugo',
    'José Luis',
    'Juan Carlos',
  ],
} as const;

export const familyNames = [
  'Paz',
  'López',
  'Martínez',
  'Hernández',
  'Ramírez',
  'Chacón',
  'Morales',
  'Castillo',
  'Ayala',
  'Portillo',
  'Zelaya',
  'Barrera',
] as const;

export const englishNames = {
  F: ['Linda', 'Karen', 'Alice', 'Donna', 'Ruth'],
  M: ['John', 'Robert', 'Walter', 'Eugene', 'Carl'],
  family: ['Miller', 'Baker', 'Harris', 'Cole', 'Webster', 'Dunn', 'Fox', 'Lane'],
} as const;
