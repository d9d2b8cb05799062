import { Text } from '@mantine/core';
import { money } from './format.ts';

/** An amount of the API; a dash where there is none. */
export function Money({ amount }: { readonly amount: string | number | null | undefined }) {
  if (amount === null || amount === undefined) return <span>–</span>;
  const isNegative = Number(amount) < 0;
  return (
    <Text span inherit className="figures" {...(isNegative ? { c: 'var(--mantine-color-error)' } : {})}>
      {money(amount)}
    </Text>
  );
}

/** The amount as the API has it, so that a spreadsheet can add it up. */
Money.inText = ({ amount }: { readonly amount: string | number | null | undefined }): string => String(amount ?? '');
