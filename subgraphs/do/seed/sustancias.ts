/** Drugs and chemicals as the Dominican Republic names them. */
const sustancias: Readonly<Record<string, string>> = {
  Cocaine: 'COCAINA',
  Crack: 'CRACK',
  'Cannabis herb': 'MARIHUANA',
  Heroin: 'HEROINA',
  Methamphetamine: 'METANFETAMINA',
  Amphetamine: 'ANFETAMINA',
  Ecstasy: 'EXTASIS',
  'Acetic anhydride': 'ANHIDRIDO ACETICO',
  Ephedrine: 'EFEDRINA',
  Pseudoephedrine: 'PSEUDOEFEDRINA',
  '1-Phenyl-2-propanone': '1-FENIL-2-PROPANONA',
  'Phenylacetic acid': 'ACIDO FENILACETICO',
  'Methyl alpha-phenylacetoacetate': 'ALFA-FENILACETOACETATO DE METILO',
  Piperonal: 'PIPERONAL',
  Safrole: 'SAFROL',
  'N-Phenethyl-4-piperidone': 'N-FENETIL-4-PIPERIDONA',
  'Potassium permanganate': 'PERMANGANATO DE POTASIO',
  Acetone: 'ACETONA',
  'Ethyl ether': 'ETER ETILICO',
  'Hydrochloric acid': 'ACIDO CLORHIDRICO',
  'Methyl ethyl ketone': 'METILETILCETONA',
  'Sulphuric acid': 'ACIDO SULFURICO',
  Toluene: 'TOLUENO',
  Methylamine: 'METILAMINA',
  'Red phosphorus': 'FOSFORO ROJO',
  'gamma-Butyrolactone': 'GAMMA-BUTIROLACTONA',
};

/** A substance that the list does not have is written as it came. */
export function sustancia(substance: string): string {
  return sustancias[substance] ?? substance.toUpperCase();
}
