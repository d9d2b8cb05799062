import { answerOf, api } from '../frame/api.ts';

/** Fields of a lead in clear, for a reason that is kept. */
export async function revealLead(leadId: string, fields: readonly string[], reason: string) {
  const body = { fields: [...fields], reason };
  const answer = await answerOf(api.POST('/api/v1/leads/{leadId}/reveal', { params: { path: { leadId } }, body }));
  return answer.data.fields;
}
