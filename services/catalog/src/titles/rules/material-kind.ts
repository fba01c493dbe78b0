import type { CopyKind, MaterialKind } from '@shulian/contracts/words';

/** What level and carrier alone say of a title; null where they leave it open, as of a film on a tape or on a disc. */
export const kindOf = (level: string, carrier: string): MaterialKind | null => {
  if (carrier === 'electronic') return 'electronic';
  if (carrier === 'kit') return 'kit';
  if (carrier === 'print' && level === 'serial') return 'periodical';
  return ['print', 'manuscript', 'braille', 'music'].includes(carrier) ? 'book' : null;
};

const AUDIO = ['audio'] as const;
const VIDEO = ['video'] as const;
const SHEETS = ['graphic', 'map', 'print'] as const;

/** What may carry a kind of material, the usual carrier first; null: anything. */
export const carrierOfKind = (kind: MaterialKind): readonly string[] | null => {
  switch (kind) {
    case 'audio-tape':
    case 'cd':
      return AUDIO;
    case 'video-tape':
    case 'vcd':
    case 'dvd':
      return VIDEO;
    case 'electronic':
      return ['electronic'];
    case 'wall-chart':
      return SHEETS;
    case 'kit':
      return ['kit'];
    case 'book':
      return ['print', 'manuscript', 'braille', 'music', 'map', 'microform', 'graphic'];
    case 'periodical':
    case 'newspaper':
      return ['print', 'electronic', 'microform', 'braille'];
    case 'teaching-aid':
    case 'teaching-book':
    case 'textbook':
    case 'recyclable-textbook':
    case 'school-publication':
    case 'other':
      return null;
  }
};

/** Whether what is said of a title agrees: a DVD is no print. */
export const isCarriedSo = ({
  kind,
  carrier,
}: {
  readonly kind: MaterialKind | null;
  readonly carrier: string;
}): boolean => kind === null || (carrierOfKind(kind)?.includes(carrier) ?? true);

/** What a copy of it is called in the register of copies where nobody says otherwise. */
export const copyKindOf = (kind: MaterialKind | null): CopyKind => {
  switch (kind) {
    case 'audio-tape':
    case 'cd':
    case 'video-tape':
    case 'vcd':
    case 'dvd':
      return 'audiovisual';
    case 'periodical':
    case 'newspaper':
      return 'periodical';
    case 'textbook':
    case 'recyclable-textbook':
      return 'textbook';
    case 'electronic':
    case 'wall-chart':
    case 'teaching-aid':
    case 'kit':
    case 'other':
      return 'other';
    case 'book':
    case 'teaching-book':
    case 'school-publication':
    case null:
      return 'book';
  }
};
