import { randomInt } from 'node:crypto';

const FIRST = ['Avery', 'Jordan', 'Morgan', 'Riley', 'Casey', 'Quinn', 'Rowan', 'Skyler', 'Emerson', 'Harper'];
const LAST = [
  'Alvarez',
  'Bennett',
  'Castillo',
  'Dawson',
  'Ellison',
  'Fletcher',
  'Garner',
  'Hollis',
  'Iverson',
  'Jennings',
];
const PLACES = [
  { city: 'Austin', state: 'TX', zipCode: '78701', areas: ['512', '737'] },
  { city: 'Houston', state: 'TX', zipCode: '77002', areas: ['713', '281', '832', '346'] },
  { city: 'Evanston', state: 'IL', zipCode: '60201', areas: ['847', '224', '708', '773', '630', '331'] },
] as const;
const TREATMENTS = ['implants', 'braces', 'whitening', 'check-up'];

/** An invented lead that sells in the demo and resembles none before it. Its phone numbers are of the 555 kind. */
export function sampleLead(campaignId: string): Record<string, unknown> {
  const pick = <T>(from: readonly T[]): T => from[randomInt(from.length)] as T;
  const [first, last, place, tag] = [pick(FIRST), pick(LAST), pick(PLACES), randomInt(1_000_000)];
  return {
    campaignId,
    firstName: first,
    lastName: last,
    email: `${first}.${last}.${tag}@example.com`.toLowerCase(),
    phone: `${pick(place.areas)}55${String(randomInt(100_000)).padStart(5, '0')}`,
    city: place.city,
    state: place.state,
    zipCode: place.zipCode,
    dateOfBirth: `19${randomInt(50, 99)}-0${randomInt(1, 10)}-${randomInt(10, 28)}`,
    ipAddress: `203.0.113.${randomInt(1, 255)}`,
    tcpaConsent: true,
    consentText: 'I agree to be called about dental care.',
    custom: { treatment: pick(TREATMENTS) },
  };
}
