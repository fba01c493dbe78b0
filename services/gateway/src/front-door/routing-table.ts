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

/** Routes that may be asked without an access token; everything else is refused at the edge. */
export const publicRoutes: ReadonlySet<string> = new Set([
  'POST /api/v1/sessions',
  'POST /api/v1/sessions/refresh',
  'POST /oauth/token',
  'GET /.well-known/jwks.json',
  'HEAD /.well-known/jwks.json',
  'GET /api/v1/terminal-titles',
  'HEAD /api/v1/terminal-titles',
]);

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

/** Uploads below a segment: known, as the others, by the route that the router matched. */
export const coverRoute = '/api/v1/titles/:id/cover';
export const issueListsRoute = '/api/v1/vendors/:id/issue-lists';

/** Routes that take files: their bodies go on as they come, all others are small and held in memory. */
export const uploadDoors = [
  'POST /api/v1/archive-imports',
  'POST /api/v1/catalog-imports',
  'POST /api/v1/roster-imports',
  `POST ${issueListsRoute}`,
  `PUT ${coverRoute}`,
] as const;
const uploads: ReadonlySet<string> = new Set(uploadDoors);
export const takesUpload = (method: string, route: string | undefined): boolean =>
  uploads.has(`${method} ${route ?? ''}`);
