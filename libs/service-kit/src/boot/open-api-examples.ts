import { sampleWords } from '@shulian/contracts/sample-words';
import type { SchemaObject, Schemas } from './open-api-parts.js';

const DEEPEST = 16;
const ofFormat: Readonly<Record<string, string>> = {
  uuid: '019f2f6e-5c1a-7a3b-9c4d-2e5f60718293',
  date: '2026-10-12',
  'date-time': '2026-10-12T02:30:00.000Z',
  uri: 'https://library.example/',
};

/** A value that fits a schema: its own example where it has one, else a word from the field, else the plainest that fits. */
export function exampleOf(schemas: Schemas, schema: SchemaObject, name = '', depth = 0): unknown {
  if (schema.example !== undefined) return schema.example;
  if (schema.const !== undefined) return schema.const;
  if (schema.$ref !== undefined) {
    const named = schemas[schema.$ref.replace('#/components/schemas/', '')];
    return named === undefined ? null : exampleOf(schemas, named, name, depth + 1);
  }
  if (schema.enum !== undefined) return schema.enum.find((value) => value !== null) ?? null;
  if (schema.default !== undefined) return schema.default;
  if (schema.allOf !== undefined)
    return Object.assign(
      {},
      ...schema.allOf.map((each) => exampleOf(schemas, each, name, depth + 1)),
    ) as unknown;
  const [alternative] = (schema.anyOf ?? schema.oneOf ?? []).filter(({ type }) => type !== 'null');
  if (alternative !== undefined) return exampleOf(schemas, alternative, name, depth + 1);
  const types = [schema.type ?? (schema.properties === undefined ? 'string' : 'object')].flat();
  const type = types.find((each) => each !== 'null') ?? 'null';
  if (type === 'object') return objectOf(schemas, schema, depth);
  if (type === 'array')
    return depth > DEEPEST || schema.items === undefined
      ? []
      : [exampleOf(schemas, schema.items, name, depth + 1)];
  if (type === 'boolean') return false;
  if (type === 'integer' || type === 'number') {
    const word = sampleWords[name];
    return typeof word === 'number' && word >= (schema.minimum ?? 0)
      ? word
      : Math.max(schema.minimum ?? 1, 1);
  }
  return type === 'string' ? textOf(schema, name) : null;
}

function objectOf(schemas: Schemas, schema: SchemaObject, depth: number): unknown {
  if (depth > DEEPEST) return {};
  return Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([name, property]) => [
      name,
      exampleOf(schemas, property, name, depth + 1),
    ]),
  );
}

function textOf({ format, pattern, minLength = 0, maxLength = 200 }: SchemaObject, name: string): string {
  const word = sampleWords[name];
  const candidates = [
    ...(format === undefined ? [] : [ofFormat[format]]),
    ...(typeof word === 'string' ? [word] : []),
    ...(/Id$|^id$/.test(name) ? [ofFormat['uuid']] : []),
    ...(/On$/.test(name) ? [ofFormat['date']] : []),
    ...(/At$/.test(name) ? [ofFormat['date-time']] : []),
    '文字',
    'A1',
    '1',
  ].filter((each) => each !== undefined);
  const fits = (text: string): boolean =>
    text.length <= maxLength &&
    text.length >= minLength &&
    (pattern === undefined || new RegExp(pattern, 'u').test(text));
  return candidates.find(fits) ?? '文'.repeat(Math.max(minLength, 1));
}
