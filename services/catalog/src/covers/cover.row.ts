import type { TitleId } from '@shulian/contracts/ids';

/** The picture of a title's cover, and the file it lies in. */
export type Cover = {
  readonly titleId: TitleId;
  readonly fileId: string;
  readonly width: number;
  readonly height: number;
  readonly size: number;
};
