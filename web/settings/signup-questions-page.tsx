import { Checkbox, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { answerOf, api } from '../frame/api.ts';
import type { Ok } from '../frame/ok.ts';
import { furnitureTexts } from '../texts/furniture.ts';
import { ANSWER_WORDS, settingsTexts as t } from '../texts/settings.ts';
import { Choice } from '../ui/form/choice.tsx';
import { needed } from '../ui/form/rules.ts';
import { offsetPage, offsetQuery } from '../ui/table/paging.ts';
import { type Collection, linesOf } from './collection.ts';
import { CollectionPage } from './collection-page.tsx';

type Question = Ok<'/api/v1/settings/signup-questions', 'get'>['data'][number];
type AnswerType = keyof typeof ANSWER_WORDS;
type QuestionValues = {
  readonly entityType: 'buyer' | 'partner';
  readonly question: string;
  readonly fieldType: AnswerType;
  readonly options: string;
  readonly isRequired: boolean;
  readonly sortOrder: string;
};

const ANSWERS = Object.entries(ANSWER_WORDS).map(([value, label]) => ({ value, label }));
const isChosen = (type: string): boolean => type === 'select' || type === 'multiselect';
const MOST_ORDER = 100_000;
const isOrder = (text: string): boolean => /^\d{1,6}$/.test(text) && Number(text) <= MOST_ORDER;

const bodyOf = ({ question, options, sortOrder, ...values }: QuestionValues) => ({
  ...values,
  question: question.trim(),
  options: isChosen(values.fieldType) ? linesOf(options) : [],
  sortOrder: Number(sortOrder),
});
const path = (signupQuestionId: string) => ({ params: { path: { signupQuestionId } } });

const QUESTIONS: Collection<Question, QuestionValues> = {
  name: 'signup-questions',
  title: t.questions,
  state: t.questionsState,
  one: t.question,
  columns: [
    { id: 'question', label: t.question, sort: 'question', cell: ({ question }) => question },
    { id: 'asked', label: t.asked, cell: ({ entityType }) => (entityType === 'buyer' ? t.buyers : t.partners) },
    { id: 'type', label: t.fieldType, cell: ({ fieldType }) => ANSWER_WORDS[fieldType as AnswerType] },
    {
      id: 'required',
      label: t.required,
      cell: ({ isRequired }) => (isRequired ? furnitureTexts.yes : furnitureTexts.no),
    },
    { id: 'order', label: t.order, sort: 'sortOrder', cell: ({ sortOrder }) => sortOrder, numeric: true },
  ],
  empty: { title: t.noQuestions, text: t.noQuestionsText },
  load: async (wish) =>
    offsetPage(await answerOf(api.GET('/api/v1/settings/signup-questions', { params: { query: offsetQuery(wish) } }))),
  nameOf: ({ question }) => question,
  blank: { entityType: 'buyer', question: '', fieldType: 'text', options: '', isRequired: false, sortOrder: '0' },
  valuesOf: (row) => ({
    entityType: row.entityType === 'partner' ? 'partner' : 'buyer',
    question: row.question,
    fieldType: row.fieldType as AnswerType,
    options: row.options.join('\n'),
    isRequired: row.isRequired,
    sortOrder: String(row.sortOrder),
  }),
  rules: { question: needed, sortOrder: (value) => (isOrder(value) ? null : t.orderFault) },
  fields: (form) => <QuestionFields form={form} />,
  make: (values) => answerOf(api.POST('/api/v1/settings/signup-questions', { body: bodyOf(values) })),
  change: (id, values) =>
    answerOf(api.PUT('/api/v1/settings/signup-questions/{signupQuestionId}', { ...path(id), body: bodyOf(values) })),
  remove: (id) => answerOf(api.DELETE('/api/v1/settings/signup-questions/{signupQuestionId}', path(id))),
  removeEffect: t.questionRemove,
};

const QuestionFields = ({ form }: { readonly form: UseFormReturnType<QuestionValues> }) => (
  <>
    <Radio.Group label={t.asked} {...form.getInputProps('entityType')}>
      <Stack gap="xs" mt={4}>
        <Radio value="buyer" label={t.buyers} />
        <Radio value="partner" label={t.partners} />
      </Stack>
    </Radio.Group>
    <Textarea label={t.question} autosize maxLength={1000} {...form.getInputProps('question')} />
    <Choice label={t.fieldType} data={ANSWERS} {...form.getInputProps('fieldType')} />
    {isChosen(form.values.fieldType) ? (
      <Textarea label={t.options} description={t.optionsHint} autosize minRows={3} {...form.getInputProps('options')} />
    ) : null}
    <Checkbox label={t.required} {...form.getInputProps('isRequired', { type: 'checkbox' })} />
    <TextInput
      label={t.order}
      description={t.orderHint}
      inputMode="numeric"
      className="figures"
      {...form.getInputProps('sortOrder')}
    />
  </>
);

/** What buyers and partners are asked when they sign up. */
export default function SignupQuestionsPage() {
  return <CollectionPage of={QUESTIONS} />;
}
