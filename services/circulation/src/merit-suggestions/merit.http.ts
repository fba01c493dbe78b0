import { ApiProperty } from '@nestjs/swagger';
import { ListAsked } from '@shulian/service-kit';
import {
  IdAsked,
  IdOrNone,
  LineOrNull,
  OneOfOrNone,
  SchoolAsked,
  shown,
  WholeOrNone,
} from '@shulian/service-kit/fields';
import { LONGEST_NOTE } from '../bounds.http.js';

export const MERIT_STATES = ['suggested', 'handed-on', 'withdrawn'] as const;
export type MeritState = (typeof MERIT_STATES)[number];

export class CandidatesAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;
}
export class MeritCandidate {
  @ApiProperty({ format: 'uuid' }) readonly classId!: string;
  @ApiProperty({ ...shown.whole, description: 'out past their day, today' }) readonly overdue!: number;
  @ApiProperty({ ...shown.whole, description: 'declared lost this term' }) readonly lost!: number;
  @ApiProperty({ ...shown.whole, description: 'cases of damage this term' }) readonly damaged!: number;
  @ApiProperty({ description: 'there is a suggestion this term' }) readonly isSuggested!: boolean;
}
export class CandidatesPage {
  @ApiProperty({ type: [MeritCandidate] }) readonly items!: MeritCandidate[];
  @ApiProperty(shown.orNull) readonly nextCursor!: string | null;
}

/** `POST /merit-suggestions` */
export class SuggestionAsked {
  @IdAsked()
  classId!: string;

  @WholeOrNone(1, 10, 'awards; 1 where left out')
  awards?: number;

  @LineOrNull(LONGEST_NOTE)
  note?: string | null;
}
/** `GET /merit-suggestions` */
export class SuggestionsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @IdOrNone()
  classId?: string;

  @OneOfOrNone(MERIT_STATES)
  state?: MeritState;
}
export class SuggestionView {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ format: 'uuid' }) readonly schoolId!: string;
  @ApiProperty({ format: 'uuid' }) readonly classId!: string;
  @ApiProperty({ format: 'date' }) readonly termStartsOn!: string;
  @ApiProperty({ ...shown.whole, description: 'when it was suggested' }) readonly overdue!: number;
  @ApiProperty(shown.whole) readonly lost!: number;
  @ApiProperty(shown.whole) readonly damaged!: number;
  @ApiProperty(shown.whole) readonly awards!: number;
  @ApiProperty(shown.orNull) readonly note!: string | null;
  @ApiProperty({ format: 'date' }) readonly suggestedOn!: string;
  @ApiProperty({ description: 'account or client' }) readonly suggestedBy!: string;
  @ApiProperty({ enum: MERIT_STATES }) readonly state!: MeritState;
  @ApiProperty(shown.dayOrNull) readonly endedOn!: string | null;
}
export class SuggestionsPage {
  @ApiProperty({ type: [SuggestionView] }) readonly items!: SuggestionView[];
  @ApiProperty(shown.orNull) readonly nextCursor!: string | null;
}
