import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Id, PageAsked } from '@shulian/service-kit';
import { Type } from 'class-transformer';
import { IsObject, IsOptional, ValidateNested } from 'class-validator';
import { SchoolAsked, Text } from '@shulian/service-kit/fields';
import { PlainText } from '../plain-text.http.js';

const orNull = { type: 'string', nullable: true } as const;
/** Characters of a heading, or of what is told of a whole list. */
const HEADING = 40;
const NAME = 60;

const Heading = (): PropertyDecorator => (target, key) => {
  ApiPropertyOptional({
    ...orNull,
    maxLength: HEADING,
    description: '该列的表头；null 表示名册中没有 its heading; null: not in the list',
  })(target, key);
  IsOptional()(target, key);
  PlainText(1, HEADING)(target, key);
};
const Told = (): PropertyDecorator => (target, key) => {
  ApiPropertyOptional({ type: 'string', maxLength: HEADING })(target, key);
  IsOptional()(target, key);
  PlainText(1, HEADING)(target, key);
};

export class MappedColumnsAsked {
  @Heading() name?: string | null;
  @Heading() number?: string | null;
  @Heading() kind?: string | null;
  @Heading() grade?: string | null;
  @Heading() class?: string | null;
  @Heading() entryYear?: string | null;
  @Heading() section?: string | null;
}

/** What holds for the whole list where it has no column for it. */
export class ToldAsked {
  @Told() kind?: string;
  @Told() grade?: string;
  @Told() class?: string;
  @Told() section?: string;
}

/** `POST /roster-mappings` */
export class MappingAsked {
  @SchoolAsked()
  schoolId?: string;

  @Text(NAME)
  name!: string;

  @ApiProperty({ type: MappedColumnsAsked })
  @IsObject()
  @ValidateNested()
  @Type(() => MappedColumnsAsked)
  columns!: MappedColumnsAsked;

  @ApiPropertyOptional({ type: ToldAsked })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => ToldAsked)
  told?: ToldAsked;
}

/** `PATCH /roster-mappings/{id}`: columns and what is told are replaced as a whole */
export class ChangeMappingAsked {
  @ApiPropertyOptional({ type: 'string', maxLength: NAME })
  @IsOptional()
  @PlainText(1, NAME)
  name?: string;

  @ApiPropertyOptional({ type: MappedColumnsAsked })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => MappedColumnsAsked)
  columns?: MappedColumnsAsked;

  @ApiPropertyOptional({ type: ToldAsked })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => ToldAsked)
  told?: ToldAsked;
}

/** `GET /roster-mappings` */
export class MappingsAsked extends PageAsked {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @Id()
  schoolId?: string;
}

export class MappingView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ type: MappedColumnsAsked }) columns!: MappedColumnsAsked;
  @ApiProperty({ type: ToldAsked }) told!: ToldAsked;
  @ApiProperty({ ...orNull, format: 'date-time', description: 'when a list was read by it last' })
  usedAt!: string | null;
  @ApiProperty({ type: 'integer' }) version!: number;
}
export class MappingPage {
  @ApiProperty({ type: [MappingView] }) items!: MappingView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

/** `POST /roster-previews`, multipart/form-data */
export class PreviewAsked {
  @ApiProperty({
    type: 'string',
    format: 'binary',
    description: 'as for `POST /roster-imports`, at most 20 MB',
  })
  file!: unknown;
  @ApiPropertyOptional({ format: 'uuid' })
  schoolId?: string;
  @ApiPropertyOptional({ description: 'id of a mapping; none: by headings alone; left out: as last time' })
  mapping?: string;
}

export class PreviewColumn {
  @ApiProperty({ type: 'integer', description: 'from 1' }) column!: number;
  @ApiProperty() heading!: string;
  @ApiProperty({ ...orNull, description: 'what it is read as; null: not read' }) field!: string | null;
}
export class PreviewRow {
  @ApiProperty({ type: 'integer', description: 'as a person counts it' }) row!: number;
  @ApiProperty(orNull) name!: string | null;
  @ApiProperty(orNull) number!: string | null;
  @ApiProperty(orNull) kind!: string | null;
  @ApiProperty(orNull) className!: string | null;
  @ApiProperty({ ...orNull, description: 'why it would not be taken' }) code!: string | null;
}
export class PreviewTable {
  @ApiProperty(orNull) sheet!: string | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'null: no headings are known' })
  headingRow!: number | null;
  @ApiProperty({ ...orNull, format: 'uuid', description: 'the mapping it is read by' })
  mappingId!: string | null;
  @ApiProperty({ type: [PreviewColumn] }) columns!: PreviewColumn[];
  @ApiProperty({ type: 'integer' }) people!: number;
  @ApiProperty({ type: 'integer', description: 'rows that would not be taken' }) faults!: number;
  @ApiProperty({ type: [PreviewRow], description: 'the first twenty' }) rows!: PreviewRow[];
  @ApiProperty({
    type: 'array',
    items: { type: 'array', items: { type: 'string' } },
    description: 'where no headings are known: the first rows, long numbers left out',
  })
  beginning!: string[][];
}
export class PreviewView {
  @ApiProperty({ type: [PreviewTable] }) tables!: PreviewTable[];
}
