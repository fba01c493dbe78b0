import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { limits } from '@shulian/contracts/limits';
import { PlainText } from '../plain-text.http.js';
import { schoolKinds, type School, type SchoolKind } from './rules/school.js';

export class OpenSchoolAsked {
  @ApiProperty({
    example: 'YS-01',
    maxLength: limits.schoolCode,
    description: 'unique in the county, whatever the case',
  })
  @PlainText(1, limits.schoolCode)
  code!: string;

  @ApiProperty({ maxLength: limits.schoolName })
  @PlainText(1, limits.schoolName)
  name!: string;

  @ApiProperty({ enum: schoolKinds })
  @IsIn(schoolKinds)
  kind!: SchoolKind;
}

export class ChangeSchoolAsked {
  @ApiPropertyOptional({ maxLength: limits.schoolCode })
  @IsOptional()
  @PlainText(1, limits.schoolCode)
  code?: string;

  @ApiPropertyOptional({ maxLength: limits.schoolName })
  @IsOptional()
  @PlainText(1, limits.schoolName)
  name?: string;

  @ApiPropertyOptional({ enum: schoolKinds })
  @IsOptional()
  @IsIn(schoolKinds)
  kind?: SchoolKind;
}

export class SchoolView {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty()
  code!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty({ enum: schoolKinds })
  kind!: SchoolKind;
  @ApiProperty({ type: 'integer' })
  version!: number;
}

export class SchoolPage {
  @ApiProperty({ type: [SchoolView] })
  items!: SchoolView[];
  @ApiProperty({ type: 'string', nullable: true })
  nextCursor!: string | null;
}

export const toSchoolView = ({ id, code, name, kind, version }: School): SchoolView => ({
  id,
  code,
  name,
  kind,
  version,
});
