import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reasonSentence, type RefusalCode, rejectionText } from './reasons.ts';

test('the rejection texts are those of the wire contract', () => {
  assert.deepEqual(
    [
      rejectionText('invalid_field', 'email'),
      rejectionText('campaign_inactive'),
      rejectionText('consent_required'),
      rejectionText('missing_trusted_form'),
    ],
    ['Invalid field: email', 'Campaign inactive', 'TCPA consent required', 'Missing TrustedForm certificate'],
  );
});

test('every reason has a sentence of its own', () => {
  const codes: Record<RefusalCode, true> = {
    contract_inactive: true,
    other_vertical: true,
    buyer_inactive: true,
    agreement_missing: true,
    pack_empty: true,
    over_credit: true,
    outside_schedule: true,
    field_missing: true,
    geo_mismatch: true,
    place_unknown: true,
    demographic_mismatch: true,
    custom_mismatch: true,
    consent_not_given: true,
    consent_not_named: true,
    cap_reached: true,
    buyer_cap_reached: true,
    exclusive_only: true,
    had_before: true,
    duplicate: true,
    suppressed: true,
    not_quoted: true,
    no_bid: true,
    bid_not_taken: true,
    margin_too_small: true,
  };
  const sentences = Object.keys(codes).map((code) =>
    reasonSentence(code as RefusalCode, { filter: 'custom', field: 'plan', bound: 'PPO', cap: 'daily leads' }),
  );
  assert.equal(new Set(sentences).size, sentences.length);
  for (const sentence of sentences) assert.match(sentence, /^[A-Z].*\.$/);
});

test('a missing field is named with the filter that needs it', () => {
  assert.equal(
    reasonSentence('field_missing', { filter: 'demographics', field: 'dateOfBirth' }),
    'The demographics filter needs the field dateOfBirth, which the lead does not have.',
  );
});
