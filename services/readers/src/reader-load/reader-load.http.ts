import { ApiProperty } from '@nestjs/swagger';
import { ListAsked } from '@shulian/service-kit';
import { SchoolAsked, shown } from '@shulian/service-kit/fields';

const { orNull, whole } = shown;

/** `GET /reader-loads` */
export class ReaderLoadsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;
}

/** How many readers a library has, and how many of them one librarian serves. */
export class ReaderLoad {
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty() code!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ ...whole, description: 'all who are here' }) readers!: number;
  @ApiProperty(whole) pupils!: number;
  @ApiProperty({ ...whole, description: 'teachers and other staff' }) staff!: number;
  @ApiProperty(whole) external!: number;
  @ApiProperty({ ...whole, description: 'accounts that may sign in and are librarians of the school' })
  librarians!: number;
  @ApiProperty({ type: 'number', nullable: true, description: 'to one decimal; null: no librarian' })
  readersPerLibrarian!: number | null;
}
export class ReaderLoadsPage {
  @ApiProperty({ type: [ReaderLoad] }) items!: ReaderLoad[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
