import { KeepJobOutputs } from '@shulian/service-kit';

export class KeepJobOutputs1790005400400 extends KeepJobOutputs {
  readonly name = 'KeepJobOutputs1790005400400';
}
