import type { ReactNode } from 'react';
import type { LeadField } from '../fields/lead-field.ts';
import { contractTexts as t } from '../texts/contracts.ts';
import { duplicateTexts as d } from '../texts/duplicates.ts';
import { packTexts as p } from '../texts/packs.ts';
import { scheduleTexts as s } from '../texts/schedule.ts';
import { Facts } from '../ui/facts.tsx';
import { Money } from '../ui/money.tsx';
import { Section } from '../ui/page.tsx';
import { useZone } from '../ui/time.tsx';
import { capFacts } from './cap-values.ts';
import type { Contract } from './contract-types.ts';
import { nodeOf } from './filter-row.ts';
import { paceFacts } from './pace-words.ts';
import { scheduleFacts } from './schedule-words.ts';
import { agesInWords, againInWords, byClass, filterInWords, placesInWords } from './terms-in-words.ts';

interface Terms {
  readonly contract: Contract;
}
type TermsAndFields = Terms & { readonly fields: readonly LeadField[] };

/** Which leads it takes, in words. */
export const WhichLeadsFacts = ({ contract, fields }: TermsAndFields) => (
  <Section title={t.which}>
    <Facts
      facts={[
        [t.geoKind, placesInWords(contract.geoFilters)],
        [t.ages, agesInWords(contract.demographicFilters)],
        [t.gender, contract.demographicFilters?.gender.join(', ') || t.anyGender],
        [
          t.filters,
          contract.customFilters.length === 0
            ? t.noFilters
            : contract.customFilters.map((filter, index) => (
                <div key={index}>{filterInWords(nodeOf(filter), fields)}</div>
              )),
        ],
        [d.contractRule, againInWords(contract)],
      ]}
    />
  </Section>
);

/** What it pays, and whose turn it is. */
export const MoneyFacts = ({ contract }: Terms) => (
  <Section title={t.howMuch}>
    <Facts
      facts={[
        [t.price, <Money key="price" amount={contract.price} />],
        [t.priority, contract.priority],
        [t.weight, contract.weight],
        [t.multiplier, contract.exclusiveMultiplier],
        [t.sharing, contract.allowMultiSale ? t.shares : t.alone],
        [p.whenEmpty, contract.whenPackEmpty === 'bill' ? p.emptyRules.bill : p.emptyRules.refuse],
        ...capFacts(contract),
        ...paceFacts(contract),
      ]}
    />
  </Section>
);

/** When it buys, in words. */
export const ScheduleFacts = ({ contract }: Terms) => {
  const ownZone = useZone();
  return (
    <Section title={s.when}>
      <Facts facts={scheduleFacts(contract, ownZone)} />
    </Section>
  );
};

/** Which fields the buyer gets, by what they tell of a person. `question` is what they answer. */
export const LicensedFacts = ({
  contract,
  fields,
  question = t.gets,
}: TermsAndFields & { readonly question?: string }) => (
  <Section title={question}>
    <Facts facts={byClass(contract.licensedFields, fields).map(([title, labels]) => [title, labels.join(', ')])} />
  </Section>
);

/** Where leads go, and what follows from an unclear answer. */
export function DeliveryFacts({ contract, action }: Terms & { readonly action: ReactNode }) {
  const auth = contract.deliveryConfig[0]?.authType ?? 'none';
  return (
    <Section title={t.where} action={action}>
      <Facts
        facts={[
          [t.deliveryUrl, contract.deliveryUrl],
          [t.method, t.methodName],
          [t.format, t.formatName],
          [t.timeout, t.seconds(contract.deliveryTimeoutMs / 1000)],
          [t.authType, Object.entries(t.authTypes).find(([type]) => type === auth)?.[1]],
          [t.unclear, contract.uncertainPolicy === 'hold' ? t.policies.hold : t.policies.resend],
        ]}
      />
    </Section>
  );
}
