import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Id, ListAsked } from '@shulian/service-kit';
import { IsOptional } from 'class-validator';
import { SchoolAsked } from '@shulian/service-kit/fields';

/** `PUT /titles/by-external-id/{externalId}` */
export class TitleNamedAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiProperty({ format: 'uuid', description: 'the title that the system of the school means' })
  @Id()
  titleId!: string;
}

/** `GET` and `DELETE /titles/by-external-id/{externalId}` */
export class OfSchoolAsked {
  @SchoolAsked()
  schoolId?: string;
}

/** `GET /title-external-ids` */
export class TitleExternalIdsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'of this title alone' })
  @IsOptional()
  @Id()
  titleId?: string;
}

export class TitleExternalIdView {
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty() externalId!: string;
  @ApiProperty({ format: 'uuid', description: 'of a title that was merged: the one that remains' })
  titleId!: string;
  @ApiProperty() title!: string;
}

export class TitleExternalIdsPage {
  @ApiProperty({ type: [TitleExternalIdView] }) items!: TitleExternalIdView[];
  @ApiProperty({ type: 'string', nullable: true }) nextCursor!: string | null;
}
