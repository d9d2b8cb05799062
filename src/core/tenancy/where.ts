/** One condition: constant SQL with a `?` for each value. It does not count if one of them is undefined. */
export type Condition = readonly [sql: string, ...values: readonly unknown[]];

/** Conditions joined by AND, with the values that they bind. */
export interface Where {
  readonly text: string;
  readonly values: readonly unknown[];
}

/**
 * The WHERE of what was given and of nothing else: a condition that is true whenever its value is null would keep the
 * planner from the index that fits. `bound` are the values that the statement binds before these.
 */
export function whereOf(conditions: readonly Condition[], bound: readonly unknown[] = []): Where {
  const values = [...bound];
  const given = conditions.filter(([, ...own]) => own.every((value) => value !== undefined));
  const texts = given.map(([sql, ...own]) => {
    const [first = '', ...rest] = sql.split('?');
    if (rest.length !== own.length) throw new TypeError(`${own.length} values for ${rest.length} places: ${sql}`);
    return rest.reduce((text, part, index) => `${text}$${values.push(own[index])}${part}`, first);
  });
  return { text: texts.length === 0 ? 'true' : texts.join(' AND '), values };
}
