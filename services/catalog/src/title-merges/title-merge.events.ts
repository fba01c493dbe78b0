import { TitleMergedV1, TitleSeparatedV1 } from '@shulian/contracts/catalog';
import type { Announcement } from '@shulian/contracts/envelope';
import type { TitleId } from '@shulian/contracts/ids';

/** @param version of the title after it */
export const titleMerged = (titleId: TitleId, intoTitleId: TitleId, version: number): Announcement =>
  TitleMergedV1.announce({ titleId, intoTitleId }, version);

export const titleSeparated = (titleId: TitleId, fromTitleId: TitleId, version: number): Announcement =>
  TitleSeparatedV1.announce({ titleId, fromTitleId }, version);
