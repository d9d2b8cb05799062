import { Select, type SelectProps } from '@mantine/core';

interface ChoiceProps extends Omit<SelectProps, 'data' | 'value' | 'defaultValue' | 'onChange'> {
  readonly data: readonly { readonly value: string; readonly label: string }[];
  readonly value?: string;
  readonly onChange?: (value: string) => void;
}

const MANY = 8;

/** One of several, kept as text that is blank where nothing is chosen. Many can be searched. */
export const Choice = ({ data, value = '', onChange, ...rest }: ChoiceProps) => (
  <Select
    data={[...data]}
    value={value === '' ? null : value}
    onChange={(next) => onChange?.(next ?? '')}
    searchable={data.length > MANY}
    allowDeselect={rest.clearable === true}
    limit={200}
    {...rest}
  />
);
