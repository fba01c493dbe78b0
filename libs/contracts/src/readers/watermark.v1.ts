import { watermarkOf } from '../envelope/watermark.js';

export const readersWatermark = watermarkOf('readers');
