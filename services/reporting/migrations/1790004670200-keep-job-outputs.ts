import { KeepJobOutputs } from '@shulian/service-kit';

export class KeepJobOutputs1790004670200 extends KeepJobOutputs {}
