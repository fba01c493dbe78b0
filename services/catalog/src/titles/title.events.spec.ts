import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { TitleDescribedV1 } from '@shulian/contracts/catalog';
import { describedOnlyBy } from './rules/title.js';
import { titleDescribed } from './title.events.js';

describe('what is announced of a title', () => {
  it('is the golden example', () => {
    const file = join(
      import.meta.dirname,
      '../../../../libs/contracts/examples/shulian.catalog.title.described.v1.json',
    );
    const example = JSON.parse(readFileSync(file, 'utf8')) as TitleDescribedV1;
    const { titleId, title, ...description } = example.data;
    const announced = titleDescribed({
      ...describedOnlyBy(title),
      ...description,
      id: titleId,
      version: example.aggregateversion,
    });
    expect(announced).toEqual({
      type: example.type,
      topic: 'shulian.catalog.title',
      key: example.subject,
      schoolId: null,
      aggregateVersion: example.aggregateversion,
      data: example.data,
    });
  });
});
