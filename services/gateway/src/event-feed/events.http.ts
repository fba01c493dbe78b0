import { ApiPropertyOptional } from '@nestjs/swagger';
import { allEvents } from '@shulian/contracts';
import { Transform } from 'class-transformer';
import { IsIn, IsOptional } from 'class-validator';
import { Id } from '@shulian/service-kit';

const types = allEvents.map(({ type }) => type);

export class EventsAsked {
  @ApiPropertyOptional({
    isArray: true,
    type: String,
    description: 'event types, repeated or separated by commas',
  })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) =>
    (Array.isArray(value) ? value : [value]).flatMap((entry) => String(entry).split(',')),
  )
  @IsIn(types, { each: true })
  type?: string[];

  @ApiPropertyOptional({ format: 'uuid', description: 'only facts of this school' })
  @IsOptional()
  @Id()
  schoolId?: string;
}
