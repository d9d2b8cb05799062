/** Keys of a request that steer its handling; they are never fields of the lead. */
export const CONTROL_KEYS: ReadonlySet<string> = new Set([
  'campaignId',
  'verticalId',
  'partnerId',
  'offerId',
  'isTest',
  'testMode',
  'testResult',
  'validateOnly',
  'shadowAnswer',
  'pingId',
  'parentLeadId',
  'custom',
  'acceptedBuyerIds',
  'expiryMinutes',
]);
