import { ApiProperty } from '@nestjs/swagger';
import type { CalendarDay } from '@shulian/contracts/ids';
import { limits } from '@shulian/contracts/limits';
import { ListAsked } from '@shulian/service-kit';
import { Day, Line, LineOrNull, OneOf, OneOfOrNone, SchoolAsked, shown, TextOrNull, Things, ThingsOrNone } from '@shulian/service-kit/fields'; // prettier-ignore
import {
  ASSET_FIELDS,
  ASSET_FORMATS,
  EXPORT_STATES,
  type AssetField,
  type AssetFormat,
  type ExportState,
} from './rules/asset-profile.js';

const MOST_COLUMNS = 60;
const MOST_CODES = 50;
const HEADER = 60;
const RECEIPT = 100;

export class AssetCodeAsked {
  @Line(HEADER, 'our word, as reading') ours!: string;
  @Line(HEADER, 'the code of the other system') theirs!: string;
}
export class AssetColumnAsked {
  @Line(HEADER, 'as the other system calls the column') header!: string;

  @OneOfOrNone(ASSET_FIELDS, 'what stands in it; this or a value')
  field?: AssetField;

  @LineOrNull(limits.location, 'the same in every line')
  value?: string | null;

  @ThingsOrNone(AssetCodeAsked, MOST_CODES)
  codes?: AssetCodeAsked[];
}
/** `PUT /asset-profile` */
export class AssetProfileAsked {
  @OneOf(ASSET_FORMATS)
  format!: AssetFormat;

  @Things(AssetColumnAsked, MOST_COLUMNS)
  columns!: AssetColumnAsked[];
}
export class AssetColumnView {
  @ApiProperty() readonly header!: string;
  @ApiProperty({ type: 'string', enum: ASSET_FIELDS, nullable: true }) readonly field!: AssetField | null;
  @ApiProperty(shown.orNull) readonly value!: string | null;
  @ApiProperty({ type: [AssetCodeAsked] }) readonly codes!: readonly AssetCodeAsked[];
}
export class AssetProfileView {
  @ApiProperty({ ...shown.whole, description: '1 where the county has set none yet' })
  readonly version!: number;
  @ApiProperty({ enum: ASSET_FORMATS }) readonly format!: AssetFormat;
  @ApiProperty({ type: [AssetColumnView] }) readonly columns!: readonly AssetColumnView[];
}

/** `POST /asset-exports` */
export class AssetExportAsked {
  @SchoolAsked()
  schoolId?: string;

  @Day('first day of the period')
  from!: CalendarDay;

  @Day('last day')
  to!: CalendarDay;
}
/** `GET /asset-exports` */
export class AssetExportsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @OneOfOrNone(EXPORT_STATES)
  state?: ExportState;
}
/** `POST /asset-exports/{id}/steps` */
export class AssetExportStepAsked {
  @OneOf(EXPORT_STATES.slice(1))
  state!: ExportState;

  @LineOrNull(RECEIPT, 'number of the receipt of the other system')
  receipt?: string | null;

  @TextOrNull(limits.stockNote)
  note?: string | null;
}
export class AssetExportView {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ ...shown.idOrNull, description: 'null: of the county' }) readonly schoolId!: string | null;
  @ApiProperty(shown.day) readonly from!: string;
  @ApiProperty(shown.day) readonly to!: string;
  @ApiProperty(shown.whole) readonly profileVersion!: number;
  @ApiProperty(shown.whole) readonly rooms!: number;
  @ApiProperty({ enum: ASSET_FORMATS }) readonly format!: AssetFormat;
  @ApiProperty({ description: 'of the file, to compare with what arrived' }) readonly sha256!: string;
  @ApiProperty(shown.day) readonly madeOn!: string;
  @ApiProperty({ enum: EXPORT_STATES }) readonly state!: ExportState;
  @ApiProperty(shown.orNull) readonly receipt!: string | null;
}
export class AssetExportStep {
  @ApiProperty({ enum: EXPORT_STATES }) readonly state!: ExportState;
  @ApiProperty({ format: 'date-time' }) readonly at!: string;
  @ApiProperty({ description: 'account or client' }) readonly by!: string;
  @ApiProperty(shown.orNull) readonly receipt!: string | null;
  @ApiProperty(shown.orNull) readonly note!: string | null;
}
export class AssetExportWhole extends AssetExportView {
  @ApiProperty({ type: [AssetExportStep] }) readonly steps!: AssetExportStep[];
}
export class AssetExportsPage {
  @ApiProperty({ type: [AssetExportView] }) readonly items!: AssetExportView[];
  @ApiProperty(shown.orNull) readonly nextCursor!: string | null;
}
