import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';

const HOUSE = path.join(import.meta.dirname, '..');
const DOCUMENT = path.join(HOUSE, 'docs', 'openapi.json');
const FILE = path.join(HOUSE, 'web', 'client.gen.ts');

/** The types of every call, made of the OpenAPI document. */
async function clientText(): Promise<string> {
  const document = JSON.parse(await readFile(DOCUMENT, 'utf8')) as OpenAPI3;
  const nodes = await openapiTS(document, { alphabetize: false });
  return `// Written by "npm run dump:client" from docs/openapi.json, never by hand.\n${astToString(nodes)}`;
}

async function main(): Promise<void> {
  const text = await clientText();
  if (!process.argv.includes('--check')) {
    await writeFile(FILE, text);
    process.stdout.write(`${FILE}: ${text.length} bytes\n`);
  } else if (text !== (await readFile(FILE, 'utf8'))) {
    process.stderr.write('web/client.gen.ts is not what docs/openapi.json says. Run "npm run dump:client".\n');
    process.exitCode = 1;
  }
}

await main();
