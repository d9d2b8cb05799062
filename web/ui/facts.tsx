import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import css from './facts.module.css';

export type Fact = readonly [label: string, value: ReactNode];

/** What is known of one thing, name beside value. */
export const Facts = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <dl className={css.facts}>
    {facts.map(([label, value]) => (
      <div key={label} className={css.fact}>
        <Text component="dt" size="sm" c="dimmed">
          {label}
        </Text>
        <Text component="dd" m={0} className="figures">
          {value ?? '–'}
        </Text>
      </div>
    ))}
  </dl>
);
