import { describe, expect, it } from '@jest/globals';
import { breaks } from './released-contracts.mjs';

const before = {
  type: 'object',
  required: ['id', 'kind'],
  properties: {
    id: { type: 'string', pattern: '^[0-9a-f]+$' },
    kind: {
      anyOf: [
        { const: 'a', type: 'string' },
        { const: 'b', type: 'string' },
      ],
    },
    days: { type: 'array', items: { type: 'string' } },
  },
};
const changed = (
  change: (schema: typeof before & { properties: Record<string, object> }) => void,
): object => {
  const after = structuredClone(before) as never;
  change(after);
  return after;
};

describe('a released event schema', () => {
  it('may gain an optional field', () => {
    expect(breaks(before, before)).toEqual([]);
    expect(
      breaks(
        before,
        changed(({ properties }) => (properties['more'] = { type: 'string' })),
      ),
    ).toEqual([]);
  });

  it.each([
    ['/id is gone', changed(({ properties }) => void Reflect.deleteProperty(properties, 'id'))],
    [
      '/id has another type',
      changed(({ properties }) => (properties['id'] = { type: 'integer', pattern: '^[0-9a-f]+$' })),
    ],
    [
      '/id has another pattern',
      changed(({ properties }) => (properties['id'] = { type: 'string', pattern: 'x' })),
    ],
    [
      '/days/[] has another type',
      changed(({ properties }) => (properties['days'] = { type: 'array', items: { type: 'integer' } })),
    ],
    ['/id is no longer promised', changed((schema) => (schema.required = ['kind']))],
    [
      '/days is required, which older events of this version do not have',
      changed((schema) => schema.required.push('days')),
    ],
    [
      '/kind has an alternative that was not there',
      changed(
        ({ properties }) =>
          (properties['kind'] = { anyOf: [...before.properties.kind.anyOf, { const: 'c', type: 'string' }] }),
      ),
    ],
    ['/ is closed', { ...before, additionalProperties: false }],
  ])('%s: that is a new version', (complaint, after) => {
    expect(breaks(before, after)).toEqual([complaint]);
  });
});
