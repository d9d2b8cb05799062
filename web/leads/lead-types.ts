import type { paths } from '../client.gen.ts';

type Ok<P extends keyof paths, M extends keyof paths[P]> = paths[P][M] extends {
  responses: { 200: { content: { 'application/json': infer A } } };
}
  ? A
  : never;

export type LeadListed = Ok<'/api/v1/leads', 'get'>['data'][number];
export type LeadWhole = Ok<'/api/v1/leads/{leadId}', 'get'>['data'];
export type Waterfall = Ok<'/api/v1/leads/{leadId}/distributions', 'get'>;
export type WaterfallRow = Waterfall['data'][number];
