import { ApiPropertyOptional } from '@nestjs/swagger';
import type { CalendarDay } from '@shulian/contracts/ids';
import { Day, SchoolAsked } from '@shulian/service-kit/fields';
import { IsIn, IsOptional } from 'class-validator';

const FORMATS = ['pdf', 'xlsx', 'csv'] as const;

/** `GET /register-packs` */
export class RegisterPackAsked {
  @SchoolAsked()
  schoolId?: string;

  @Day('first day of the period')
  from!: CalendarDay;

  @Day('last day; at most a year')
  to!: CalendarDay;

  @ApiPropertyOptional({ enum: FORMATS, default: 'pdf', description: 'of the registers in the archive' })
  @IsOptional()
  @IsIn(FORMATS)
  format: (typeof FORMATS)[number] = 'pdf';
}
