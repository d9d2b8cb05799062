import type { paths } from '../client.gen.ts';

/** What a call answers when it went well. */
export type Ok<P extends keyof paths, M extends keyof paths[P]> = paths[P][M] extends {
  responses: { 200: { content: { 'application/json': infer A } } };
}
  ? A
  : paths[P][M] extends { responses: { 201: { content: { 'application/json': infer A } } } }
    ? A
    : never;

/** What a call takes. */
export type Body<P extends keyof paths, M extends keyof paths[P]> = paths[P][M] extends {
  requestBody: { content: { 'application/json': infer B } };
}
  ? B
  : never;
