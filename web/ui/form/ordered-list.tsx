import { ActionIcon, Group, Paper, Stack, Text, VisuallyHidden } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconGripVertical } from '@tabler/icons-react';
import { type DragEvent, type ReactNode, useState } from 'react';
import { furnitureTexts as t } from '../../texts/furniture.ts';

export interface OrderedItem {
  readonly id: string;
  readonly name: string;
  readonly note?: ReactNode;
}

interface OrderedListProps {
  /** What is put in order. */
  readonly label: string;
  readonly items: readonly OrderedItem[];
  readonly onMove: (ids: string[]) => void;
}

/** A list in an order of one's own: dragged, or moved by its buttons; each move is told to who cannot see it. */
export function OrderedList({ label, items, onMove }: OrderedListProps) {
  const [dragged, setDragged] = useState<string>();
  const [told, setTold] = useState('');
  const move = (id: string, to: number): void => {
    const ids = items.map((item) => item.id);
    const from = ids.indexOf(id);
    if (from < 0 || to < 0 || to >= ids.length || from === to) return;
    onMove(ids.toSpliced(from, 1).toSpliced(to, 0, id));
    setTold(t.movedTo(items[from]?.name ?? '', to + 1, ids.length));
  };
  return (
    <>
      <Stack component="ol" gap={4} p={0} m={0} aria-label={label} style={{ listStyle: 'none' }}>
        {items.map((item, place) => (
          <Row
            key={item.id}
            item={item}
            place={place}
            last={items.length - 1}
            isDragged={dragged === item.id}
            onGrab={setDragged}
            onOver={(event) => {
              event.preventDefault();
              if (dragged !== undefined) move(dragged, place);
            }}
            onMove={(to) => move(item.id, to)}
          />
        ))}
      </Stack>
      <VisuallyHidden role="status">{told}</VisuallyHidden>
    </>
  );
}

interface RowProps {
  readonly item: OrderedItem;
  readonly place: number;
  readonly last: number;
  readonly isDragged: boolean;
  readonly onGrab: (id: string | undefined) => void;
  readonly onOver: (event: DragEvent) => void;
  readonly onMove: (to: number) => void;
}

const Row = ({ item, place, last, isDragged, onGrab, onOver, onMove }: RowProps) => (
  <Paper
    component="li"
    withBorder
    p={6}
    draggable
    style={{ cursor: 'grab', opacity: isDragged ? 0.5 : 1 }}
    onDragStart={(event: DragEvent) => {
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', item.id);
      onGrab(item.id);
    }}
    onDragEnd={() => onGrab(undefined)}
    onDragOver={onOver}
    onDrop={(event: DragEvent) => event.preventDefault()}
  >
    <Group gap="xs" wrap="nowrap">
      <IconGripVertical size={16} aria-hidden />
      <Text className="figures" w={28} ta="right">
        {place + 1}
      </Text>
      <div style={{ flex: 1 }}>
        <Text>{item.name}</Text>
        {item.note === undefined ? null : (
          <Text size="sm" c="dimmed" component="div">
            {item.note}
          </Text>
        )}
      </div>
      <ActionIcon
        variant="default"
        aria-label={t.moveUp(item.name)}
        disabled={place === 0}
        onClick={() => onMove(place - 1)}
      >
        <IconArrowUp size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="default"
        aria-label={t.moveDown(item.name)}
        disabled={place === last}
        onClick={() => onMove(place + 1)}
      >
        <IconArrowDown size={16} aria-hidden />
      </ActionIcon>
    </Group>
  </Paper>
);
