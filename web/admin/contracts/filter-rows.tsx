import { ActionIcon, Button, Group, Input, Paper, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { LeadField } from '../../fields/lead-field.ts';
import { contractTexts as t } from '../../texts/contracts.ts';
import type { ContractPart } from './contract-part.ts';
import {
  type FilterGroupRow,
  type FilterNode,
  type FilterRow,
  isGroupRow,
  NEW_ROW,
  operatorsFor,
} from '../../contracts/filter-row.ts';
import { FilterValue } from './filter-value.tsx';

const KINDS = Object.entries(t.groupKinds).map(([value, label]) => ({ value, label }));
/** Groups that stand in each other. */
const MAX_DEPTH = 3;

/** Conditions on fields of the lead, and groups of them: all must hold. */
export function FilterRows({ form, fields }: ContractPart) {
  const rows = form.values.customFilters;
  return (
    <Input.Wrapper label={t.filters} error={form.errors['customFilters']} labelElement="div">
      <Stack gap="xs" mt={4}>
        {rows.length === 0 ? (
          <Text size="sm" c="dimmed">
            {form.values.verticalId === '' ? t.chooseVertical : t.noFilters}
          </Text>
        ) : null}
        <Nodes
          nodes={rows}
          fields={fields}
          path=""
          depth={0}
          set={(next) => form.setFieldValue('customFilters', next)}
        />
      </Stack>
    </Input.Wrapper>
  );
}

interface NodesProps {
  readonly nodes: readonly FilterNode[];
  readonly fields: readonly LeadField[];
  /** The numbers of the groups around them: `2.`. */
  readonly path: string;
  readonly depth: number;
  readonly set: (next: FilterNode[]) => void;
}

function Nodes({ nodes, fields, path, depth, set }: NodesProps) {
  const change = (index: number, next: FilterNode): void => set(nodes.map((one, at) => (at === index ? next : one)));
  const add = (node: FilterNode): void => set([...nodes, node]);
  const plus = { size: 'xs', variant: 'default', leftSection: <IconPlus size={14} aria-hidden /> } as const;
  const isClosed = fields.length === 0;
  return (
    <>
      {nodes.map((node, index) => {
        const about = {
          fields,
          number: `${path}${index + 1}`,
          onRemove: () => set(nodes.filter((_, at) => at !== index)),
        };
        return isGroupRow(node) ? (
          <GroupRow key={index} {...about} group={node} depth={depth + 1} onChange={(next) => change(index, next)} />
        ) : (
          <Row key={index} {...about} row={node} onChange={(part) => change(index, { ...node, ...part })} />
        );
      })}
      <Group gap="xs">
        <Button {...plus} disabled={isClosed} onClick={() => add(NEW_ROW)}>
          {t.addFilter}
        </Button>
        {depth < MAX_DEPTH ? (
          <Button {...plus} disabled={isClosed} onClick={() => add({ kind: 'any', rows: [NEW_ROW, NEW_ROW] })}>
            {t.addGroup}
          </Button>
        ) : null}
      </Group>
    </>
  );
}

interface AboutNode {
  readonly number: string;
  readonly fields: readonly LeadField[];
  readonly onRemove: () => void;
}

interface GroupRowProps extends AboutNode {
  readonly group: FilterGroupRow;
  readonly depth: number;
  readonly onChange: (next: FilterGroupRow) => void;
}

function GroupRow({ number, group, fields, depth, onChange, onRemove }: GroupRowProps) {
  return (
    <Paper withBorder p="sm" role="group" aria-label={t.group(number)}>
      <Stack gap="xs">
        <Group align="flex-end" gap="xs" wrap="nowrap">
          <Select
            size="xs"
            style={{ flex: 1 }}
            label={t.groupKind}
            data={KINDS}
            allowDeselect={false}
            value={group.kind}
            onChange={(kind) => onChange({ ...group, kind: kind === 'all' ? 'all' : 'any' })}
          />
          <Remove label={t.removeGroup(number)} onClick={onRemove} />
        </Group>
        <Nodes
          nodes={group.rows}
          fields={fields}
          path={`${number}.`}
          depth={depth}
          set={(rows) => onChange({ ...group, rows })}
        />
      </Stack>
    </Paper>
  );
}

interface RowProps extends AboutNode {
  readonly row: FilterRow;
  readonly onChange: (changed: Partial<FilterRow>) => void;
}

function Row({ number, row, fields, onChange, onRemove }: RowProps) {
  const known = fields.map(({ name, label }) => ({ value: name, label }));
  const isGone = row.field !== '' && fields.length > 0 && !fields.some(({ name }) => name === row.field);
  const options = isGone ? [...known, { value: row.field, label: row.field }] : known;
  const field = fields.find(({ name }) => name === row.field);
  return (
    <Paper withBorder p="sm" role="group" aria-label={t.filter(number)}>
      <Group align="flex-end" gap="xs" wrap="nowrap">
        <Stack gap="xs" style={{ flex: 1, minWidth: 0 }}>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" verticalSpacing="xs">
            <Select
              size="xs"
              label={t.filterField}
              data={options}
              searchable
              value={row.field || null}
              onChange={(name) => onChange({ ...fittingTo(name ?? '', row, fields), value: '', values: [] })}
            />
            <Select
              size="xs"
              label={t.filterOperator}
              data={operatorChoices(row, field)}
              value={row.operator || null}
              onChange={(operator) => onChange({ operator: operator ?? '' })}
            />
          </SimpleGrid>
          <FilterValue row={row} field={field} onChange={onChange} />
        </Stack>
        <Remove label={t.removeFilter(number)} onClick={onRemove} />
      </Group>
    </Paper>
  );
}

/** Another field, with the condition that was chosen as far as it fits it. */
function fittingTo(name: string, { operator }: FilterRow, fields: readonly LeadField[]) {
  const type = fields.find((one) => one.name === name)?.type;
  const fits = operator !== '' && operatorsFor(type).includes(operator);
  return { field: name, operator: fits ? operator : ('' as const) };
}

/** The conditions that fit the field's type, and the one that is kept, whatever it is. */
function operatorChoices({ operator }: FilterRow, field: LeadField | undefined) {
  const fitting = operatorsFor(field?.type);
  const all = operator === '' || fitting.includes(operator) ? fitting : [...fitting, operator];
  return all.map((value) => ({ value, label: t.operators[value] }));
}

const Remove = ({ label, onClick }: { readonly label: string; readonly onClick: () => void }) => (
  <ActionIcon variant="default" aria-label={label} onClick={onClick} size={30}>
    <IconTrash size={16} aria-hidden />
  </ActionIcon>
);
