import { SerializerSelector } from '@fastify/fast-json-stringify-compiler';
import { once } from '../../kernel/once.ts';

const buildSerializers = SerializerSelector();

/**
 * Fastify's own serializers, each built when its answer is first given: to build those of all routes took a fifth of
 * every start, and most are never needed.
 */
export const lazySerializers: typeof buildSerializers = (externalSchemas, options) => {
  const build = buildSerializers(externalSchemas, options);
  return (definition) => {
    const serializer = once(() => build(definition));
    return (answer) => serializer()(answer);
  };
};
