/** What kind of consent the sale of a lead needs. */
export type ConsentKind =
  /** The campaign's own consent is enough. */
  | 'any'
  /** It must name the receiving buyer. */
  | 'named'
  /** A signed authorisation that names the recipient. */
  | 'signed';

interface ConsentRule {
  readonly regime: string;
  /** States in which the rule holds; everywhere if none. */
  readonly states?: readonly string[];
  readonly needs: ConsentKind;
  /** First day of the rule, `YYYY-MM-DD`. */
  readonly since: string;
  readonly source: string;
}

/** Law as dated data. What is unclear is decided on the safe side, and marked for counsel in `docs/compliance`. */
const CONSENT_RULES: readonly ConsentRule[] = [
  { regime: 'hipaa', needs: 'signed', since: '2013-09-23', source: '45 CFR 164.508(a)(4), 164.502(a)(5)(ii)' },
  { regime: 'sud_part2', needs: 'signed', since: '2024-04-16', source: '42 CFR 2.31' },
  { regime: 'cms_tpmo', needs: 'named', since: '2024-10-01', source: '42 CFR 422.2274(g)(4)' },
  { regime: 'consumer_health', states: ['WA'], needs: 'signed', since: '2024-03-31', source: 'RCW 19.373.070' },
];

const STRENGTH: readonly ConsentKind[] = ['any', 'named', 'signed'];

/** The strictest consent that applies to a sale under a regime, for a person in a state, on a day (`YYYY-MM-DD`). */
export function neededConsent(sale: {
  readonly regime: string;
  readonly state: string | null;
  readonly day: string;
}): ConsentKind {
  const found = CONSENT_RULES.filter(
    (rule) =>
      rule.regime === sale.regime &&
      rule.since <= sale.day &&
      (!rule.states || sale.state === null || rule.states.includes(sale.state)),
  );
  return found.reduce<ConsentKind>(
    (strictest, rule) => (STRENGTH.indexOf(rule.needs) > STRENGTH.indexOf(strictest) ? rule.needs : strictest),
    'any',
  );
}
