/** A gateway's reply with one of everything that the account shows. */
export const reply = {
  data: { firearmTraces: [{ state: 'GT', hit: 'HIT', records: [{ id: 'GT:Firearm:4711' }] }] },
  extensions: {
    istmo: {
      requestId: '1b4e28ba-2fa1-41d2-883f-0016d3cca427',
      states: [
        { code: 'GT', status: 'ANSWERED', ms: 14.2 },
        { code: 'US', status: 'UNAVAILABLE', ms: 3000 },
      ],
      withheld: [
        { state: 'GT', coordinate: 'FirearmTrace.lastKnownPurchaser', reason: 'NOT_IN_AGREEMENT' },
        {
          state: 'GT',
          coordinate: 'Firearm.seizure',
          reason: 'PURPOSE_NOT_COVERED',
          agreement: 'GT-US-ATF-2026-01',
          records: ['GT:Firearm:4711'],
        },
        { state: 'US', coordinate: 'FirearmTrace', reason: 'STATE_UNAVAILABLE' },
      ],
      audit: { entry: 1234 },
    },
  },
};
