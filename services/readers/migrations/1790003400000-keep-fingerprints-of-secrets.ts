import { KeepFingerprints } from '@shulian/service-kit';

/** Of the key of the cards: under another one no card would be known. */
export class KeepFingerprintsOfSecrets1790003400000 extends KeepFingerprints {
  readonly name = 'KeepFingerprintsOfSecrets1790003400000';
}
