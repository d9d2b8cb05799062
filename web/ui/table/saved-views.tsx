import { ActionIcon, Button, Group, Menu, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBookmark, IconX } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { answerOf, api } from '../../frame/api.ts';
import { failPage } from '../../frame/fail-page.ts';
import type { Ok } from '../../frame/ok.ts';
import { usePageSearch } from '../../frame/page-search.ts';
import { PageFailed } from '../../frame/page-states.tsx';
import { usePerson } from '../../frame/session.tsx';
import { furnitureTexts as t } from '../../texts/furniture.ts';
import { tellDone, tellFailure } from '../tell.ts';
import { shownWords } from './table-state.ts';

type View = Ok<'/api/v1/auth/views', 'get'>['data'][number];

const keyOf = (page: string) => ['views', page] as const;

/** Filters and columns of a list under a name, which follow the person to every browser. */
export function SavedViews({ name }: { readonly name: string }) {
  const { guest } = usePerson();
  const [search, change] = usePageSearch();
  const [opened, { open, close }] = useDisclosure();
  const views = useQuery({
    queryKey: keyOf(name),
    queryFn: async () => (await answerOf(api.GET('/api/v1/auth/views', { params: { query: { page: name } } }))).data,
    enabled: guest === null,
    staleTime: 60_000,
  });
  if (guest) return null;
  const show = ({ query }: View): void => {
    const before = Object.fromEntries(Object.keys(search).map((word) => [word, undefined]));
    change({ ...before, ...(query as Readonly<Record<string, string>>) });
  };
  return (
    <>
      <Menu position="bottom-end" width={260}>
        <Menu.Target>
          <Button variant="default" size="xs" leftSection={<IconBookmark size={14} aria-hidden />}>
            {t.views}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {views.data?.map((view) => (
            <ViewItem key={view.id} page={name} view={view} onShow={() => show(view)} />
          ))}
          {views.data?.length === 0 ? <Menu.Label>{t.noViews}</Menu.Label> : null}
          <Menu.Divider />
          <Menu.Item onClick={open}>{t.saveView}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {opened ? <SaveView page={name} query={shownWords(search)} onClose={close} /> : null}
    </>
  );
}

interface ViewItemProps {
  readonly page: string;
  readonly view: View;
  readonly onShow: () => void;
}

function ViewItem({ page, view, onShow }: ViewItemProps) {
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => answerOf(api.DELETE('/api/v1/auth/views/{viewId}', { params: { path: { viewId: view.id } } })),
    onSuccess: () => {
      tellDone(t.viewRemoved);
      client.invalidateQueries({ queryKey: keyOf(page) }).catch(failPage);
    },
    onError: tellFailure,
  });
  return (
    <Group gap={0} wrap="nowrap">
      <Menu.Item onClick={onShow}>
        <Text truncate size="sm">
          {view.name}
        </Text>
      </Menu.Item>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t.removeView(view.name)}
        loading={remove.isPending}
        onClick={() => remove.mutate()}
      >
        <IconX size={14} aria-hidden />
      </ActionIcon>
    </Group>
  );
}

interface SaveViewProps {
  readonly page: string;
  readonly query: Readonly<Record<string, string>>;
  readonly onClose: () => void;
}

function SaveView({ page, query, onClose }: SaveViewProps) {
  const client = useQueryClient();
  const [name, setName] = useState('');
  const saving = useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/auth/views', { body: { page, name: name.trim(), query } })),
    onSuccess: () => {
      tellDone(t.viewSaved);
      client.invalidateQueries({ queryKey: keyOf(page) }).catch(failPage);
      onClose();
    },
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    saving.mutate();
  };
  return (
    <Modal opened onClose={onClose} title={t.saveView}>
      <form onSubmit={submit}>
        <Stack>
          {saving.isError ? <PageFailed error={saving.error} /> : null}
          <TextInput
            label={t.viewName}
            description={t.viewNameHint}
            maxLength={80}
            required
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t.cancel}
            </Button>
            <Button type="submit" loading={saving.isPending} disabled={name.trim() === ''}>
              {t.saveView}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
