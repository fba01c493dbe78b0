import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TitleDescribedV1, TitleMergedV1, TitleSeparatedV1 } from '@shulian/contracts/catalog';
import type { TitleId } from '@shulian/contracts/ids';
import { newId } from '@shulian/service-kit';
import {
  announceForTests,
  eventually,
  startForTests,
  type ServiceForTests,
} from '@shulian/service-kit/testing';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { activitiesService } from '../activities.module.js';

let database: FreshDatabase;
let activities: ServiceForTests;

beforeAll(async () => {
  database = await freshDatabase('activities_from_catalog');
  activities = await startForTests(activitiesService, { ownerUrl: database.ownerUrl });
});
afterAll(async () => {
  await activities?.stop();
  await database?.drop();
});

const known = (titleId: string): Promise<object[]> =>
  activities.sql('select merged_into, version from known_title where title_id = $1', [titleId]);
const golden = (name: string): { subject: string; data: never; aggregateversion: number } =>
  JSON.parse(
    readFileSync(
      new URL(`../../../../libs/contracts/examples/shulian.catalog.${name}.v1.json`, import.meta.url),
      'utf8',
    ),
  ) as never;

describe('what activities hears of the catalogue', () => {
  it.each([
    ['title.described', TitleDescribedV1, null],
    ['title.merged', TitleMergedV1, '01940000-0000-7000-8000-000000000201'],
    ['title.separated', TitleSeparatedV1, null],
  ] as const)('digests the golden %s, twice as once', async (name, definition, mergedInto) => {
    const { subject, data, aggregateversion } = golden(name);
    const announcement = definition.announce(data, aggregateversion);
    const id = newId();
    await announceForTests(activities, announcement, id);
    await announceForTests(activities, announcement, id);
    await eventually(async () =>
      expect(await known(subject)).toEqual([{ merged_into: mergedInto, version: aggregateversion }]),
    );
    expect(await activities.sql('select from parked_event')).toEqual([]);
  });

  it.each(['in order', 'the other way round'])(
    'takes a title that was separated again for what it is: %s',
    async (order) => {
      const [titleId, other] = [newId<TitleId>(), newId<TitleId>()];
      const told = [
        TitleMergedV1.announce({ titleId, intoTitleId: other }, 2),
        TitleSeparatedV1.announce({ titleId, fromTitleId: other }, 3),
      ];
      for (const one of order === 'in order' ? told : told.reverse()) await announceForTests(activities, one);
      await eventually(async () => expect(await known(titleId)).toEqual([{ merged_into: null, version: 3 }]));
    },
  );

  it('keeps the newer of two versions', async () => {
    const [titleId, intoTitleId, marker] = [newId<TitleId>(), newId<TitleId>(), newId<TitleId>()];
    const described = (id: TitleId) =>
      TitleDescribedV1.announce(
        {
          titleId: id,
          title: '呐喊',
          contributors: [],
          isbns: [],
          publisher: null,
          publishedYear: null,
          clc: null,
        },
        1,
      );
    await announceForTests(activities, TitleMergedV1.announce({ titleId, intoTitleId }, 2));
    const late = newId();
    await announceForTests(activities, described(titleId), late);
    await announceForTests(activities, described(marker));
    await eventually(async () => {
      expect(await known(marker)).toHaveLength(1);
      expect(await activities.sql('select from inbox where event_id = $1', [late])).toHaveLength(1);
    });
    expect(await known(titleId)).toEqual([{ merged_into: intoTitleId, version: 2 }]);
  });
});
