import type { FormErrors } from '@mantine/form';
import type { Body } from '../../frame/ok.ts';
import { verticalTexts as t } from '../../texts/verticals.ts';

type FieldBody = Body<'/api/v1/verticals/{verticalId}/custom-fields', 'post'>;

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

/** What is sent of the form. */
export const fieldBody = ({ label, options, ...values }: FieldValues): FieldBody => ({
  ...values,
  ...(label.trim() === '' ? {} : { label: label.trim() }),
  ...(values.fieldType === 'select' ? { options } : {}),
});
