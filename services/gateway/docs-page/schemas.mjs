import { code, element, json, table } from './elements.mjs';
import { word } from './words.mjs';

export const refName = (schema) => schema?.$ref?.split('/').pop() ?? null;

const joined = (parts, mark) => parts.flatMap((part, at) => (at === 0 ? [part] : [mark, part]));

/** What a schema is in a word or two, with links to schemas that have a name. */
export const typeOf = (schema) => {
  const parts = partsOf(schema ?? {});
  return element('span', {}, ...parts);
};

const partsOf = (schema) => {
  const name = refName(schema);
  if (name !== null) return [element('a', { href: `#schema/${name}`, textContent: name })];
  if (schema.type === 'array') return [...partsOf(schema.items ?? {}), '[]'];
  if (schema.enum !== undefined)
    return joined(
      schema.enum.map((value) => code(String(value))),
      ' · ',
    );
  for (const [kind, mark] of [
    ['oneOf', ' | '],
    ['anyOf', ' | '],
    ['allOf', ' & '],
  ])
    if (schema[kind] !== undefined)
      return joined(
        schema[kind].map((each) => typeOf(each)),
        mark,
      );
  const types = [schema.type ?? []].flat();
  return [`${types.join(' | ')}${schema.format === undefined ? '' : ` (${schema.format})`}`];
};

const boundsOf = (schema) =>
  [
    ['minLength', 'maxLength'],
    ['minimum', 'maximum'],
    ['minItems', 'maxItems'],
  ]
    .filter(([least, most]) => schema[least] !== undefined || schema[most] !== undefined)
    .map(([least, most]) => `${schema[least] ?? ''} … ${schema[most] ?? ''}`)
    .concat(schema.default === undefined ? [] : [`= ${JSON.stringify(schema.default)}`])
    .join(', ');

/** The members of a schema; of a reference, those of what it names. */
export const fieldsOf = (api, schema) => {
  const name = refName(schema);
  const shown = name === null ? schema : api.components.schemas[name];
  if (shown?.properties === undefined) return element('p', {}, typeOf(schema));
  const needed = new Set(shown.required ?? []);
  const rows = Object.entries(shown.properties).map(([field, of]) => [
    element(
      'span',
      {},
      code(field),
      needed.has(field) ? element('b', { className: 'needed', textContent: ' *' }) : null,
    ),
    typeOf(of),
    [of.description, boundsOf(of)].filter(Boolean).join(' · '),
  ]);
  return element(
    'div',
    {},
    name === null ? null : element('p', {}, typeOf(schema)),
    table([word('name'), word('type'), word('says')], rows),
  );
};

/** The page of one schema: its members, and the operations that speak it. */
export const schemaPage = (api, name, operations) => {
  const schema = api.components.schemas[name];
  if (schema === undefined) return element('p', { textContent: word('nothing') });
  const mark = `"#/components/schemas/${name}"`;
  const schemas = Object.entries(api.components.schemas)
    .filter(([, each]) => JSON.stringify(each).includes(mark))
    .map(([each]) => element('a', { href: `#schema/${each}`, textContent: each }));
  const users = operations.filter(({ operation }) => JSON.stringify(operation).includes(mark));
  return element(
    'article',
    {},
    element('p', { className: 'soft', textContent: word('schema') }),
    element('h1', { textContent: name }),
    schema.description === undefined ? null : element('p', { textContent: schema.description }),
    fieldsOf(api, schema),
    schema.example === undefined ? null : json(schema.example),
    users.length + schemas.length === 0 ? null : element('h3', { textContent: word('usedBy') }),
    element(
      'ul',
      {},
      ...schemas.map((each) => element('li', {}, each)),
      ...users.map(({ operation, method, path }) =>
        element(
          'li',
          {},
          element('a', { href: `#${operation.operationId}` }, code(`${method.toUpperCase()} ${path}`)),
        ),
      ),
    ),
  );
};
