import type { TitleDescribedV1, TitleMergedV1, TitleSeparatedV1 } from '@shulian/contracts/catalog';
import type { TitleId } from '@shulian/contracts/ids';

/** What activities knows of a title: that it is there, and which one took its place. */
export type KnownTitle = {
  readonly titleId: TitleId;
  readonly mergedInto: TitleId | null;
  /** What it is called; null where the event does not say. */
  readonly title: string | null;
  readonly version: number;
};

export const knownTitleAfter = ({ data, aggregateversion }: TitleDescribedV1): KnownTitle => ({
  titleId: data.titleId,
  mergedInto: null,
  title: data.title,
  version: aggregateversion,
});

export const knownMergedTitleAfter = ({ data, aggregateversion }: TitleMergedV1): KnownTitle => ({
  titleId: data.titleId,
  mergedInto: data.intoTitleId,
  title: null,
  version: aggregateversion,
});

export const knownSeparatedTitleAfter = ({ data, aggregateversion }: TitleSeparatedV1): KnownTitle => ({
  titleId: data.titleId,
  mergedInto: null,
  title: null,
  version: aggregateversion,
});
