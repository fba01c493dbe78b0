import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { CopyAccessionedV1, CopyChangedV1, CopyWithdrawnV1 } from '@shulian/contracts/catalog';
import { copyAccessioned, copyChanged } from './copy.events.js';
import type { Copy } from './rules/copy.js';

const golden = <Event>(type: string): Event =>
  JSON.parse(
    readFileSync(join(import.meta.dirname, `../../../../libs/contracts/examples/${type}.json`), 'utf8'),
  ) as Event;
const aCopy = ({ data, aggregateversion }: CopyAccessionedV1 | CopyChangedV1): Copy => {
  const { copyId, source: _, ...facts } = { source: null, ...data };
  return {
    ...facts, locationId: facts.locationId ?? null, id: copyId, version: aggregateversion, formerNumber: null, bookNumber: null, volume: null, withdrawn: null, foundAs: null,
  externalId: null,
  }; // prettier-ignore
};

describe('what is announced of a copy', () => {
  const accessioned = golden<CopyAccessionedV1>('shulian.catalog.copy.accessioned.v1');
  const changed = golden<CopyChangedV1>('shulian.catalog.copy.changed.v1');
  const withdrawn = golden<CopyWithdrawnV1>('shulian.catalog.copy.withdrawn.v1');

  it('is the golden example of an accession', () => {
    expect(copyAccessioned(aCopy(accessioned), 'donation')).toMatchObject({
      type: accessioned.type,
      topic: 'shulian.catalog.copy',
      key: accessioned.subject,
      schoolId: accessioned.data.schoolId,
      data: accessioned.data,
    });
  });

  it('is the golden example of a change', () => {
    const copy = aCopy(changed);
    expect(copyChanged(copy, copy)).toMatchObject({
      type: changed.type,
      key: changed.subject,
      data: changed.data,
    });
  });

  it('is the golden example of a withdrawal', () => {
    const { copyId, titleId, schoolId, withdrawnOn, why } = withdrawn.data;
    const before = { ...aCopy(accessioned), id: copyId, titleId, schoolId };
    const after: Copy = { ...before, stockState: 'withdrawn', withdrawn: { on: withdrawnOn, why } };
    expect(copyChanged(before, after)).toMatchObject({
      type: withdrawn.type,
      key: withdrawn.subject,
      data: withdrawn.data,
    });
  });
});
