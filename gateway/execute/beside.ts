import { z } from 'zod';
import { parseRecordId } from '../../common/record-id.js';
import { type Masked, masks, type Withheld, withholdingReasons } from '../../common/withheld.js';

/** What a node says beside the data (`extensions.istmo`), as far as it is read. */
export interface Beside {
  /** What it says that it withholds, besides what was not asked for. */
  readonly withheld: readonly Withheld[];
  /** What it says that it gives masked. */
  readonly masked: readonly Masked[];
  /** How many records it counted, by the agreement that opened them; undefined where it does not say. */
  readonly counted: Readonly<Record<string, number>> | undefined;
}

const extensionsSchema = z
  .object({
    istmo: z
      .object({
        withheld: z.array(z.unknown()).nullish(),
        masked: z.array(z.unknown()).nullish(),
        counted: z.record(z.string(), z.int().nonnegative()).nullish().catch(null),
      })
      .nullish(),
  })
  .nullish()
  .catch(null);

const withheldSchema = z.object({
  coordinate: z.string().regex(/^[A-Za-z_]\w{0,63}\.[A-Za-z_]\w{0,63}$/u),
  reason: z.enum(withholdingReasons),
  agreement: z.string().max(200).optional(),
  records: z.array(z.string()).optional(),
  retryAt: z.iso.datetime().optional(),
});

const maskedSchema = z.object({
  coordinate: withheldSchema.shape.coordinate,
  mask: z.enum(masks),
  records: z.array(z.string()),
});

/** Reads what a node says beside the data; what is not as it must be is left out. */
export function readBeside(extensions: unknown): Beside {
  if (extensions === undefined) return nothingBeside;
  const { withheld, masked, counted } = extensionsSchema.parse(extensions)?.istmo ?? {};
  return {
    withheld: (withheld ?? []).flatMap((one) => withheldSchema.safeParse(one).data ?? []),
    masked: (masked ?? []).flatMap((one) => maskedSchema.safeParse(one).data ?? []),
    counted: counted ?? undefined,
  };
}

const nothingBeside: Beside = { withheld: [], masked: [], counted: undefined };

/** Leaves out what a State says of records of others. */
export function ofOwnRecords({ withheld, masked, counted }: Beside, state: string): Beside {
  const own = (ids: readonly string[]): string[] => ids.filter((id) => parseRecordId(id)?.state === state);
  return {
    withheld: withheld.map((one) =>
      one.records === undefined ? one : { ...one, records: own(one.records) },
    ),
    masked: masked.map(({ coordinate, mask, records }) => ({ coordinate, mask, records: own(records) })),
    counted,
  };
}
