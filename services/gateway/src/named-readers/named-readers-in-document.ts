import type { ApiDocument } from '../api-documents/api-document.js';
import { INCLUDE, namesReaders } from './operations-that-name-readers.js';

type Tree = Readonly<Record<string, unknown>>;
type Schema = { readonly properties?: Tree };
type Operation = {
  readonly parameters?: readonly Tree[];
  readonly responses: Readonly<Record<string, unknown>>;
};

const parameter = {
  name: INCLUDE,
  in: 'query',
  required: false,
  description:
    'reader：在读者编号旁附上姓名、证号和班级（仅限可见者；查看会留下记录）。 reader: who each reader is, beside the id, for those the caller may see; the read is logged.',
  schema: { type: 'string', enum: ['reader'] },
} as const;

const namedReader = {
  type: 'object',
  required: ['id', 'name', 'cardNumber', 'className'],
  properties: {
    id: { type: 'string', format: 'uuid' },
    name: { type: 'string' },
    cardNumber: { type: ['string', 'null'] },
    className: { type: ['string', 'null'] },
  },
} as const;
const reader = {
  description: `${INCLUDE}=reader；无读者或不可见时为 null Null: there is none, or out of sight`,
  anyOf: [{ $ref: '#/components/schemas/NamedReader' }, { type: 'null' }],
} as const;
const missing = {
  type: 'array',
  items: { type: 'string' },
  description: '暂时不能答复的服务，其内容缺失 Services that are away: what they know is not in the answer',
} as const;

/**
 * Describes `?include=reader` where an operation of the document understands it, and what its answer then has more.
 * @throws Error for an answer whose own `missing` this would hide
 */
export function withNamedReaders<Document extends ApiDocument>(document: Document): Document {
  const schemas = (document.components?.schemas ?? {}) as Readonly<Record<string, Schema>>;
  const operations = Object.values(document.paths).flatMap(Object.values).filter(namesReaders);
  const answers = new Set(operations.flatMap((operation) => schemasIn(successesOf(operation as Operation))));
  const within = new Set(answers);
  for (const name of answers)
    if ('missing' in (schemas[name]?.properties ?? {}))
      throw new Error(`${name} says \`missing\` of something else than of services that are away`);
  for (const name of within) for (const inner of schemasIn(schemas[name])) within.add(inner);
  return {
    ...document,
    paths: mapped(document.paths, (path) =>
      mapped(path, (operation) =>
        namesReaders(operation) ? withParameter(operation as Operation) : operation,
      ),
    ),
    components: {
      ...document.components,
      schemas: {
        ...mapped(schemas, (schema, name) => ({
          ...schema,
          ...(schema.properties === undefined
            ? {}
            : {
                properties: {
                  ...schema.properties,
                  ...(within.has(name) && 'readerId' in schema.properties ? { reader } : {}),
                  ...(answers.has(name) ? { missing } : {}),
                },
              }),
        })),
        NamedReader: namedReader,
      },
    },
  };
}

const withParameter = (operation: Operation): Operation => ({
  ...operation,
  parameters: [...(operation.parameters ?? []), parameter],
});

const successesOf = ({ responses }: Operation): unknown[] =>
  Object.entries(responses).flatMap(([status, response]) => (Number(status) < 300 ? [response] : []));

/** The names of the schemas that something refers to by itself. */
function schemasIn(tree: unknown): string[] {
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.entries(tree).flatMap(([key, part]) => {
    const name = key === '$ref' ? /^#\/components\/schemas\/(.+)$/.exec(String(part))?.[1] : undefined;
    return name === undefined ? schemasIn(part) : [name];
  });
}

const mapped = <Value, Result>(
  tree: Readonly<Record<string, Value>>,
  of: (value: Value, key: string) => Result,
): Record<string, Result> =>
  Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, of(value, key)]));
