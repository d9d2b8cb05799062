import { answerOf, api } from '../frame/api.ts';
import { useRenew } from '../frame/use-renew.ts';
import type { Body } from '../frame/ok.ts';
import { fieldTexts as t } from '../texts/fields.ts';
import { tellDone } from '../ui/tell.ts';

/** What has fields of its own: a vertical, for all its campaigns, or one campaign. */
export interface FieldOwner {
  readonly kind: 'vertical' | 'campaign';
  readonly id: string;
}

export type FieldBody = Body<'/api/v1/verticals/{verticalId}/custom-fields', 'post'>;
type FieldChange = Body<'/api/v1/verticals/{verticalId}/custom-fields/{fieldId}', 'patch'>;

/** Adds a field to its owner. */
export function addField({ kind, id }: FieldOwner, body: FieldBody): Promise<unknown> {
  return kind === 'vertical'
    ? answerOf(api.POST('/api/v1/verticals/{verticalId}/custom-fields', { params: { path: { verticalId: id } }, body }))
    : answerOf(
        api.POST('/api/v1/campaigns/{campaignId}/custom-fields', { params: { path: { campaignId: id } }, body }),
      );
}

/** Changes a field of its owner. */
export function changeField({ kind, id }: FieldOwner, fieldId: string, body: FieldChange): Promise<unknown> {
  if (kind === 'vertical') {
    const params = { path: { verticalId: id, fieldId } };
    return answerOf(api.PATCH('/api/v1/verticals/{verticalId}/custom-fields/{fieldId}', { params, body }));
  }
  const params = { path: { campaignId: id, fieldId } };
  return answerOf(api.PATCH('/api/v1/campaigns/{campaignId}/custom-fields/{fieldId}', { params, body }));
}

/** Deletes a field of its owner. */
export function deleteField({ kind, id }: FieldOwner, fieldId: string): Promise<unknown> {
  if (kind === 'vertical') {
    const params = { path: { verticalId: id, fieldId } };
    return answerOf(api.DELETE('/api/v1/verticals/{verticalId}/custom-fields/{fieldId}', { params }));
  }
  const params = { path: { campaignId: id, fieldId } };
  return answerOf(api.DELETE('/api/v1/campaigns/{campaignId}/custom-fields/{fieldId}', { params }));
}

/** What is done once a field has changed: fields of a campaign also stand in how to post to it. */
export function useFieldChanged({ kind }: FieldOwner): (said: string) => void {
  const renew = useRenew();
  return (said) => {
    tellDone(said);
    renew('campaigns', ...(kind === 'vertical' ? ['verticals'] : []));
  };
}

/** The words of a form that depend on whose field it is. */
export const ownerWords = ({ kind }: FieldOwner) => t.owners[kind];
