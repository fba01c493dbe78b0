import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ListAsked } from '@shulian/service-kit';
import { limits } from '@shulian/contracts/limits';
import { Asked, SchoolAsked } from '@shulian/service-kit/fields';

/** Kind of the job. */
export const CLC_TABLE_KIND = 'clc-table-import';
/** Signs of the name of a class. */
export const LONGEST_WORDS = 500;

/** `GET /clc-classes` */
export class ClcClassesAsked extends ListAsked {
  @ApiPropertyOptional({
    maxLength: limits.clc,
    description: 'classes right below it; left out: the main classes',
  })
  @Asked(limits.clc)
  under?: string;

  @ApiPropertyOptional({
    maxLength: limits.clc,
    description: 'in place of `under`: the classes that this number is in, from the main class down',
  })
  @Asked(limits.clc)
  of?: string;
}

/** `GET /doubtful-classes`, `GET /unclassed-titles` */
export class ClassWorkAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;
}

/** `POST /clc-table-imports`, multipart/form-data */
export class ClcTableAsked {
  @ApiProperty({
    type: 'string',
    format: 'binary',
    description: 'CSV with the headings 分类号 (notation), 类名 (words), 上位类 (parent)',
  })
  file!: unknown;
}

const orNull = { type: 'string', nullable: true } as const;

export class ClcClassView {
  @ApiProperty() notation!: string;
  @ApiProperty({ description: 'in the language of the reader, where the program knows it in both' })
  name!: string;
  @ApiProperty(orNull) parent!: string | null;
  @ApiProperty({ enum: ['program', 'county'], description: 'where it is from' }) source!:
    'program' | 'county';
}

export class ClcClassesPage {
  @ApiProperty({ type: [ClcClassView] }) items!: ClcClassView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

export class DoubtfulClassView {
  @ApiProperty() clc!: string;
  @ApiProperty({ description: 'why it is doubtful', example: 'clc.no-such-class' }) code!: string;
  @ApiProperty({
    type: 'integer',
    description: 'titles of the county that have it; GET /titles?clc= lists them',
  })
  titles!: number;
}

export class DoubtfulClassesPage {
  @ApiProperty({ type: [DoubtfulClassView] }) items!: DoubtfulClassView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

export class UnclassedTitleView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty() title!: string;
  @ApiProperty({ type: [String] }) contributors!: string[];
  @ApiProperty({ type: [String] }) isbns!: string[];
  @ApiProperty({
    type: [String],
    description: 'numbers of other schemes, and those that could not be read: `clc:TXX`',
  })
  otherClasses!: string[];
  @ApiProperty({ type: [String], description: 'call numbers that copies bear all the same' })
  callNumbers!: string[];
}

export class UnclassedTitlesPage {
  @ApiProperty({ type: [UnclassedTitleView] }) items!: UnclassedTitleView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
