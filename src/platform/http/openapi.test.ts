import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Type } from 'typebox';
import { registerOpenApi } from './openapi.ts';
import { startTestServer, type TestServer } from './server.fixture.ts';

interface Operation {
  requestBody?: { content: Record<string, { schema: unknown }> };
  responses: Record<string, unknown>;
}
interface Document {
  openapi: string;
  info: object;
  servers: object[];
  paths: Record<string, Record<string, Operation>>;
  components: { responses: Record<string, unknown> };
}

let server: TestServer;
before(async () => {
  server = await startTestServer({
    async routes(app) {
      await registerOpenApi(app, { title: 'Careroute', version: '1.2.3', serverUrl: 'https://leads.example.com' });
      const status = Type.Union([Type.Literal('on'), Type.Null()]);
      const body = Type.Object({ status }, { additionalProperties: false });
      const response = { 200: Type.Object({ id: Type.String() }) };
      app.post('/things/:id', { schema: { body, response } }, () => ({ id: 'x' }));
      app.get('/own', { schema: { response: { ...response, '4xx': Type.Object({}) } } }, () => ({ id: 'x' }));
    },
  });
});
after(() => server.stop());

test('the document is OpenAPI 3.1 and names server, routes, schemas and the envelope of errors', async () => {
  const answer = await server.send('GET', '/api/openapi.json');
  assert.equal(answer.headers['content-type'], 'application/json; charset=utf-8');
  const document = JSON.parse(answer.body) as Document;
  assert.equal(document.openapi, '3.1.0');
  assert.deepEqual(document.info, { title: 'Careroute', version: '1.2.3' });
  assert.deepEqual(document.servers, [{ url: 'https://leads.example.com' }]);
  assert.deepEqual(Object.keys(document.paths), ['/things/{id}', '/own']);
  const operation = document.paths['/things/{id}']?.post;
  assert.deepEqual(operation?.requestBody?.content['application/json']?.schema, {
    type: 'object',
    required: ['status'],
    additionalProperties: false,
    properties: { status: { anyOf: [{ type: 'string', const: 'on' }, { type: 'null' }] } },
  });
  assert.deepEqual(operation?.responses.default, { $ref: '#/components/responses/Error' });
  assert.deepEqual(Object.keys(document.paths['/own']?.get?.responses ?? {}).toSorted(), ['200', '4XX']);
  assert.ok('Error' in document.components.responses);
});
