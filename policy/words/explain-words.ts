import type { WithholdingReason } from '../../common/withheld.js';
import type { Explanation, GrantAccount } from '../explain.js';
import type { Lacking } from '../explain-lacking.js';
import { conditionWords, maskWords } from './condition-words.js';
import { both, either, type Language, type Words } from './language.js';

/** An explanation as people read it, a line a fact. */
export function explainWords(explanation: Explanation, language: Language): readonly string[] {
  const { applied, near } = explanation;
  const title = (words: Words, accounts: readonly GrantAccount[]): readonly string[] =>
    accounts.length === 0
      ? []
      : [words[language], ...accounts.map((account) => `  ${accountWords(account, language)}`)];
  return [
    `${explanation.coordinate}: ${verdictWords(explanation, language)}`,
    ...(explanation.minorsProtected && explanation.record === undefined ? [minorsText[language]] : []),
    ...title({ en: 'Agreements that give it:', es: 'Convenios que lo dan:' }, applied),
    ...title({ en: 'Agreements that nearly give it:', es: 'Convenios que casi lo dan:' }, near),
  ];
}

const minorsText: Words = {
  en: 'Persons who were under 18 at the event, or may have been, stay protected unless a grant says otherwise.',
  es: 'Quien tenía menos de 18 años en el hecho, o pudo tenerlos, sigue protegido salvo que una concesión diga otra cosa.',
};

const ofTexts: Readonly<Record<Explanation['of'], Words>> = {
  EVERY_RECORD: { en: 'of every record', es: 'de todo registro' },
  SOME_RECORDS: {
    en: 'only of records that fit the conditions below',
    es: 'solo de registros que cumplen las condiciones de abajo',
  },
  THIS_RECORD: { en: 'of this record', es: 'de este registro' },
};

/** `masked, only its year, of every record` */
export function verdictWords(explanation: Explanation, language: Language): string {
  const english = language === 'en';
  const of = ofTexts[explanation.of][language];
  switch (explanation.verdict) {
    case 'SHOWN':
      return `${english ? 'shown' : 'se muestra'}, ${of}`;
    case 'MASKED':
      return `${english ? 'masked' : 'enmascarado'}, ${explanation.mask === undefined ? '' : `${maskWords(explanation.mask, language)}, `}${of}`;
    case 'WITHHELD': {
      const reason = explanation.reason === undefined ? '' : reasonTexts[explanation.reason][language];
      const because = explanation.because === undefined ? '' : ` (${explanation.because})`;
      const nearest =
        explanation.nearest === undefined
          ? ''
          : `; ${english ? 'nearest' : 'el más cercano'}: ${explanation.nearest}`;
      return `${english ? 'withheld' : 'no se muestra'}, ${reason}${because} [${explanation.reason ?? ''}]${nearest}`;
    }
  }
}

const reasonTexts: Readonly<Record<WithholdingReason, Words>> = {
  NOT_IN_AGREEMENT: {
    en: 'no agreement with this agency gives it',
    es: 'ningún convenio con esta agencia lo da',
  },
  PURPOSE_NOT_COVERED: {
    en: 'an agreement gives it, for another purpose',
    es: 'un convenio lo da, para otra finalidad',
  },
  ROLE_NOT_COVERED: { en: 'an agreement gives it, to another role', es: 'un convenio lo da, a otro rol' },
  AGREEMENT_EXPIRED: {
    en: 'an agreement gives it, on other days',
    es: 'un convenio lo da, en otras fechas',
  },
  MASKED: { en: 'it is masked', es: 'está enmascarado' },
  HIT_ONLY: {
    en: 'only whether there is a record may be told',
    es: 'solo se puede decir si hay un registro',
  },
  MINOR_PROTECTED: {
    en: 'it would identify a person who was under 18, or may have been',
    es: 'identificaría a quien tenía menos de 18 años, o pudo tenerlos',
  },
  FILTER_WITHHELD: {
    en: 'the query filters or sorts by what may not be seen',
    es: 'la consulta filtra u ordena por lo que no se puede ver',
  },
  NOT_OFFERED: { en: 'the State does not hold it', es: 'el Estado no lo tiene' },
  QUOTA_EXHAUSTED: { en: 'the quota is used up', es: 'se agotó la cuota' },
  STATE_TIMEOUT: { en: 'the State did not answer in time', es: 'el Estado no contestó a tiempo' },
  STATE_UNAVAILABLE: { en: 'the State cannot be reached', es: 'no se alcanza al Estado' },
  STATE_ERROR: { en: "the State's node failed", es: 'el nodo del Estado falló' },
};

function accountWords(account: GrantAccount, language: Language): string {
  const english = language === 'en';
  const { agreement, grant, hit, mask, where, lacking } = account;
  const facts = [
    ...(hit === undefined
      ? []
      : [`${english ? 'hit or no hit by' : 'coincidencia o no por'} ${both(hit, language)}`]),
    ...(mask === undefined ? [] : [maskWords(mask, language)]),
    ...(where === undefined ? [] : [`${english ? 'where' : 'donde'} ${conditionWords(where, language)}`]),
    ...lacking.map((one) => lackingWords(one, language)),
  ];
  const place = `${agreement}, ${english ? 'grant' : 'concesión'} ${String(grant)}`;
  return facts.length === 0 ? place : `${place}: ${facts.join('; ')}`;
}

/** `is for FIREARM_TRACING or CUSTOMS_CONTROL` */
export function lackingWords(lacking: Lacking, language: Language): string {
  const english = language === 'en';
  switch (lacking.lacks) {
    case 'AGENCY':
      return english ? `is with ${lacking.wants}` : `es con ${lacking.wants}`;
    case 'PURPOSE':
      return `${english ? 'is for' : 'es para'} ${either(lacking.wants, language)}`;
    case 'CASE':
      return `${english ? 'is for the case' : 'es para el caso'} ${lacking.wants}`;
    case 'ROLE':
      return `${english ? 'is for the role' : 'es para el rol'} ${either(lacking.wants, language)}`;
    case 'DATE': {
      const { from, until } = lacking.wants;
      return english ? `holds from ${from} until ${until}` : `rige del ${from} al ${until}`;
    }
    case 'WHERE':
      return `${english ? 'this record does not fit' : 'este registro no cumple'}: ${conditionWords(lacking.wants, language)}`;
    case 'FILTER':
      return english
        ? `does not give ${both(lacking.wants, 'en')} unmasked, by which the query finds records`
        : `no da sin máscara ${both(lacking.wants, 'es')}, por lo que la consulta busca`;
    case 'FIELD':
      return english ? 'tells only whether there is a record' : 'solo dice si hay un registro';
    case 'MINORS':
      return minorsLack[lacking.wants][language];
  }
}

const minorsLack: Readonly<Record<'MINOR' | 'UNKNOWN_AGE', Words>> = {
  MINOR: {
    en: 'the person was under 18: it does not say minors: true with a legal basis',
    es: 'la persona tenía menos de 18 años: no dice minors: true con base legal',
  },
  UNKNOWN_AGE: {
    en: 'the age is not known: it does not say unknownAge: ALLOW',
    es: 'no se conoce la edad: no dice unknownAge: ALLOW',
  },
};
