import { Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { answerOf, api } from '../frame/api.ts';
import { useRenew } from '../frame/use-renew.ts';
import { usePageParam } from '../frame/page-param.ts';
import { PageMissing } from '../frame/page-states.tsx';
import { useGo } from '../frame/use-go.ts';
import { className, CLASSES } from '../fields/lead-field.ts';
import { roleTexts as t } from '../texts/permissions.ts';
import { FormPart } from '../ui/form/form-part.tsx';
import { SaveForm } from '../ui/form/save-form.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { tellDone } from '../ui/tell.ts';
import { allFields, CLASS_FIELDS, ruledRoleName } from './ruled-names.ts';
import { type Access, type KnownField, type RuledRole, useFieldRules, useKnownFields } from './use-field-access.ts';

const ABOVE = { title: t.fields, href: '/admin/settings/field-access' };
const ACCESS = (['hidden', 'masked', 'visible'] as const).map((value) => ({ value, label: t.access[value] }));

type RuleValues = Record<string, Access>;

/** The rules of one role, all at once. */
export default function EditFieldAccessPage() {
  const named = usePageParam('role');
  return (
    <Loaded query={useFieldRules()}>
      {(roles) => {
        const role = roles.find((one) => one.role === named);
        return role ? <RulesOf key={named} role={role} roles={roles} /> : <PageMissing />;
      }}
    </Loaded>
  );
}

function RulesOf({ role, roles }: { readonly role: RuledRole; readonly roles: readonly RuledRole[] }) {
  const known = useKnownFields();
  const fields = allFields(known, roles);
  return (
    <Page title={t.rulesOf(ruledRoleName(role))} state={t.rulesState} above={ABOVE}>
      {known.length === 0 ? null : <RulesForm key={fields.length} role={role} fields={fields} />}
    </Page>
  );
}

function RulesForm({ role, fields }: { readonly role: RuledRole; readonly fields: readonly KnownField[] }) {
  const renew = useRenew();
  const go = useGo();
  const before = new Map(role.rules.map(({ field, access }) => [field, access]));
  const form = useForm<RuleValues>({
    initialValues: Object.fromEntries(fields.map(({ name }) => [name, before.get(name) ?? 'visible'])),
  });
  const words = Object.fromEntries(
    fields.map(({ name, label }) => [name, { label, say: (access: Access) => t.access[access] }]),
  );
  const save = (values: RuleValues) => {
    const rules = Object.entries(values).flatMap(([field, access]) =>
      access === 'visible' ? [] : [{ field, access }],
    );
    return answerOf(api.PUT('/api/v1/settings/field-access', { body: { role: role.role, rules } }));
  };
  return (
    <SaveForm
      form={form}
      save={save}
      summary={{ words, note: () => t.rulesNote }}
      onSaved={() => {
        tellDone(t.rulesSaved);
        renew('field-access');
        go(ABOVE.href);
      }}
      onCancel={() => go(ABOVE.href)}
    >
      <FieldParts form={form} fields={fields} />
    </SaveForm>
  );
}

interface FieldPartsProps {
  readonly form: UseFormReturnType<RuleValues>;
  readonly fields: readonly KnownField[];
}

/** Classes first, then the fields of each; one that is of several classes stands with the most guarded. */
function FieldParts({ form, fields }: FieldPartsProps) {
  const single = fields.filter((field) => !CLASS_FIELDS.includes(field));
  const classOf = ({ classes }: KnownField): string => CLASSES.find((name) => classes.includes(name)) ?? 'other';
  return (
    <>
      <FormPart title={t.class}>
        {CLASS_FIELDS.map((field) => (
          <AccessChoice key={field.name} form={form} field={field} />
        ))}
      </FormPart>
      {CLASSES.map((phiClass) => ({ phiClass, of: single.filter((field) => classOf(field) === phiClass) }))
        .filter(({ of }) => of.length > 0)
        .map(({ phiClass, of }) => (
          <FormPart key={phiClass} title={className(phiClass)}>
            <Stack gap="xs">
              {of.map((field) => (
                <AccessChoice key={field.name} form={form} field={field} />
              ))}
            </Stack>
          </FormPart>
        ))}
    </>
  );
}

const AccessChoice = ({ form, field }: { readonly form: FieldPartsProps['form']; readonly field: KnownField }) => (
  <Group justify="space-between" gap="xs" wrap="nowrap">
    <Text>{field.label}</Text>
    <SegmentedControl
      size="xs"
      miw="max-content"
      data={ACCESS}
      aria-label={field.label}
      {...form.getInputProps(field.name)}
    />
  </Group>
);
