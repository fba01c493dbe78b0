import { allEvents } from '@shulian/contracts';
import { holdsScope, type Reach, type TokenClaims } from '@shulian/contracts/access';
import type { FedEvent } from './event-feed.query.js';

const tellsOfReaders = (data: object): boolean =>
  Object.keys((data as { properties?: object }).properties ?? {}).some((name) => /reader(Id)?$/i.test(name));

/** Types whose data say something of one reader, if only an id; read from the contracts, so that a new type is in. */
export const typesWithReaders: ReadonlySet<string> = new Set(
  allEvents.filter(({ data }) => tellsOfReaders(data)).map(({ type }) => type),
);

export type Wish = {
  readonly types: ReadonlySet<string> | null;
  readonly schoolId: string | null;
};

/**
 * Whether a follower may see an event (decision 10): everything of the own schools and facts of no school; the roles
 * of the county see every school, but no type that tells of readers. A client without a list of schools has them all.
 */
export function maySee(
  reach: Reach,
  isClient: boolean,
  { type, schoolId }: Pick<FedEvent, 'type' | 'schoolId'>,
): boolean {
  if (schoolId !== null && reach.schools.has(schoolId)) return true;
  if (typesWithReaders.has(type)) return reach.county && isClient;
  return schoolId === null || reach.county;
}

/** Whether ids of readers, cards and notes stay in what a follower gets: a programme needs a scope of its own for them. */
export const seesReaders = (claims: TokenClaims): boolean =>
  claims.kind !== 'client' || holdsScope(claims, 'events.read.readers');

/** Whether the follower asked for it. */
export const isWished = ({ types, schoolId }: Wish, event: Pick<FedEvent, 'type' | 'schoolId'>): boolean =>
  (types === null || types.has(event.type)) && (schoolId === null || event.schoolId === schoolId);
