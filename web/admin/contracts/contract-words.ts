import type { LeadField } from '../../fields/lead-field.ts';
import { bidTexts as b } from '../../texts/bids.ts';
import { contractTexts as t } from '../../texts/contracts.ts';
import { dispositionTexts as r } from '../../texts/dispositions.ts';
import { duplicateTexts as d } from '../../texts/duplicates.ts';
import { packTexts as p } from '../../texts/packs.ts';
import type { FieldWords } from '../../ui/form/changes.ts';
import { money } from '../../ui/format.ts';
import type { ContractValues } from './contract-values.ts';
import { CAP_WORDS } from '../../contracts/cap-values.ts';
import { PACE_WORDS } from '../../contracts/pace-words.ts';
import { scheduleWords } from '../../contracts/schedule-words.ts';
import { radiusInWords } from '../../contracts/radius-row.ts';
import { filterInWords } from '../../contracts/terms-in-words.ts';

const secret = (label: string) => ({
  label,
  say: (value: string): string => (value === '' ? t.credentialSame : t.credentialChanged),
});

/** What of a change is told before it is saved; credentials only by whether they are new. */
export function contractWords(fields: readonly LeadField[], zone: string): FieldWords<ContractValues> {
  const labelOf = (name: string): string => fields.find((field) => field.name === name)?.label ?? name;
  return {
    name: t.name,
    geoKind: { label: t.geoKind, say: (kind) => (kind === 'exclude' ? t.exclude : t.include) },
    states: t.states,
    zipCodes: t.zipCodes,
    radii: { label: t.radii, say: (rows) => rows.map(radiusInWords).join('; ') || t.noRadii },
    cities: t.cities,
    minAge: t.minAge,
    maxAge: t.maxAge,
    gender: t.gender,
    customFilters: {
      label: t.filters,
      say: (rows) => rows.map((row) => filterInWords(row, fields)).join('; ') || t.noFilters,
    },
    price: { label: t.price, say: (amount) => money(amount) },
    pricingModel: { label: b.model, say: (model) => b.models[model] },
    pingUrl: b.pingUrl,
    pingTimeout: b.pingTimeout,
    minimumBidFloor: { label: b.floor, say: (amount) => money(amount) },
    priority: t.priority,
    weight: t.weight,
    exclusiveMultiplier: t.multiplier,
    whenPackEmpty: { label: p.whenEmpty, say: (rule) => p.emptyRules[rule] },
    sharing: { label: t.sharing, say: (how) => (how === 'alone' ? t.alone : t.shares) },
    ...scheduleWords(zone),
    ...CAP_WORDS,
    ...PACE_WORDS,
    licensedFields: { label: t.licensedFields, say: (names) => names.map(labelOf).join(', ') },
    deliveryUrl: t.deliveryUrl,
    timeout: t.timeout,
    authType: { label: t.authType, say: (type) => t.authTypes[type] },
    username: secret(t.username),
    password: secret(t.password),
    token: secret(t.token),
    headerName: secret(t.headerName),
    dedup: { label: d.contractRule, say: (rule) => d.contractRules[rule] },
    dedupWindowDays: { label: d.windowDays, say: (days) => days || d.contractRules.buyer },
    uncertainPolicy: { label: t.unclear, say: (policy) => t.policies[policy] },
    returnDispositions: r.returnCodes,
    notes: t.notes,
  };
}
