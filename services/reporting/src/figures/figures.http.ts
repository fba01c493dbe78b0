import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { Id } from '@shulian/service-kit';

export class FiguresAsked {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'left out: the own school, or the county for its people',
  })
  @IsOptional()
  @Id()
  schoolId?: string;
}

export class FiguresView {
  @ApiProperty({ format: 'uuid', nullable: true, type: String, description: 'null: the county' })
  schoolId!: string | null;
  @ApiProperty({ format: 'date-time', description: 'the figures are true for this moment' })
  asOf!: string;
  @ApiProperty({ format: 'date', description: 'the day that counts as today' })
  today!: string;
  @ApiProperty({ description: 'titles with a copy in the scope' })
  titles!: number;
  @ApiProperty({ description: 'copies, neither withdrawn nor lost' })
  copies!: number;
  @ApiProperty({ description: 'active readers' })
  readers!: number;
  @ApiProperty({ description: 'open loans of the lending school' })
  openLoans!: number;
  @ApiProperty()
  overdueLoans!: number;
  @ApiProperty()
  loansToday!: number;
  @ApiProperty()
  returnsToday!: number;
  @ApiProperty({ description: 'since the term began that runs, or ran last' })
  loansThisTerm!: number;
  @ApiProperty()
  returnsThisTerm!: number;
  @ApiProperty({ description: 'copies handed out for reading in the room; no loans' })
  inRoomToday!: number;
  @ApiProperty({ description: 'since the term began that runs, or ran last' })
  inRoomThisTerm!: number;
}
