import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { limits } from '@shulian/contracts/limits';
import { PlainText } from '../plain-text.http.js';
import {
  schoolKinds,
  schoolSystems,
  type School,
  type SchoolKind,
  type SchoolSystem,
} from './rules/school.js';

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

  @ApiPropertyOptional({ enum: schoolSystems, default: '6-3', description: '六三制、五四制' })
  @IsOptional()
  @IsIn(schoolSystems)
  system: SchoolSystem = '6-3';
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

  @ApiPropertyOptional({ enum: schoolSystems })
  @IsOptional()
  @IsIn(schoolSystems)
  system?: SchoolSystem;
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
  @ApiProperty({ enum: schoolSystems })
  system!: SchoolSystem;
  @ApiProperty({ type: 'integer' })
  version!: number;
}

export class SchoolPage {
  @ApiProperty({ type: [SchoolView] })
  items!: SchoolView[];
  @ApiProperty({ type: 'string', nullable: true })
  nextCursor!: string | null;
}

export const toSchoolView = ({ id, code, name, kind, system, version }: School): SchoolView => ({
  id,
  code,
  name,
  kind,
  system,
  version,
});
