import { serviceNames } from '@shulian/contracts/services';
import { LINES, TABLE_FORMATS } from '@shulian/service-kit';
import type { ApiDocument } from '../api-documents/api-document.js';

export type ServiceName = Exclude<(typeof serviceNames)[number], 'gateway'>;

/** The services behind the gateway. */
export const services: readonly ServiceName[] = serviceNames.filter((name) => name !== 'gateway');

/** Several services answer below these; the next part of the path says which. */
const SHARED = new Set(['jobs', 'operations']);

/**
 * First path segment below `/api/v1` → the service that owns it (decision 1), as their OpenAPI documents say.
 * @throws Error when two services claim one
 */
export function segmentsOf(
  documents: ReadonlyMap<ServiceName, Pick<ApiDocument, 'paths'>>,
): ReadonlyMap<string, ServiceName> {
  const owners = new Map<string, ServiceName>();
  for (const [service, { paths }] of documents)
    for (const path of Object.keys(paths)) {
      const segment = /^\/api\/v1\/([^/]+)/.exec(path)?.[1];
      if (segment === undefined || SHARED.has(segment)) continue;
      const owner = owners.get(segment);
      if (owner !== undefined && owner !== service)
        throw new Error(`${owner} and ${service} both answer /api/v1/${segment}`);
      owners.set(segment, service);
    }
  return owners;
}

/** A service by its name, or null: what is in a path may be anything. */
export const serviceNamed = (name: string | undefined): ServiceName | null =>
  services.find((service) => service === name) ?? null;

/** A job id is `<service>-<uuid>`; null when it names no service of ours. */
export function serviceOfJob(jobId: string): ServiceName | null {
  return serviceNamed(/^([a-z]+)-[0-9a-f-]{36}$/.exec(jobId.toLowerCase())?.[1]);
}

/**
 * Routes whose answers can be long or never end: they get connections of their own and are not held in memory. As the
 * router matches them: text has many ways to be written.
 */
export const longRoutes = ['/api/v1/jobs/:id/events', '/api/v1/reports/:name'] as const;
const readsOf = new Set(longRoutes.flatMap((route) => [`GET ${route}`, `HEAD ${route}`]));

const printed: ReadonlySet<unknown> = new Set([...TABLE_FORMATS, LINES]);
/** @param format what the query says: a list that is printed comes whole */
export const isLongAnswer = (method: string, route: string | undefined, format?: unknown): boolean =>
  readsOf.has(`${method} ${route ?? ''}`) || (method === 'GET' && printed.has(format));

type Described = {
  readonly requestBody?: { readonly content?: Readonly<Record<string, unknown>> };
  readonly 'x-access'?: { readonly public?: boolean };
};
type Documents = ReadonlyMap<ServiceName, Pick<ApiDocument, 'paths'>>;

/** A route of a service, as the router has it. */
export type ServiceRoute = { readonly method: string; readonly url: string; readonly service: ServiceName };

const routesWith = (documents: Documents, has: (operation: Described) => boolean): readonly ServiceRoute[] =>
  [...documents].flatMap(([service, { paths }]) =>
    Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations)
        .filter(([, operation]) => has(operation as Described))
        .map(([method]) => ({
          method: method.toUpperCase(),
          url: path.replace(/\{(\w+)\}/g, ':$1'),
          service,
        })),
    ),
  );

/**
 * The routes that take files, as the documents of their services say: their bodies go on as they come, all others are small
 * and held in memory.
 */
export const uploadsOf = (documents: Documents): readonly ServiceRoute[] =>
  routesWith(documents, ({ requestBody }) =>
    Object.keys(requestBody?.content ?? {}).some((type) => type.startsWith('multipart/')),
  );

/** The routes that may be asked without an access token, as their documents say; everything else is refused at the edge. */
export const publicRoutesOf = (documents: Documents): readonly ServiceRoute[] =>
  routesWith(documents, (operation) => operation['x-access']?.public === true);

/** Whether a route is one of its own, not a whole segment: the router tells it apart only if it has it. */
export const isBelowSegment = (url: string): boolean => /^\/api\/v1\/[^/]+\/./.test(url);
