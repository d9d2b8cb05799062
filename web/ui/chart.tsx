import { Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useState } from 'react';
import { furnitureTexts as t } from '../texts/furniture.ts';
import { drawChart, LEFT } from './chart-shape.ts';
import css from './chart.module.css';

export interface ChartSeries {
  readonly name: string;
  /** One value for each label; null where there was nothing to measure. */
  readonly values: readonly (number | null)[];
}

interface ChartProps {
  /** The finding: "Most leads came at 14:00". */
  readonly title: string;
  /** Bars for parts, lines for what runs through time. */
  readonly kind: 'bars' | 'lines';
  readonly labels: readonly string[];
  readonly labelName: string;
  /** Six at most: more cannot be told apart. */
  readonly series: readonly ChartSeries[];
  /** How a value is written, with its unit. */
  readonly say: (value: number) => string;
}

/** A picture of numbers, with the numbers themselves a click away. */
export function Chart(props: ChartProps) {
  const [asTable, setAsTable] = useState(false);
  const hasData = props.series.some(({ values }) => values.some((value) => value !== null && value !== 0));
  return (
    <Stack gap="xs" component="figure" m={0}>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Title order={2} component="figcaption">
          {props.title}
        </Title>
        {hasData ? (
          <Button size="compact-sm" variant="subtle" miw="max-content" onClick={() => setAsTable(!asTable)}>
            {asTable ? t.showChart : t.showTable}
          </Button>
        ) : null}
      </Group>
      {hasData && !asTable ? <Legend series={props.series} /> : null}
      {hasData ? asTable ? <ChartTable {...props} /> : <ChartPicture {...props} /> : <Text c="dimmed">{t.noData}</Text>}
    </Stack>
  );
}

/** How wide a picture is before it was measured. */
const WIDTH = 640;
const HEIGHT = 220;

/** As wide as there is room, so that its words are as large on a phone as on a desk. */
function ChartPicture({ kind, labels, series, say, title }: ChartProps) {
  const { ref, width: seen } = useElementSize<HTMLDivElement>();
  const room = seen > 0 ? seen : WIDTH;
  const { marks, ticks, steps, lines } = drawChart({ kind, labels, series, width: room, height: HEIGHT });
  return (
    <div ref={ref}>
      <svg className={css.picture} viewBox={`0 0 ${room} ${HEIGHT}`} role="img" aria-label={title}>
        {ticks.map(({ y, value }) => (
          <g key={y}>
            <line className={css.grid} x1={LEFT} x2={room} y1={y} y2={y} />
            <text className={css.label} x={LEFT - 6} y={y + 4} textAnchor="end">
              {say(value)}
            </text>
          </g>
        ))}
        {steps.map(({ x, label }) => (
          <text key={`${label}-${x}`} className={css.label} x={x} y={HEIGHT - 4} textAnchor="middle">
            {label}
          </text>
        ))}
        {lines.map(({ path, series: index }) => (
          <path key={`${index}-${path.slice(0, 24)}`} className={css.line} data-series={index} d={path} />
        ))}
        {marks.map(({ x, y, width, height, series: index, label, value }) => (
          <rect
            key={`${index}-${x}`}
            className={kind === 'bars' ? css.bar : css.dot}
            data-series={index}
            x={x}
            y={y}
            width={width}
            height={height}
          >
            <title>{`${series[index]?.name ?? ''}, ${label}: ${say(value)}`}</title>
          </rect>
        ))}
      </svg>
    </div>
  );
}

/** Which colour is which series. */
const Legend = ({ series }: Pick<ChartProps, 'series'>) => (
  <Group gap="md">
    {series.map(({ name }, index) => (
      <Group key={name} gap={6}>
        <span className={css.key} data-series={index} aria-hidden />
        <Text size="sm">{name}</Text>
      </Group>
    ))}
  </Group>
);

const ChartTable = ({ labels, labelName, series, say }: ChartProps) => (
  <Table.ScrollContainer minWidth={0} mah={260} tabIndex={0} role="region" aria-label={labelName}>
    <Table verticalSpacing={4} fz="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{labelName}</Table.Th>
          {series.map(({ name }) => (
            <Table.Th key={name} ta="end">
              {name}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {labels.map((label, index) => (
          <Table.Tr key={`${label}-${index}`}>
            <Table.Td>{label}</Table.Td>
            {series.map(({ name, values }) => {
              const value = values[index];
              return (
                <Table.Td key={name} ta="end" className="figures">
                  {value === null || value === undefined ? t.dash : say(value)}
                </Table.Td>
              );
            })}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  </Table.ScrollContainer>
);
