import { answerOf, api } from '../frame/api.ts';

/** The fields of a lead as far as the person may see them, in clear; the trail keeps that they were read. */
export async function readLeadInClear(leadId: string) {
  const answer = await answerOf(api.GET('/api/v1/leads/{leadId}', { params: { path: { leadId }, query: {} } }));
  return answer.data.fields;
}
