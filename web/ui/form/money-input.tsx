import { TextInput, type TextInputProps } from '@mantine/core';

/** An amount in dollars, as text, so that no digit of it is lost. */
export const MoneyInput = (props: TextInputProps) => (
  <TextInput leftSection="$" inputMode="decimal" autoComplete="off" className="figures" {...props} />
);
