/** Scopes of the wire contract, of which a key holds some. */
export const SCOPES = [
  'posting',
  'routing',
  'messaging',
  'calls',
  'call_data_write',
  'admin',
  'admin_billing',
] as const;
export type Scope = (typeof SCOPES)[number];
