import { CreateWatermarks } from '@shulian/service-kit';

/** What the sources have announced of themselves. */
export class CreateWatermarks1790004723000 extends CreateWatermarks {}
