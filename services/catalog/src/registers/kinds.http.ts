import { ApiProperty } from '@nestjs/swagger';
import { MATERIAL_KINDS, type MaterialKind } from '@shulian/contracts/words';

const whole = { type: 'integer' } as const;

/** What is held of one kind of material, struck copies left out. */
export class KindLine {
  @ApiProperty({ enum: MATERIAL_KINDS, nullable: true, description: 'null: of titles that do not say it' })
  kind!: MaterialKind | null;
  @ApiProperty(whole) titles!: number;
  @ApiProperty(whole) volumes!: number;
  @ApiProperty({ ...whole, description: 'of these such that go home, lent or not' }) lendable!: number;
  @ApiProperty({ ...whole, description: 'fen' }) fen!: number;
  @ApiProperty({ ...whole, description: 'volumes without a price, which count as 0 fen' }) unpriced!: number;
}

export class KindsPage {
  @ApiProperty({ type: [KindLine] }) items!: KindLine[];
  @ApiProperty({ type: 'string', nullable: true }) nextCursor!: string | null;
}
