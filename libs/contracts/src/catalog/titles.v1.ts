import { Type } from '@sinclair/typebox';
import { defineEvent, type EventOf } from '../envelope/define-event.js';
import { TitleId } from '../ids.js';
import { limits } from '../limits.js';
import { MATERIAL_KINDS } from '../words.js';
import { catalogTitle } from './topics.js';

export const TitleDescribedV1 = defineEvent({
  type: 'shulian.catalog.title.described.v1',
  topic: catalogTitle,
  data: Type.Object({
    titleId: TitleId,
    title: Type.String({ maxLength: limits.title }),
    contributors: Type.Array(Type.String({ maxLength: limits.contributor }), {
      maxItems: limits.contributors,
    }),
    isbns: Type.Array(Type.String({ maxLength: 13, description: '13 digits' }), { maxItems: limits.isbns }),
    publisher: Type.Union([Type.String({ maxLength: limits.publisher }), Type.Null()]),
    publishedYear: Type.Union([Type.Integer(), Type.Null()]),
    clc: Type.Union([
      Type.String({ maxLength: limits.clc, description: 'Chinese Library Classification number' }),
      Type.Null(),
    ]),
    kind: Type.Optional(
      Type.Union(
        MATERIAL_KINDS.map((kind) => Type.Literal(kind)),
        { description: 'kind of material; left out where it is not known' },
      ),
    ),
  }),
  says: 'A title of the county catalogue was described, for the first time or anew.',
  key: (title) => title.titleId,
  school: () => null,
});
export type TitleDescribedV1 = EventOf<typeof TitleDescribedV1>;

export const TitleMergedV1 = defineEvent({
  type: 'shulian.catalog.title.merged.v1',
  topic: catalogTitle,
  data: Type.Object({ titleId: TitleId, intoTitleId: TitleId }),
  says: 'A title turned out to be the same as another; its copies moved there.',
  key: (title) => title.titleId,
  school: () => null,
});
export type TitleMergedV1 = EventOf<typeof TitleMergedV1>;

export const TitleSeparatedV1 = defineEvent({
  type: 'shulian.catalog.title.separated.v1',
  topic: catalogTitle,
  data: Type.Object({ titleId: TitleId, fromTitleId: TitleId }),
  says: 'A title that was merged into another by mistake stands on its own again; its copies came back.',
  key: (title) => title.titleId,
  school: () => null,
});
export type TitleSeparatedV1 = EventOf<typeof TitleSeparatedV1>;
