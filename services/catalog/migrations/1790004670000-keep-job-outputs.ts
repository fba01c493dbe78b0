import { KeepJobOutputs } from '@shulian/service-kit';

export class KeepJobOutputs1790004670000 extends KeepJobOutputs {}
