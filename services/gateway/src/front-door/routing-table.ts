/** The services behind the gateway. */
export const services = ['catalog', 'readers', 'circulation', 'activities', 'reporting'] as const;
export type ServiceName = (typeof services)[number];

const segments: Readonly<Record<ServiceName, readonly string[]>> = {
  catalog: ['titles', 'copies', 'catalog-imports'],
  readers: [
    'sessions',
    'accounts',
    'api-clients',
    'schools',
    'terms',
    'calendar',
    'classes',
    'readers',
    'cards',
    'roster-imports',
  ],
  circulation: [
    'checkouts',
    'returns',
    'renewals',
    'losses',
    'loans',
    'compensations',
    'holds',
    'lending-policies',
  ],
  activities: ['reading-notes'],
  reporting: ['figures', 'reports'],
};

/** First path segment below `/api/v1` → the service that owns it (decision 1). */
export const serviceOfSegment: ReadonlyMap<string, ServiceName> = new Map(
  services.flatMap((service) => segments[service].map((segment) => [segment, service] as const)),
);

/** A service by its name, or null: what is in a path may be anything. */
export const serviceNamed = (name: string | undefined): ServiceName | null =>
  services.find((service) => service === name) ?? null;

/** A job id is `<service>-<uuid>`; null when it names no service of ours. */
export function serviceOfJob(jobId: string): ServiceName | null {
  return serviceNamed(/^([a-z]+)-[0-9a-f-]{36}$/.exec(jobId)?.[1]);
}

/** What may be asked without an access token; everything else is refused at the edge. */
export const publicPaths: ReadonlySet<string> = new Set([
  'POST /api/v1/sessions',
  'POST /api/v1/sessions/refresh',
  'POST /oauth/token',
  'GET /.well-known/jwks.json',
  'HEAD /.well-known/jwks.json',
]);

/** Paths whose answers can be long or never end; they get connections of their own and are not held in memory. */
export const isLongAnswer = (method: string, path: string): boolean =>
  method === 'GET' && /^\/api\/v1\/(jobs\/[^/]+\/events|reports\/[^/]+)$/.test(path);
