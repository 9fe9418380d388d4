import { field, versioned } from '../../lib/index.js';
import { ImageMetaProps } from './image-meta-props.js';
import { nova } from './registry.js';

/**
 * What nova knows of a bootable image. Services send what the image registry gave them, so any field may be left out.
 * Sizes are in bytes, `minRam` in MiB, `minDisk` in GiB.
 */
@versioned('ImageMeta', '1.8', { registry: nova })
export class ImageMeta {
  @field.uuid({ optional: true }) id?: string;
  @field.string({ optional: true }) name?: string;
  @field.string({ optional: true }) status?: string;
  @field.string({ optional: true }) visibility?: string;
  @field.boolean({ optional: true }) protected?: boolean;
  @field.string({ optional: true }) checksum?: string;
  @field.string({ optional: true }) owner?: string;
  @field.integer({ optional: true }) size?: number;
  @field.integer({ optional: true }) virtualSize?: number;
  @field.string({ optional: true }) containerFormat?: string;
  @field.string({ optional: true }) diskFormat?: string;
  @field.dateTime({ nullable: true, optional: true }) createdAt?: Date | null;
  @field.dateTime({ nullable: true, optional: true }) updatedAt?: Date | null;
  @field.list(field.string(), { optional: true }) tags?: string[];
  @field.string({ optional: true }) directUrl?: string;
  @field.integer({ optional: true }) minRam?: number;
  @field.integer({ optional: true }) minDisk?: number;

  // The two moved in step up to 1.8; since then the properties move alone, and a manifest says which ones a reader knows.
  @field.object(ImageMetaProps, {
    optional: true,
    versions: {
      '1.0': '1.0',
      '1.1': '1.1',
      '1.2': '1.2',
      '1.3': '1.3',
      '1.4': '1.4',
      '1.5': '1.5',
      '1.6': '1.6',
      '1.7': '1.7',
    },
  })
  properties?: ImageMetaProps;
}
