import type { Model } from '../../world/catalogue.js';

/** How makes are written in El Salvador, besides their own name. */
export const makeSpellings: Readonly<Record<string, readonly string[]>> = {
  Glock: ['GLOCK', 'Glok', 'GLOCK GMBH'],
  Beretta: ['P.BERETTA', 'BERETTA'],
  Taurus: ['TAURUS', 'Forjas Taurus'],
  'Smith & Wesson': ['S&W', 'SMITH WESSON', 'SMITH AND WESSON'],
  Colt: ['COLT'],
  Ruger: ['RUGER', 'STURM RUGER'],
  Jericho: ['JERICHO', 'Yericó'],
  IWI: ['I.W.I.'],
  Browning: ['BROWNING'],
  Mossberg: ['MOSSBERG', 'Mosberg'],
  Remington: ['REMINGTON'],
  Maverick: ['MAVERICK'],
  Romarm: ['ROMARM'],
  Norinco: ['NORINCO'],
  IMI: ['I.M.I.'],
  'Hi-Point': ['HI POINT'],
};

export const calibreSpellings: Readonly<Record<string, readonly string[]>> = {
  '9x19mm': ['9MM', '9 mm', '9x19'],
  '5.56x45mm': ['5.56'],
  '7.62x39mm': ['7.62'],
  '.38 Special': ['38'],
  '.45 ACP': ['45'],
  '12 gauge': ['12'],
  '.22 LR': ['22'],
  '.40 S&W': ['40'],
};

export const kindSpellings: Readonly<Record<Model['category'], readonly string[]>> = {
  PISTOL: ['PISTOLA', 'Pistola'],
  REVOLVER: ['REVOLVER'],
  RIFLE: ['FUSIL', 'RIFLE'],
  SHOTGUN: ['ESCOPETA'],
  SUBMACHINE_GUN: ['SUBAMETRALLADORA'],
};
