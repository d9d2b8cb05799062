import swagger, { type FastifyDynamicSwaggerOptions, type SwaggerTransformObject } from '@fastify/swagger';
import type { App } from './app.ts';

export interface OpenApiOptions {
  readonly title: string;
  readonly version: string;
  /** Where clients reach the API, such as `https://leads.example.com`. */
  readonly serverUrl: string;
}

type Document = NonNullable<FastifyDynamicSwaggerOptions['openapi']>;

const text = { type: 'string' } as const;

const FIELDS = { type: 'array' as const, items: object({ field: text, rule: text, message: text }) };

/** The envelope of errors (one entry in `fields` per field at fault) and the way to show a key. */
const COMPONENTS = {
  responses: {
    Error: {
      description: 'Refused or failed.',
      content: {
        'application/json': {
          schema: object({
            error: object({
              code: { ...text, description: 'Stable, for programs.' },
              message: { ...text, description: 'For people. Holds no personal data.' },
              details: {
                type: 'object' as const,
                properties: { fields: FIELDS },
              },
              requestId: text,
            }),
          }),
        },
      },
    },
  },
  securitySchemes: {
    apiKey: { type: 'http' as const, scheme: 'bearer', description: 'An API key or a posting key.' },
    session: {
      type: 'apiKey' as const,
      in: 'cookie' as const,
      name: '__Host-lr_session',
      description: 'A signed-in person.',
    },
  },
};

/** An object schema all of whose properties are required. */
function object<P extends Record<string, object>>(properties: P) {
  return { type: 'object' as const, required: Object.keys(properties), properties };
}

/**
 * Collects every route registered after it into an OpenAPI 3.1 document at GET /api/openapi.json.
 * Await it before registering routes: those that came earlier would be missing.
 */
export async function registerOpenApi(app: App, options: OpenApiOptions): Promise<void> {
  await app.register(swagger, {
    openapi: documentFor(options),
    convertConstToEnum: false,
    transformObject: withErrors,
  });
  let document: string | undefined;
  app.get('/api/openapi.json', { schema: { hide: true } }, (_request, reply) => {
    document ??= JSON.stringify(app.swagger());
    return reply.type('application/json; charset=utf-8').send(document);
  });
}

const documentFor = (options: OpenApiOptions): Document => ({
  openapi: '3.1.0',
  info: { title: options.title, version: options.version },
  servers: [{ url: options.serverUrl }],
  components: COMPONENTS,
});

/** Says of every operation, unless it does so itself, that its errors come in the envelope. */
const withErrors: SwaggerTransformObject = (source) => {
  if (!('openapiObject' in source)) return source.swaggerObject;
  const document = source.openapiObject;
  const error = { $ref: '#/components/responses/Error' };
  for (const path of Object.values(document.paths ?? {})) {
    for (const operation of Object.values(path ?? {})) {
      if (typeof operation !== 'object' || !('responses' in operation) || '4XX' in operation.responses) continue;
      operation.responses = { ...operation.responses, default: error };
    }
  }
  return document;
};
