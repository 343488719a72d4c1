import * as z from 'zod/mini';
import type { Question } from '../parts/ask-gateway.js';

const recordSchema = z.object({
  record: z.string(),
  purpose: z.string(),
  shown: z.array(z.string()),
  masked: z.array(z.object({ field: z.string(), mask: z.string() })),
  conditional: z.array(z.string()),
  hitOn: z.array(z.string()),
  agreements: z.array(z.string()),
});

const sharingSchema = z.object({
  me: z.object({ agency: z.string(), country: z.string() }),
  memberStates: z.array(z.object({ code: z.string(), nodeStatus: z.string() })),
  sharing: z.array(
    z.object({
      state: z.string(),
      agency: z.string(),
      isKnown: z.boolean(),
      records: z.array(recordSchema),
    }),
  ),
});

/** What all States share with all agencies, by the agreements in force. */
export type AllSharing = z.infer<typeof sharingSchema>;

/** What one State shares with one agency. */
export type AgencySharing = AllSharing['sharing'][number];

/** Of one record type, for one purpose. */
export type RecordSharing = AgencySharing['records'][number];

export const sharingQuestion: Question<AllSharing> = {
  query: `query WhoGivesWhatToWhom {
    me { agency country }
    memberStates { code nodeStatus }
    sharing {
      state agency isKnown
      records { record purpose shown masked { field mask } conditional hitOn agreements }
    }
  }`,
  data: sharingSchema,
};
