import type { ApiDocument } from '../api-documents/api-document.js';

type Tree = Readonly<Record<string, unknown>>;

const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Renames schemas everywhere in a document. */
function renamed(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((entry) => renamed(entry, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => {
      if (key === '$ref' && typeof entry === 'string') {
        const name = /^#\/components\/schemas\/(.+)$/.exec(entry)?.[1];
        return [key, name === undefined ? entry : `#/components/schemas/${names.get(name) ?? name}`];
      }
      return [key, renamed(entry, names)];
    }),
  );
}

/**
 * What schemas of a service are called where another service has the name for something else. What looks alike is something
 * else, too, when it holds one of those: the page of a `PlanView` that is not the other `PlanView`.
 */
function namesOf(prefix: string, own: Tree, taken: Tree): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (let before = -1; before < names.size;) {
    before = names.size;
    for (const [name, schema] of Object.entries(own)) {
      const isOther = name in taken && JSON.stringify(taken[name]) !== JSON.stringify(renamed(schema, names));
      if (isOther) names.set(name, `${prefix}${name}`);
    }
  }
  return names;
}

/**
 * One document of all services. A schema name that two services use for different things gets the service's name in
 * front; of a path that several serve (jobs) the first description stands, as the gateway routes by the id.
 */
export function mergedOpenApi(documents: ReadonlyMap<string, ApiDocument>): ApiDocument & Tree {
  const paths: Record<string, Record<string, unknown>> = {};
  const schemas: Record<string, unknown> = {};
  const responses: Record<string, unknown> = {};
  const tags = new Map<string, { readonly name: string }>();
  const securitySchemes: Record<string, unknown> = {};
  for (const [service, document] of documents) {
    for (const tag of document.tags ?? []) tags.set(tag.name, tag);
    const own = document.components?.schemas ?? {};
    const names = namesOf(pascal(service), own, schemas);
    for (const [name, schema] of Object.entries(own))
      schemas[names.get(name) ?? name] ??= renamed(schema, names);
    for (const [path, operations] of Object.entries(document.paths)) {
      const there = (paths[path] ??= {});
      for (const [method, operation] of Object.entries(operations))
        there[method] ??= renamed(operation, names);
    }
    // Of the kit, and so the same in every service.
    Object.assign(responses, document.components?.responses);
    Object.assign(securitySchemes, document.components?.securitySchemes);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Shulian 书联',
      description:
        'The network of the school libraries of one county. Refusals carry stable codes; writes take an Idempotency-Key.',
      version: '1',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: [...tags.values()].sort((one, other) => (one.name < other.name ? -1 : 1)),
    paths: Object.fromEntries(Object.entries(paths).sort(([one], [other]) => (one < other ? -1 : 1))),
    components: { schemas, responses, securitySchemes },
  };
}
