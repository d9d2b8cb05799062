import type { FieldDefinition, PhiClass } from './fields.ts';

export { STATE_CODES } from './us-states.ts';

type Shape = Pick<FieldDefinition, 'type'> & Partial<FieldDefinition>;

const globalField = (phiClass: PhiClass, name: string, label: string, shape: Shape): FieldDefinition => ({
  name,
  label,
  tier: 'global',
  phiClass,
  required: false,
  ...shape,
});

const identity = globalField.bind(null, 'identity');
const contact = globalField.bind(null, 'contact');
const other = globalField.bind(null, 'other');

const SUB_FIELDS = Array.from({ length: 10 }, (_, index) =>
  other(`sub${index + 1}`, `Sub-id ${index + 1}`, { type: 'text', maxLength: 500 }),
);

const CLICK_FIELDS = ['gclid', 'gbraid', 'fbclid', 'fbc', 'fbp', 'visitorId'].map((name) =>
  other(name, name, { type: 'text', maxLength: 1000 }),
);

/**
 * The fields every vertical has. Names, the words consented to and the user agent are kept verbatim:
 * they are evidence or somebody's own, so nothing is trimmed or normalised.
 * `required` here is the least a lead needs; offers and campaigns may ask for more.
 */
export const GLOBAL_FIELDS: readonly FieldDefinition[] = [
  identity('firstName', 'First name', { type: 'text', format: 'verbatim', maxLength: 500, required: true }),
  identity('lastName', 'Last name', { type: 'text', format: 'verbatim', maxLength: 500, required: true }),
  identity('dateOfBirth', 'Date of birth', { type: 'date', format: 'birth_date' }),
  identity('gender', 'Gender', { type: 'text', maxLength: 50 }),
  contact('email', 'E-mail', { type: 'email', required: true }),
  contact('phone', 'Phone', { type: 'phone', required: true }),
  contact('phoneExtension', 'Phone extension', { type: 'text', maxLength: 15 }),
  contact('address', 'Address', { type: 'text', maxLength: 500 }),
  contact('address2', 'Address, second line', { type: 'text', maxLength: 500 }),
  contact('city', 'City', { type: 'text', maxLength: 200 }),
  contact('state', 'State', { type: 'text', format: 'state', pingSafe: true }),
  contact('zipCode', 'ZIP code', { type: 'text', format: 'zip', pingSafe: true }),
  contact('zipPlus4', 'ZIP+4', { type: 'text', format: 'zip_plus_4' }),
  contact('country', 'Country', { type: 'text', maxLength: 100 }),
  contact('ipAddress', 'IP address', { type: 'text', format: 'ip' }),
  other('userAgent', 'User agent', { type: 'text', format: 'verbatim', maxLength: 2000 }),
  other('tcpaConsent', 'TCPA consent', { type: 'boolean' }),
  other('consentTimestamp', 'Time of consent', { type: 'date', format: 'instant' }),
  contact('consentIp', 'IP address of the consent', { type: 'text', format: 'ip' }),
  other('consentText', 'Text consented to', { type: 'text', format: 'verbatim', maxLength: 10_000 }),
  other('trustedFormCertUrl', 'TrustedForm certificate', { type: 'url' }),
  other('jornayaLeadId', 'Jornaya lead id', { type: 'text', maxLength: 100 }),
  other('consentCertUrl', 'Consent certificate', { type: 'url' }),
  other('requestId', 'Reference of the sender', { type: 'text', format: 'verbatim', maxLength: 255 }),
  other('sourceUrl', 'Source page', { type: 'url' }),
  ...SUB_FIELDS,
  ...CLICK_FIELDS,
];
