import type { paths } from '../client.gen.ts';
import { answerOf, api } from '../frame/api.ts';

type TestPostPath = paths['/api/v1/campaigns/{campaignId}/test-post']['post'];

/** What a test post was answered. */
export type TestPostAnswer = TestPostPath['responses'][200]['content']['application/json'];

/** Posts a test lead into a campaign; without fields, the sample of its posting instructions. */
export const sendTestPost = (campaignId: string, fields?: Readonly<Record<string, unknown>>): Promise<TestPostAnswer> =>
  answerOf(
    api.POST('/api/v1/campaigns/{campaignId}/test-post', {
      params: { path: { campaignId } },
      body: fields === undefined ? {} : { fields },
    }),
  );
