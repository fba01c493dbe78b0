import { ApiProperty } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import type { BodyError } from '@shulian/service-kit';
import { isUUID } from 'class-validator';
import { OneOf, shown, Text } from '@shulian/service-kit/fields';
import { HOLDER_KINDS, type Holder, type HolderKind } from './rules/textbook-line.js';

export class TextbookHolderAsked {
  @OneOf(HOLDER_KINDS)
  kind!: HolderKind;

  @Text(limits.locationName, 'id of the class or of the reader, name of the group')
  ref!: string;
}

export class TextbookHolderView {
  @ApiProperty({ enum: HOLDER_KINDS }) kind!: HolderKind;
  @ApiProperty({ description: 'id of the class or of the reader, name of the group' }) ref!: string;
  @ApiProperty({ ...shown.orNull, format: 'uuid', description: 'the teacher or pupil' }) readerId!:
    string | null;
}

/** Ids are the same in upper and lower case; names of groups stay as they are written. */
export const holderOf = (asked: TextbookHolderAsked | undefined): Holder | null =>
  asked === undefined
    ? null
    : { kind: asked.kind, ref: asked.kind === 'group' ? asked.ref : asked.ref.toLowerCase() };

/** A class and a reader are known by their ids: no name of a person stands here. */
export const refFault = (asked: TextbookHolderAsked | undefined, pointer: string): BodyError[] =>
  asked !== undefined && asked.kind !== 'group' && !isUUID(asked.ref)
    ? [{ pointer: `${pointer}/ref`, code: 'is-uuid' }]
    : [];

export const toHolderView = (kind: HolderKind | null, ref: string | null): TextbookHolderView | null =>
  kind === null || ref === null ? null : { kind, ref, readerId: kind === 'reader' ? ref : null };
