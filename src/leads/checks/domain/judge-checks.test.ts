import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CHECK_KINDS, CHECK_RESULTS, checkRefusal, FAIL_MODES, NO_ANSWERS } from './judge-checks.ts';

const check = fc.record({
  kind: fc.constantFrom(...CHECK_KINDS),
  failMode: fc.constantFrom(...FAIL_MODES),
  outcome: fc.constantFrom(...CHECK_RESULTS, ...NO_ANSWERS),
});
const isBad = ({ outcome }: { readonly outcome: string }): boolean => outcome === 'listed' || outcome === 'invalid';

test('a bad answer refuses the lead whatever the fail mode, and is named by the kind of the first one', () => {
  fc.assert(
    fc.property(fc.array(check, { maxLength: 6 }), (checks) => {
      const first = checks.find(isBad);
      if (first) assert.equal(checkRefusal(checks), `check_${first.kind}`);
    }),
  );
});

test('without a bad answer a lead is refused exactly if one that is needed is missing', () => {
  fc.assert(
    fc.property(
      fc.array(
        check.filter((one) => !isBad(one)),
        { maxLength: 6 },
      ),
      (checks) => {
        const lacks = checks.some(({ outcome, failMode }) => outcome !== 'clear' && failMode === 'refuse');
        assert.equal(checkRefusal(checks), lacks ? 'check_unavailable' : undefined);
      },
    ),
  );
});

test('a lead without checks, or with clear ones alone, is not refused', () => {
  assert.equal(checkRefusal([]), undefined);
  assert.equal(checkRefusal([{ kind: 'dnc', failMode: 'refuse', outcome: 'clear' }]), undefined);
});
