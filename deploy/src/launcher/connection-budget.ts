import type { ServiceName } from '@shulian/contracts/services';

/**
 * The connections to PostgreSQL of the whole county, written down here and nowhere else (`docker-compose.yml` repeats
 * the numbers, a test compares). `desks` is for whoever decides or digests, `lists` for whoever only reads.
 */
export const connections: Readonly<Record<ServiceName, { readonly desks: number; readonly lists: number }>> =
  {
    circulation: { desks: 10, lists: 4 },
    catalog: { desks: 6, lists: 3 },
    readers: { desks: 5, lists: 2 },
    activities: { desks: 3, lists: 2 },
    reporting: { desks: 4, lists: 2 },
    gateway: { desks: 3, lists: 2 },
  };

/** Beside its pools each process posts from one connection; where the bus is PostgreSQL, it fetches over five more. */
const OF_THE_RELAY = 1;
const OF_THE_BUS = { postgres: 5, kafka: 0 } as const;

/** Our PostgreSQL takes 100; migrations, repairs and whoever looks after it need some, too. */
export const MOST_CONNECTIONS = 82;

/** All connections that all services open together, each running as often as `replicas` says. */
export function allConnections(bus: keyof typeof OF_THE_BUS, replicas: number): number {
  const share = (pool: number): number => Math.ceil(pool / replicas);
  const ofOne = Object.values(connections).map(
    ({ desks, lists }) => share(desks) + share(lists) + OF_THE_RELAY + OF_THE_BUS[bus],
  );
  return replicas * ofOne.reduce((sum, of) => sum + of, 0);
}
