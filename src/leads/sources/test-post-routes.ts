import { Type } from 'typebox';
import { actorOf, type Caller } from '../../core/access/index.ts';
import { defineRoute, requireRow, type Route } from '../../core/gate/index.ts';
import { newId } from '../../kernel/ids.ts';
import { submitAnswer } from '../intake/index.ts';
import { campaignRecords } from './campaign-store.ts';
import { describePosting } from './describe-posting.ts';
import { postInto, type PostIntoDeps } from './post-into.ts';

const byNumber = { records: campaignRecords, byNumber: true };
const params = Type.Object({ campaignId: Type.String({ description: 'The id, or the display number.' }) });
const body = Type.Object(
  {
    fields: Type.Optional(
      Type.Record(Type.String(), Type.Unknown(), {
        description: 'As a post has them, flat or under custom; the sample of the posting instructions if empty.',
      }),
    ),
  },
  { additionalProperties: false },
);

/**
 * Tries a campaign without its posting key: what is sent goes the way of every post, always as a test lead, which is
 * decided and never delivered. Each try is a lead of its own, so that a changed setting shows at once.
 */
export function testPostRoute(deps: PostIntoDeps): Route {
  return defineRoute({
    id: 'test_post_to_campaign',
    method: 'POST',
    path: '/api/v1/campaigns/:campaignId/test-post',
    tag: 'campaigns',
    summary: 'Post a test lead to the campaign: the answer is that of a submit, and no buyer gets anything.',
    permission: 'leads:test',
    audit: { action: 'lead.submit', entity: 'lead' },
    params,
    body,
    response: submitAnswer,
    async handleAlone({ caller, origin, params: { campaignId }, body: { fields = {} } }) {
      const { campaign, sample } = await deps.tenancy.readTenant(contextOf(caller), async (tx) => {
        const row = await requireRow(byNumber, tx, campaignId);
        return { campaign: row, sample: (await describePosting(tx, deps.publicUrl, row)).sampleBody };
      });
      const { testMode: _testMode, ...sent } = Object.keys(fields).length > 0 ? fields : sample;
      const post = { ...sent, isTest: true };
      return postInto(deps, { caller, origin, campaign, body: post, endpoint: 'test-post', idempotencyKey: newId() });
    },
  });
}

const contextOf = (caller: Caller) => ({ tenantId: caller.tenantId, actor: actorOf(caller) });
