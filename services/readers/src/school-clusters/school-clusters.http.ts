import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { Ids, ListAsked } from '@shulian/service-kit';
import { IdsOf, Line, LineOrNull, shown } from '@shulian/service-kit/fields';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsOptional } from 'class-validator';
import { MOST_SCHOOLS } from './rules/school-cluster.js';

/** `POST /school-clusters` */
export class SchoolClusterAsked {
  @Line(limits.groupName)
  name!: string;

  @IdsOf(MOST_SCHOOLS)
  schoolIds!: string[];
}

/** `PATCH /school-clusters/{id}`: what is left out stays. */
export class SchoolClusterChangeAsked {
  @LineOrNull(limits.groupName)
  name?: string | null;

  @ApiPropertyOptional({
    type: 'array',
    items: { type: 'string', format: 'uuid' },
    minItems: 1,
    maxItems: MOST_SCHOOLS,
    description: 'all its schools from now on',
  })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_SCHOOLS)
  @ArrayUnique()
  @Ids()
  schoolIds?: string[];
}

export class SchoolClustersAsked extends ListAsked {}

export class ClusterSchoolView {
  @ApiProperty(shown.id) id!: string;
  @ApiProperty() name!: string;
}

/** A cluster of schools (学区). */
export class SchoolClusterView {
  @ApiProperty(shown.id) id!: string;
  @ApiProperty(shown.whole) version!: number;
  @ApiProperty() name!: string;
  @ApiProperty({ type: [ClusterSchoolView] }) schools!: ClusterSchoolView[];
  @ApiProperty({ ...shown.whole, description: 'accounts with a grant there' }) accounts!: number;
}

export class SchoolClustersPage {
  @ApiProperty({ type: [SchoolClusterView] }) items!: SchoolClusterView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}
