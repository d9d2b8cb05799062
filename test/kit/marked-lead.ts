import type { FieldDefinition } from '../../src/leads/intake/index.ts';

type Field = Pick<FieldDefinition, 'name' | 'type'> & Partial<FieldDefinition>;

/** A lead each of whose values can be told from everything else in the world. */
export interface MarkedLead {
  readonly body: Readonly<Record<string, unknown>>;
  /** Of each field, the texts under which an export must show it: as sent, and as kept. */
  readonly shown: Readonly<Record<string, readonly string[]>>;
  /** Texts of it that may stand in clear nowhere. */
  readonly secret: readonly string[];
  /** Short ones of them: to be looked for as whole words only. */
  readonly short: readonly string[];
}

interface Mark {
  readonly raw: unknown;
  /** As kept, where that differs. */
  readonly kept?: string;
  /** Neither text can be told from other texts. */
  readonly common?: true;
  readonly short?: true;
}

const CODE = 'WY';

/** Marks by format, for the global fields of a special shape. */
const FORMATS: Readonly<Record<string, (tag: string, index: number) => Mark>> = {
  birth_date: () => ({ raw: '1961-07-23' }),
  instant: () => ({ raw: '2019-03-04T05:06:07.089Z', kept: '2019-03-04T05:06:07.000Z' }),
  zip: () => ({ raw: '03902', short: true }),
  zip_plus_4: () => ({ raw: '0917', common: true }),
  // The code of the state stands in clear, as a limited data set may; its name as sent does not.
  state: () => ({ raw: 'Wyoming', kept: CODE }),
  ip: (_tag, index) => ({ raw: `198.51.100.${100 + index}` }),
};

const TYPES: Readonly<Record<FieldDefinition['type'], (tag: string, index: number, field: Field) => Mark>> = {
  text: (tag, index) => ({ raw: `${tag}x${index}` }),
  email: (tag, index) => ({ raw: `${tag.toUpperCase()}x${index}@Example.com`, kept: `${tag}x${index}@example.com` }),
  phone: (_tag, index) => ({ raw: `(212) 355-01${10 + index}`, kept: `+121235501${10 + index}` }),
  url: (tag, index) => ({ raw: `https://${tag}.example/x${index}` }),
  number: () => ({ raw: 7391.8264 }),
  date: () => ({ raw: '1957-11-03' }),
  boolean: () => ({ raw: true, common: true }),
  select: (_tag, _index, { options = [] }) => ({ raw: options[0] ?? '', common: true }),
};

/** Marks every one of the fields, and two that nobody defined; `tag` is of lower-case letters and digits. */
export function markedLead(tag: string, campaignId: string, fields: readonly Field[]): MarkedLead {
  const marks = fields.map((field, index): [string, Mark] => {
    const mark = FORMATS[field.format ?? ''] ?? TYPES[field.type];
    return [field.name, mark(tag, index, field)];
  });
  const undefinedOnes: [string, Mark][] = [['favouriteColour', { raw: `${tag}u1` }]];
  const all = [...marks, ...undefinedOnes];
  const texts = ({ raw, kept }: Mark): string[] => [String(raw), ...(kept === undefined ? [] : [kept])];
  const told = all.filter(([, mark]) => mark.common !== true);
  return {
    body: {
      campaignId,
      ...Object.fromEntries(all.map(([name, { raw }]) => [name, raw])),
      nested: { deep: [`${tag}u2`] },
    },
    shown: { ...Object.fromEntries(all.map(([name, mark]) => [name, texts(mark)])), nested: [`${tag}u2`] },
    secret: [
      tag,
      tag.toUpperCase(),
      ...told
        .filter(([, mark]) => mark.short !== true)
        .flatMap(([, mark]) => texts(mark).filter((text) => text !== CODE)),
    ],
    short: told.filter(([, mark]) => mark.short === true).flatMap(([, mark]) => texts(mark)),
  };
}
