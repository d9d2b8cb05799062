import { TagsInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { answerOf, api } from '../../frame/api.ts';
import type { Body } from '../../frame/ok.ts';
import { useRenew } from '../../frame/use-renew.ts';
import type { Person } from '../../people/person-types.ts';
import { peopleTexts as t } from '../../texts/people.ts';
import { ConfirmAct } from '../../ui/form/confirm-act.tsx';
import { SaveForm } from '../../ui/form/save-form.tsx';
import { tellDone } from '../../ui/tell.ts';

interface OfPerson {
  readonly person: Person;
}

const change = (personId: string, body: Body<'/api/v1/people/{personId}', 'patch'>) =>
  answerOf(api.PATCH('/api/v1/people/{personId}', { params: { path: { personId } }, body }));

/** Takes a person out of lists, or puts it back. */
export function HidePerson({ person }: OfPerson) {
  const renew = useRenew();
  const isHidden = person.status === 'deleted';
  return (
    <ConfirmAct
      label={isHidden ? t.show : t.hide}
      effect={isHidden ? t.showEffect : t.hideEffect}
      act={() => change(person.id, { status: isHidden ? 'active' : 'deleted' })}
      onDone={() => {
        tellDone(isHidden ? t.shown : t.hidden);
        renew('people');
      }}
    />
  );
}

const TAG = /^[A-Za-z][A-Za-z _-]{0,39}$/;
const MOST = 20;

/** What kind of person it is, in words that may stand in clear. */
export function PersonTags({ person, onClose }: OfPerson & { readonly onClose: () => void }) {
  const renew = useRenew();
  const form = useForm({
    initialValues: { tags: [...person.tags] },
    validate: { tags: (tags: string[]) => (tags.every((tag) => TAG.test(tag)) ? null : t.tagRule) },
  });
  return (
    <SaveForm
      form={form}
      label={t.tagsSave}
      summary={{ words: { tags: t.tags } }}
      save={({ tags }) => change(person.id, { tags })}
      onCancel={onClose}
      onSaved={() => {
        tellDone(t.tagsSaved);
        onClose();
        renew('people');
      }}
    >
      <TagsInput
        label={t.tags}
        description={t.tagsHelp}
        maxTags={MOST}
        acceptValueOnBlur
        {...form.getInputProps('tags')}
      />
    </SaveForm>
  );
}
