/** What a sample is made of. */
interface Sampled {
  readonly postingUrl: string;
  readonly method: string;
  readonly contentType: string;
  readonly sampleBody: Readonly<Record<string, unknown>>;
}

/** Stands where the key goes: the key itself is shown once, when it is made. */
export const KEY_PLACEHOLDER = '<posting key>';

const bodyOf = ({ sampleBody }: Sampled): string => JSON.stringify(sampleBody, null, 2);

/** A post to paste into a terminal. */
function curlSample(spec: Sampled): string {
  const body = bodyOf(spec).replaceAll("'", String.raw`'\''`);
  return [
    `curl -X ${spec.method} '${spec.postingUrl}' \\`,
    `  -H 'Authorization: Bearer ${KEY_PLACEHOLDER}' \\`,
    `  -H 'Content-Type: ${spec.contentType}' \\`,
    `  -d '${body}'`,
  ].join('\n');
}

/** A post to paste into a program. */
const javaScriptSample = (spec: Sampled): string =>
  `const answer = await fetch('${spec.postingUrl}', {
  method: '${spec.method}',
  headers: {
    'Authorization': 'Bearer ${KEY_PLACEHOLDER}',
    'Content-Type': '${spec.contentType}',
  },
  body: JSON.stringify(${bodyOf(spec).replaceAll('\n', '\n  ')}),
});
console.log(answer.status, await answer.json());`;

/** Text between single quotes of a language in which only a backslash and the quote itself must be marked. */
const quoted = (text: string): string => `'${text.replaceAll(/[\\']/g, String.raw`\$&`)}'`;

type Written = {
  readonly open: string;
  readonly close: string;
  readonly pair: string;
  readonly words: readonly string[];
};

/** A value as it is written in a language: `words` are those for true, false and nothing. */
function written(value: unknown, how: Written, indent = ''): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'object' || value === null) return how.words[value === true ? 0 : value === false ? 1 : 2] ?? '';
  const deeper = `${indent}    `;
  const isList = Array.isArray(value);
  const items = isList
    ? value.map((item: unknown) => written(item, how, deeper))
    : Object.entries(value).map(([name, item]) => `${quoted(name)}${how.pair}${written(item, how, deeper)}`);
  const [open, close] = isList ? ['[', ']'] : [how.open, how.close];
  return `${open}\n${items.map((item) => `${deeper}${item},\n`).join('')}${indent}${close}`;
}

const PHP: Written = { open: '[', close: ']', pair: ' => ', words: ['true', 'false', 'null'] };
const PYTHON: Written = { open: '{', close: '}', pair: ': ', words: ['True', 'False', 'None'] };

/** A post to paste into a page of PHP, with nothing but what PHP brings. */
const phpSample = (spec: Sampled): string =>
  `<?php
$lead = ${written(spec.sampleBody, PHP)};
$request = curl_init(${quoted(spec.postingUrl)});
curl_setopt_array($request, [
    CURLOPT_CUSTOMREQUEST => ${quoted(spec.method)},
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_HTTPHEADER => [
        'Authorization: Bearer ${KEY_PLACEHOLDER}',
        'Content-Type: ${spec.contentType}',
    ],
    CURLOPT_POSTFIELDS => json_encode($lead),
]);
$answer = curl_exec($request);
echo curl_getinfo($request, CURLINFO_RESPONSE_CODE), ' ', $answer;`;

/** A post to paste into a program in Python, with nothing but its standard library. */
const pythonSample = (spec: Sampled): string =>
  `import json
import urllib.error
import urllib.request

lead = ${written(spec.sampleBody, PYTHON)}
request = urllib.request.Request(
    ${quoted(spec.postingUrl)},
    data=json.dumps(lead).encode(),
    method=${quoted(spec.method)},
    headers={
        'Authorization': 'Bearer ${KEY_PLACEHOLDER}',
        'Content-Type': ${quoted(spec.contentType)},
    },
)
try:
    answer = urllib.request.urlopen(request)
except urllib.error.HTTPError as refusal:
    answer = refusal
print(answer.status, answer.read().decode())`;

export const SAMPLE_LANGUAGES = ['curl', 'javascript', 'php', 'python'] as const;

/** The same test lead, posted in each language, to be pasted as it is but for the key. */
export const postingSamples = (spec: Sampled): Record<(typeof SAMPLE_LANGUAGES)[number], string> => ({
  curl: curlSample(spec),
  javascript: javaScriptSample(spec),
  php: phpSample(spec),
  python: pythonSample(spec),
});
