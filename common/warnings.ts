/** What a warning says, to whoever runs the program. */
interface WarningKind {
  readonly en: string;
  readonly es: string;
}

/** What an operator should see to: each before anything has to stop, but for the first. */
export const warningKinds = {
  NOT_WRITABLE: {
    en: 'the log cannot be written: nothing is disclosed until it can',
    es: 'la bitácora no se puede escribir: nada se divulga hasta que se pueda',
  },
  BACKLOG_HIGH: {
    en: 'many entries wait to be numbered and synced: the disk or database is too slow',
    es: 'muchos asientos esperan número y disco: el disco o la base de datos no da abasto',
  },
  QUEUE_LAGS: {
    en: 'entries of the shared log have waited for two seconds to be numbered: the gateway that numbers is slow or gone',
    es: 'hay asientos de la bitácora compartida que llevan dos segundos sin número: la pasarela que numera es lenta o ya no está',
  },
  DISK_LOW: {
    en: 'less than 1 GiB is left for the log',
    es: 'queda menos de 1 GiB para la bitácora',
  },
  DISK_FILLS: {
    en: 'at the rate of the last day, what is left for the log is full within 14 days',
    es: 'al ritmo del último día, lo que queda para la bitácora se llena en menos de 14 días',
  },
  WITNESS_REFUSES: {
    en: 'a witness saw another log in the name of this one',
    es: 'un testigo vio otra bitácora a nombre de esta',
  },
  AGREEMENTS_NOT_TAKEN: {
    en: 'agreements were put there that are wrong: the last good ones stay in force',
    es: 'se pusieron convenios con errores: siguen vigentes los últimos correctos',
  },
} as const satisfies Readonly<Record<string, WarningKind>>;

export type Warning = keyof typeof warningKinds;
