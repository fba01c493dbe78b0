import type { FastifyRequest } from 'fastify';
import { allCheckedIn } from './checked-in.js';
import { publicRoutesOf, type ServiceRoute } from './routing-table.js';

/** Of the services, and the keys by which anybody can check a token: those stand in no document. */
export const publicDoors: readonly ServiceRoute[] = [
  ...publicRoutesOf(allCheckedIn()),
  { method: 'GET', url: '/.well-known/jwks.json', service: 'readers' },
];
const open: ReadonlySet<string> = new Set(
  publicDoors.flatMap(({ method, url }) =>
    method === 'GET' ? [`GET ${url}`, `HEAD ${url}`] : [`${method} ${url}`],
  ),
);

/** Whether somebody may ask without an access token: by the route that was matched, as everything at the front door is decided. */
export const isPublic = ({ method, routeOptions }: FastifyRequest): boolean =>
  open.has(`${method} ${routeOptions.url ?? ''}`);
