import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { TitleMergedV1, TitleSeparatedV1 } from '@shulian/contracts/catalog';
import { titleMerged, titleSeparated } from './title-merge.events.js';

const golden = <Event>(name: string): Event =>
  JSON.parse(
    readFileSync(
      join(import.meta.dirname, `../../../../libs/contracts/examples/shulian.catalog.title.${name}.v1.json`),
      'utf8',
    ),
  ) as Event;

describe('what is announced of a merger', () => {
  it('is the golden example of a merged title', () => {
    const { type, subject, data, aggregateversion } = golden<TitleMergedV1>('merged');
    expect(titleMerged(data.titleId, data.intoTitleId, aggregateversion)).toEqual({
      type,
      topic: 'shulian.catalog.title',
      key: subject,
      schoolId: null,
      aggregateVersion: aggregateversion,
      data,
    });
  });
  it('is the golden example of one that was separated again', () => {
    const { type, subject, data, aggregateversion } = golden<TitleSeparatedV1>('separated');
    expect(titleSeparated(data.titleId, data.fromTitleId, aggregateversion)).toEqual({
      type,
      topic: 'shulian.catalog.title',
      key: subject,
      schoolId: null,
      aggregateVersion: aggregateversion,
      data,
    });
  });
});
