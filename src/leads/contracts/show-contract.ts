import type { Caller } from '../../core/access/index.ts';
import { type Shown, showProfile, withIsoDates } from '../../core/gate/index.ts';
import { formatCents } from '../../kernel/money.ts';
import type { ContractRow } from './contract-store.ts';
import { showCaps } from './cap-wire.ts';
import { contractProfile } from './contract-wire.ts';
import { showSchedule } from './schedule-wire.ts';
import type { ContractTermsStored } from './store.ts';

/** A contract as answers show it, filters in the spelling that requests may use. Never a secret. */
export function showContract(row: ContractRow, caller: Caller): Shown {
  const { terms } = row;
  const price = formatCents(terms.priceCents);
  return {
    ...withIsoDates(row),
    ...showProfile(contractProfile, row.profile, caller),
    ...showBidding(terms),
    price,
    pricePerLead: price,
    priority: terms.priority,
    weight: terms.weight,
    ...showCaps(terms.caps),
    ...showSchedule(terms.schedule, terms.pacing, terms.ramp),
    exclusiveMultiplier: formatCents(terms.exclusiveMultiplierBp / 100),
    ruleType: terms.exclusiveOnly ? 'exclusive' : 'multisale',
    allowMultiSale: !terms.exclusiveOnly,
    geoFilters: showGeo(terms),
    demographicFilters: showDemographic(terms),
    customFilters: terms.custom,
    licensedFields: terms.licensedFields,
    deliveryMethod: 'http_post',
    deliveryFormat: 'json',
    deliveryUrl: terms.delivery?.url ?? null,
    deliveryTimeoutMs: terms.delivery?.timeoutMs ?? 10_000,
    deliveryConfig: showDelivery(terms),
    uncertainPolicy: terms.uncertainPolicy,
    whenPackEmpty: terms.whenPackEmpty ?? 'refuse',
    dedupEnabled: terms.dedup?.enabled ?? null,
    dedupWindowDays: terms.dedup?.windowDays ?? null,
  };
}

function showBidding({ bidding }: ContractTermsStored): Shown {
  return {
    pricingModel: bidding ? 'ping_post' : 'fixed',
    requiresPing: bidding !== undefined && bidding !== null,
    pingUrl: bidding?.url || null,
    pingAuthType: bidding?.authType ?? null,
    pingTimeout: bidding?.timeoutMs ?? null,
    pingFields: bidding?.fields ?? [],
    minimumBidFloor: bidding ? formatCents(bidding.floorCents) : null,
  };
}

function showGeo({ geo }: ContractTermsStored): Shown | null {
  if (geo === null) return null;
  const { states, cities, radii = [], exclude } = geo;
  const zipCodes = [...geo.zipCodes, ...geo.zipPrefixes.map((prefix) => `${prefix}*`)];
  return { states, zipCodes, cities, radii, exclude };
}

function showDemographic({ demographic }: ContractTermsStored): Shown | null {
  if (demographic === null) return null;
  return { minAge: demographic.minAge, maxAge: demographic.maxAge, gender: demographic.genders };
}

function showDelivery({ delivery }: ContractTermsStored): Shown[] {
  if (delivery === null) return [];
  const { url, timeoutMs, authType } = delivery;
  return [
    {
      id: 'primary',
      type: 'http_post',
      enabled: true,
      isPrimary: true,
      url,
      format: 'json',
      timeout: timeoutMs / 1000,
      authType,
    },
  ];
}
