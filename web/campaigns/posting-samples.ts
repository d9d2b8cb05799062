import { campaignTexts as t } from '../texts/campaigns.ts';
import type { PostingSpec } from './campaign-types.ts';

const bodyOf = ({ sampleBody }: PostingSpec): string => JSON.stringify(sampleBody, null, 2);

/** A post to paste into a terminal. */
export function curlSample(spec: PostingSpec): string {
  const body = bodyOf(spec).replaceAll("'", String.raw`'\''`);
  return [
    `curl -X ${spec.method} '${spec.postingUrl}' \\`,
    `  -H 'Authorization: Bearer ${t.keyPlaceholder}' \\`,
    `  -H 'Content-Type: ${spec.contentType}' \\`,
    `  -d '${body}'`,
  ].join('\n');
}

/** A post to paste into a program. */
export const javaScriptSample = (spec: PostingSpec): string =>
  `const answer = await fetch('${spec.postingUrl}', {
  method: '${spec.method}',
  headers: {
    'Authorization': 'Bearer ${t.keyPlaceholder}',
    'Content-Type': '${spec.contentType}',
  },
  body: JSON.stringify(${bodyOf(spec).replaceAll('\n', '\n  ')}),
});
console.log(answer.status, await answer.json());`;
