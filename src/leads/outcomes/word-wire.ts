import { Type } from 'typebox';
import { idSchema, notYet, nullable, one, oneOf, textOrNull, timestamp } from '../../core/gate/index.ts';
import { codeText, neverPaid, returnReason, sortOrder } from './code-wire.ts';

const text = Type.String();
const maybe = Type.Optional;

const settings = {
  externalLabel: maybe(textOrNull(200)),
  verticalGroupDispositionId: maybe(
    nullable(
      Type.String({
        format: 'uuid',
        description: "The code that it stands for, of the group of the contract's vertical.",
      }),
    ),
  ),
  overrideTriggersReturn: maybe(nullable(Type.Boolean({ description: 'Null: as the code says.' }))),
  overrideReturnReason: maybe(returnReason),
  isActive: maybe(Type.Boolean()),
  sortOrder: maybe(sortOrder),
  ...notYet('overrideTriggersCpa'),
};
export const wordCreate = Type.Object({ externalCode: codeText, ...settings }, { additionalProperties: false });
export const wordUpdate = Type.Object(
  { id: maybe(idSchema), externalCode: maybe(codeText), ...settings },
  { additionalProperties: false },
);
export const wordQuery = Type.Object({ overrideId: maybe(idSchema) }, { additionalProperties: false });
export const wordRemove = Type.Object({ id: maybe(idSchema) }, { additionalProperties: false });

const wordItem = Type.Object({
  id: text,
  contractId: text,
  externalCode: text,
  externalLabel: nullable(text),
  verticalGroupDispositionId: nullable(text),
  overrideTriggersCpa: neverPaid,
  overrideTriggersReturn: nullable(Type.Boolean()),
  overrideReturnReason: nullable(text),
  isActive: Type.Boolean(),
  sortOrder: Type.Integer(),
  createdAt: timestamp,
  updatedAt: timestamp,
});
const meaningItem = Type.Object({
  externalCode: text,
  externalLabel: nullable(text),
  verticalGroupDispositionId: nullable(text),
  label: nullable(text),
  category: nullable(text),
  triggersCpa: neverPaid,
  triggersReturn: Type.Boolean(),
  returnReason: nullable(text),
  source: oneOf(['contract', 'group', 'terms']),
});
export const wordAnswer = one(wordItem);
export const wordsAnswer = one(
  Type.Object({
    verticalGroupId: nullable(Type.String({ description: "The group of the contract's vertical; null: of none." })),
    overrides: Type.Array(wordItem),
    effective: Type.Array(meaningItem, { description: 'Every word that means something here, and what.' }),
  }),
);
