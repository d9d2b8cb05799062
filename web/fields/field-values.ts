import type { FormErrors } from '@mantine/form';
import { fieldTexts as t } from '../texts/fields.ts';
import type { FieldBody } from './field-owner.ts';

/** A field of leads as its form holds it. */
export type FieldValues = {
  name: string;
  label: string;
  fieldType: NonNullable<FieldBody['fieldType']>;
  required: boolean;
  options: string[];
  phiClass: NonNullable<FieldBody['phiClass']>;
};

/** A new field: health data until somebody says otherwise. */
export const NEW_FIELD: FieldValues = {
  name: '',
  label: '',
  fieldType: 'text',
  required: false,
  options: [],
  phiClass: 'health',
};

/** What the form says of its values before anything is sent. */
export const fieldRules = ({ name, fieldType, options }: FieldValues): FormErrors => ({
  name: /^[a-z][a-zA-Z0-9]{0,63}$/.test(name) ? null : t.fieldNameFault,
  options: fieldType === 'select' && options.length === 0 ? t.fieldOptionsFault : null,
});

/** What is sent of the form: a label that was taken back is the name again. */
export const fieldBody = ({ label, options, ...values }: FieldValues): FieldBody => ({
  ...values,
  label: label.trim() === '' ? values.name : label.trim(),
  ...(values.fieldType === 'select' ? { options } : {}),
});
