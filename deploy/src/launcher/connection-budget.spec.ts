import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { allConnections, connections, MOST_CONNECTIONS } from './connection-budget.js';

describe('the connections to PostgreSQL', () => {
  it.each([
    ['postgres', 1],
    ['kafka', 1],
    ['kafka', 2],
  ] as const)('with the bus in %s and %i of each service stay within their bound', (bus, replicas) => {
    expect(allConnections(bus, replicas)).toBeLessThanOrEqual(MOST_CONNECTIONS);
  });

  it('are the same in the compose file', () => {
    const compose = readFileSync(new URL('../../../docker-compose.yml', import.meta.url), 'utf8');
    for (const [service, { desks, lists }] of Object.entries(connections)) {
      const [, its = ''] = compose.split(`  ${service}:\n    <<: *service\n`);
      const said = (name: string): string | undefined =>
        new RegExp(`^.*?${name}: '(\\d+)'`, 's').exec(its)?.[1];
      expect([service, said('SERVICE_POOL'), said('SERVICE_LIST_POOL')]).toEqual([
        service,
        String(desks),
        String(lists),
      ]);
    }
  });
});
