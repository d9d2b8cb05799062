export type LeadFieldTier = 'global' | 'vertical' | 'campaign';
export const FIELD_TYPES = ['text', 'number', 'boolean', 'date', 'select', 'email', 'phone', 'url'] as const;
export type LeadFieldType = (typeof FIELD_TYPES)[number];
export const FIELD_CLASSES = ['identity', 'contact', 'health', 'other'] as const;
export type LeadFieldClass = (typeof FIELD_CLASSES)[number];

/** A field of the lead schema, of any tier. `options` are those of a select. */
export interface LeadField {
  readonly name: string;
  readonly tier: LeadFieldTier;
  readonly type: LeadFieldType;
  readonly phiClass: LeadFieldClass;
  readonly required: boolean;
  readonly label: string;
  readonly options?: readonly string[];
  /** Whether a ping may carry it, and bids be asked for with it. */
  readonly pingSafe?: boolean;
}
